import { describe, expect, test } from 'vitest'
import { makeProofKey } from '../oauth/proof-key.ts'
import { doneValue, providerAccount } from '../testing/provider-account.ts'
import { simulatedMicrosoft } from '../testing/simulated-microsoft.ts'
import { microsoftConsent } from './consent.ts'
import { microsoftSettings } from './settings.ts'

const MAILBOX = 'jana@kanzlei-albers.example'
const redirectUri = 'http://127.0.0.1:8080/oauth/microsoft/callback'
const { graph, outbound, settings, adapter } = await simulatedMicrosoft()
graph.addCalendar({ mailbox: MAILBOX })

async function choose(challenge: string, scope?: string): Promise<URL> {
  const url = new URL(consent().url({ redirectUri, state: 'a-state', challenge }) ?? '')
  url.searchParams.set('chosen', MAILBOX)
  if (scope !== undefined) url.searchParams.set('scope', scope)
  const answer = await fetch(url, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

const consent = () => microsoftConsent(outbound, () => settings)
const end = (back: URL, verifier: string) =>
  consent().end({
    ...{ code: back.searchParams.get('code') ?? '', verifier, redirectUri },
    ...{ tenantId: 'a-tenant', connectionId: 'a-connection' },
  })

describe('consent', () => {
  test('becomes credentials that work', async () => {
    const { challenge, verifier } = makeProofKey()
    const back = await choose(challenge)
    expect(back.searchParams.get('state')).toBe('a-state')
    const secrets = doneValue(await end(back, verifier))
    expect(doneValue(await adapter.listTargets(providerAccount(secrets)))).toHaveLength(1)
  })

  test('cannot be ended by who does not know the proof key', async () => {
    const back = await choose(makeProofKey().challenge)
    expect((await end(back, makeProofKey().verifier)).kind).toBe('unauthorised')
  })

  test.each([
    ['to look alone', 'offline_access Calendars.Read'],
    ['that does not last', 'Calendars.ReadWrite'],
  ])('%s is none', async (_what, scope) => {
    const { challenge, verifier } = makeProofKey()
    expect((await end(await choose(challenge, scope), verifier)).kind).toBe('unauthorised')
  })

  test('cannot be asked for where Microsoft does not know us', () => {
    const unknown = microsoftSettings(graph.url, null)
    const start = { redirectUri, state: 's', challenge: 'c' }
    expect(microsoftConsent(outbound, () => unknown).url(start)).toBeNull()
    expect(microsoftConsent(outbound, () => null).url(start)).toBeNull()
  })
})
