import { symmetric } from 'retell-sdk/lib/webhook_auth'
import { describe, expect, test } from 'vitest'
import type { SignMode } from './call-script.ts'
import { signRequest } from './sign-request.ts'

const KEY = 'key_salon_demo_4f1c2b7a9d3e'
const NOW = Date.UTC(2026, 10, 20, 10)
const UMLAUTS =
  '{"event":"call_ended","call":{"call_id":"call_0a1b2c3d4e5f60718293a4b5c6d",' +
  '"transcript":"User: Einen Termin für Färben, bitte."}}'

test('a body with umlauts has the digest of the published test vector', async () => {
  const { signature } = await signRequest(UMLAUTS, { key: KEY, mode: 'valid', nowMs: NOW })
  expect(signature).toBe('v=1795168800000,d=f4ccb047b4e8171d257c5967b772620825c5cff472342d9e08aab992849d2760')
})

describe('what the SDK says to the bytes and the signature', () => {
  const accepted = async (mode: SignMode, atMs = NOW) => {
    const signed = await signRequest(UMLAUTS, { key: KEY, mode, nowMs: NOW })
    return symmetric.verify(signed.body, KEY, signed.signature ?? '', { timestamp: atMs })
  }

  test('a valid signature is accepted', async () => expect(await accepted('valid')).toBe(true))
  test('another key is refused', async () => expect(await accepted('wrong_key')).toBe(false))
  test('a missing signature is refused', async () => expect(await accepted('none')).toBe(false))
  test('a stale signature is refused', async () => expect(await accepted('stale')).toBe(false))
  test('a re-serialised body is refused', async () => expect(await accepted('reserialised')).toBe(false))

  test('a stale signature was good when it was made', async () => {
    expect(await accepted('stale', NOW - 5 * 60_000)).toBe(true)
  })

  test('a re-serialised body means the same', async () => {
    const { body } = await signRequest(UMLAUTS, { key: KEY, mode: 'reserialised', nowMs: NOW })
    expect(JSON.parse(body)).toEqual(JSON.parse(UMLAUTS))
  })

  test('a body that is not JSON is changed as well', async () => {
    const { body } = await signRequest('{"event":', { key: KEY, mode: 'reserialised', nowMs: NOW })
    expect(body).toBe('{"event":\n')
  })
})
