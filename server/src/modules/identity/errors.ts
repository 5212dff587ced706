import { defineErrors } from '../../platform/errors/app-error.ts'

export const identityErrors = defineErrors({
  wrongLogin: { code: 'identity/wrong-login', status: 401, title: 'E-mail address or password is wrong.' },
  wrongCode: {
    code: 'identity/wrong-code',
    status: 401,
    title: 'The code is wrong, was used, or came too late. Log in again.',
  },
  wrongPassword: { code: 'identity/wrong-password', status: 403, title: 'The password is wrong.' },
  tooManyAttempts: {
    code: 'identity/too-many-attempts',
    status: 429,
    title: 'Too many tries. Wait before the next.',
  },
  noBusiness: {
    code: 'identity/no-business',
    status: 403,
    title: 'This account belongs to no business.',
  },
  notConfigured: {
    code: 'identity/login-not-configured',
    status: 404,
    title: 'The accounts of the demo are shown on the machine of the demo only.',
  },
  badPassword: {
    code: 'identity/bad-password',
    status: 422,
    title: 'This password may not be used: it is too short, too long, well known, or made of your own name.',
  },
  linkIsOver: {
    code: 'identity/link-is-over',
    status: 410,
    title: 'This link is over, was used before, or was taken back.',
  },
  ownerNotLimited: {
    code: 'identity/owner-not-limited',
    status: 422,
    title: 'An owner acts for all locations of the business.',
  },
  unknownLocation: {
    code: 'identity/unknown-location',
    status: 422,
    title: 'One of these is not a location of this business.',
  },
  secondFactorState: {
    code: 'identity/second-factor-state',
    status: 409,
    title: 'The second factor is already set up, or not yet.',
  },
  secondFactorRequired: {
    code: 'identity/second-factor-required',
    status: 409,
    title: 'This role needs a second factor; it cannot be switched off.',
  },
  wrongPasskey: {
    code: 'identity/wrong-passkey',
    status: 401,
    title: 'The passkey is not known here, came too late, or its device did not verify who used it.',
  },
  unknownPasskey: { code: 'identity/unknown-passkey', status: 404, title: 'There is no such passkey.' },
  passkeyNeeded: {
    code: 'identity/passkey-needed',
    status: 403,
    title: 'Log in with your passkey first: factors of this account are changed with it only.',
  },
  tooManyPasskeys: {
    code: 'identity/too-many-passkeys',
    status: 409,
    title: 'This account has as many passkeys as it may have. Remove one first.',
  },
  passkeysNotConfigured: {
    code: 'identity/passkeys-not-configured',
    status: 409,
    title: 'Browsers know passkeys at an https address with a name only. PUBLIC_URL says which.',
  },
  unknownMember: { code: 'identity/unknown-member', status: 404, title: 'There is no such person here.' },
  lastOwner: {
    code: 'identity/last-owner',
    status: 409,
    title: 'A business keeps one owner at least.',
  },
  unknownInvitation: {
    code: 'identity/unknown-invitation',
    status: 404,
    title: 'There is no such open invitation.',
  },
  unknownSession: { code: 'identity/unknown-session', status: 404, title: 'There is no such session.' },
  unknownKey: { code: 'identity/unknown-api-key', status: 404, title: 'There is no such API key.' },
  keyIsOver: {
    code: 'identity/api-key-is-over',
    status: 409,
    title: 'This API key has ended or was replaced before. Make a new one.',
  },
})
