import { randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PasskeyChallenges } from './passkey-challenges.ts'
import type { MadeKey, Signed } from './passkey-shapes.ts'
import type { NewKey, PasskeyStore, StoredKey } from './passkey-store.ts'
import type { RelyingParty } from './relying-party.ts'

const TIMEOUT_MS = 5 * 60_000
const NAME = 'AskProAI'
/** EdDSA, ES256 and RS256, which devices have; the library would also try what Node calls experimental. */
const ALGORITHMS = [-8, -7, -257]

/** Loaded when the first passkey is made or used: it brings a reader of certificates that most starts never need. */
const library = () => import('@simplewebauthn/server')

type Person = { readonly userId: string; readonly email: string; readonly name: string }

/**
 * The two ceremonies of WebAuthn, checked by @simplewebauthn/server: challenge, origin, name, signature, counter. The
 * device must have verified its user, when the key is made and each time it signs: only then it is two factors.
 */
export function createPasskeys(store: PasskeyStore, challenges: PasskeyChallenges) {
  return {
    /** What a browser needs to make a key for this account. */
    async beginMaking(party: RelyingParty, { userId, email, name }: Person) {
      const { generateRegistrationOptions } = await library()
      const mine = await store.list(userId)
      const options = await generateRegistrationOptions({
        ...{ rpName: NAME, rpID: party.id, userName: email, userDisplayName: name, timeout: TIMEOUT_MS },
        userID: new Uint8Array(Buffer.from(userId)),
        challenge: new Uint8Array(randomBytes(32)),
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: mine.map(({ credentialId }) => ({ id: credentialId })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await challenges.give(options.challenge, userId)
      return options
    },

    /** Null unless the key was made for this account, here, now, and by a device that verified its user. */
    async checkMade(
      party: RelyingParty,
      userId: string,
      response: MadeKey,
    ): Promise<Omit<NewKey, 'name'> | null> {
      const challenge = challengeIn(response.response.clientDataJSON)
      if (challenge === null || !(await challenges.take(challenge, userId))) return null
      const { verifyRegistrationResponse } = await library()
      const made = await orNull(
        verifyRegistrationResponse({
          response: { ...response, clientExtensionResults: {} } as RegistrationResponseJSON,
          supportedAlgorithmIDs: ALGORITHMS,
          ...expected(party, challenge),
        }),
      )
      if (!made?.verified || !made.registrationInfo.userVerified) return null
      const { id, publicKey, counter } = made.registrationInfo.credential
      const { transports } = response.response
      return { userId, credentialId: id, publicKey, signCount: counter, transports }
    },

    /** What a browser needs for any key that it has of this name: whose it is, the key says. */
    async beginEntering(party: RelyingParty) {
      const { generateAuthenticationOptions } = await library()
      const options = await generateAuthenticationOptions({
        ...{ rpID: party.id, timeout: TIMEOUT_MS, userVerification: 'required' },
        challenge: new Uint8Array(randomBytes(32)),
      })
      await challenges.give(options.challenge, null)
      return options
    },

    /** Whose account was opened; null for everything that is not right. */
    async checkSigned(party: RelyingParty, response: Signed): Promise<StoredKey | null> {
      const challenge = challengeIn(response.response.clientDataJSON)
      if (challenge === null || !(await challenges.take(challenge, null))) return null
      const key = await store.find(response.id)
      if (!key || !isOfAccount(response, key)) return null
      const { verifyAuthenticationResponse } = await library()
      const checked = await orNull(
        verifyAuthenticationResponse({
          response: { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON,
          ...expected(party, challenge),
          credential: { id: key.credentialId, publicKey: key.publicKey, counter: key.signCount },
        }),
      )
      if (!checked?.verified || !checked.authenticationInfo.userVerified) return null
      await store.used(key, checked.authenticationInfo.newCounter)
      return key
    },
  }
}

function expected({ id, origin }: RelyingParty, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }
}

/** A key that names an account names its own. */
function isOfAccount({ response: { userHandle } }: Signed, { userId }: StoredKey): boolean {
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === userId
}

function challengeIn(clientData: string): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString())
    const challenge = (said as { challenge?: unknown } | null)?.challenge
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

/** The library throws for whatever is not as expected, and has no other way of failing: it asks nobody. */
async function orNull<T>(check: Promise<T>): Promise<T | null> {
  try {
    return await check
  } catch {
    return null
  }
}

export type Passkeys = ReturnType<typeof createPasskeys>
