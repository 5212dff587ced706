import { defineErrors } from '../../platform/errors/app-error.ts'

export const voiceErrors = defineErrors({
  notConfigured: {
    code: 'voice/simulator-not-configured',
    status: 404,
    title: 'Recorded calls need the simulator, which runs in demo mode only.',
  },
  unknownRecording: { code: 'voice/unknown-recording', status: 404, title: 'There is no such recording.' },
  noAccount: {
    code: 'voice/no-account',
    status: 409,
    title: 'No account at Retell answers the numbers of this business.',
  },
  publishing: {
    code: 'voice/publishing',
    status: 409,
    title: 'A version of the receptionist is being published. Wait until it is over.',
  },
  unknownVersion: {
    code: 'voice/unknown-version',
    status: 404,
    title: 'There is no such version of the receptionist.',
  },
  unknownPublication: {
    code: 'voice/unknown-publication',
    status: 404,
    title: 'There is no such publication.',
  },
  unusableDefinition: {
    code: 'voice/unusable-definition',
    status: 422,
    title: 'The definition names variables or tools that do not exist.',
  },
  versionLive: { code: 'voice/version-live', status: 409, title: 'This version speaks already.' },
  noNumber: { code: 'voice/no-number', status: 409, title: 'This business has no phone number yet.' },
})
