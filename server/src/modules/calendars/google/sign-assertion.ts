import { sign } from 'node:crypto'
import type { GoogleSecrets } from './secrets.ts'
import { GOOGLE_SCOPES } from './settings.ts'

type ServiceAccount = Extract<GoogleSecrets, { kind: 'service_account' }>

/** Made a little early, so that a provider whose clock is behind does not see the future. */
const EARLY_SECONDS = 30
const LASTS_SECONDS = 3600

/** The signed claim of a service account (RFC 7523, RS256). Null: its private key cannot sign. */
export function signAssertion(
  { email, privateKey, keyId, subject }: ServiceAccount,
  { audience, at }: { audience: string; at: Temporal.Instant },
): string | null {
  const issued = Math.floor(at.epochMilliseconds / 1000) - EARLY_SECONDS
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) }
  const claims = {
    iss: email,
    ...(subject === undefined ? {} : { sub: subject }),
    scope: GOOGLE_SCOPES.join(' '),
    aud: audience,
    iat: issued,
    exp: issued + LASTS_SECONDS,
  }
  const signed = `${encode(header)}.${encode(claims)}`
  try {
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  } catch {
    return null
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
