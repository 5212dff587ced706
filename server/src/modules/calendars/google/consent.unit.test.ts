import { describe, expect, test } from 'vitest'
import { makeProofKey } from '../oauth/proof-key.ts'
import { doneValue, providerAccount } from '../testing/provider-account.ts'
import { EMAIL, simulatedGoogle } from '../testing/simulated-google.ts'
import { googleConsent } from './consent.ts'
import { googleSettings } from './settings.ts'

const redirectUri = 'http://127.0.0.1:8080/oauth/google/callback'
const { google, outbound, settings, adapter } = await simulatedGoogle()
google.addCalendar({ id: EMAIL, roles: { [EMAIL]: 'owner' } })

/** The person in front of the browser chooses; where the browser is sent back to. */
async function choose(chosen: string, challenge: string, scopes?: string): Promise<URL> {
  const url = new URL(consent().url({ redirectUri, state: 'a-state', challenge }) ?? '')
  url.searchParams.set('chosen', chosen)
  if (scopes !== undefined) url.searchParams.set('scope', scopes)
  const answer = await fetch(url, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

const consent = () => googleConsent(outbound, () => settings)
const end = (code: string, verifier: string) =>
  consent().end({ code, verifier, redirectUri, tenantId: 'a-tenant', connectionId: 'a-connection' })

describe('consent', () => {
  test('becomes credentials that work until it is taken back', async () => {
    const { challenge, verifier } = makeProofKey()
    const back = await choose(EMAIL, challenge)
    expect(back.searchParams.get('state')).toBe('a-state')
    const secrets = doneValue(await end(back.searchParams.get('code') ?? '', verifier))
    expect(doneValue(await adapter.listTargets(providerAccount(secrets)))).toHaveLength(1)
    google.revoke(EMAIL)
    expect((await adapter.listTargets(providerAccount(secrets))).kind).toBe('unauthorised')
  })

  test('cannot be ended by who does not know the proof key', async () => {
    const back = await choose(EMAIL, makeProofKey().challenge)
    const answer = await end(back.searchParams.get('code') ?? '', makeProofKey().verifier)
    expect(answer.kind).toBe('unauthorised')
  })

  test('is ended once', async () => {
    const { challenge, verifier } = makeProofKey()
    const code = (await choose(EMAIL, challenge)).searchParams.get('code') ?? ''
    expect((await end(code, verifier)).kind).toBe('done')
    expect((await end(code, verifier)).kind).toBe('unauthorised')
  })

  test('to a part of what was asked is none', async () => {
    const { challenge, verifier } = makeProofKey()
    const back = await choose(EMAIL, challenge, 'https://www.googleapis.com/auth/calendar.freebusy')
    expect(await end(back.searchParams.get('code') ?? '', verifier)).toMatchObject({
      kind: 'unauthorised',
      detail: expect.stringContaining('calendar.events'),
    })
  })

  test('that is refused comes back without a code', async () => {
    const back = await choose('nobody', makeProofKey().challenge)
    expect(back.searchParams.get('error')).toBe('access_denied')
  })

  test('cannot be asked for where Google does not know us', () => {
    const unknown = googleSettings(google.url, null)
    const start = { redirectUri, state: 's', challenge: 'c' }
    expect(googleConsent(outbound, () => unknown).url(start)).toBeNull()
    expect(googleConsent(outbound, () => null).url(start)).toBeNull()
  })
})
