import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readWebhook } from './read-webhook.ts'
import { isSignedBy } from './verify-webhook.ts'

const SECRET = 'secret-of-this-connection'
const sign = (body: string, secret = SECRET): string =>
  createHmac('sha256', secret).update(body).digest('hex')
const bodyOf = (change: object = {}): string =>
  JSON.stringify({
    triggerEvent: 'BOOKING_CREATED',
    createdAt: '2026-11-23T07:00:00.000Z',
    payload: { uid: 'abc', startTime: '2026-11-24T09:00:00+00:00' },
    ...change,
  })

describe('A signature', () => {
  test('counts over the very bytes, with the secret of the connection', () => {
    expect(isSignedBy(SECRET, bodyOf(), sign(bodyOf()))).toBe(true)
    expect(isSignedBy(SECRET, `${bodyOf()} `, sign(bodyOf()))).toBe(false)
  })

  test.each([
    ['none', undefined],
    ['of another connection', sign(bodyOf(), 'secret-of-another-one')],
    ['for no secret', 'no-secret-provided'],
    ['in capitals', sign(bodyOf()).toUpperCase()],
    ['cut short', sign(bodyOf()).slice(0, 63)],
    ['empty', ''],
  ])('%s does not count', (_name, header) => {
    expect(isSignedBy(SECRET, bodyOf(), header)).toBe(false)
  })

  test('nothing counts for a connection without a secret (failure 16)', () => {
    expect(isSignedBy(undefined, bodyOf(), sign(bodyOf(), ''))).toBe(false)
    expect(isSignedBy('', bodyOf(), sign(bodyOf(), ''))).toBe(false)
  })
})

describe('A webhook', () => {
  test.each([
    'BOOKING_CREATED',
    'BOOKING_RESCHEDULED',
    'BOOKING_REQUESTED',
    'BOOKING_CANCELLED',
    'BOOKING_REJECTED',
  ])('%s is of a booking (failure 15)', triggerEvent => {
    expect(readWebhook(bodyOf({ triggerEvent })).kind).toBe('booking')
  })

  test.each(['BOOKING.CREATED', 'MEETING_ENDED', 'SOMETHING_NEW', 'FORM_SUBMITTED'])(
    '%s is kept, and nothing follows',
    triggerEvent => {
      expect(readWebhook(bodyOf({ triggerEvent }))).toMatchObject({ kind: 'unknown', trigger: triggerEvent })
    },
  )

  test('the same event has the same key, another moment another one', () => {
    expect(readWebhook(bodyOf()).eventKey).toBe('BOOKING_CREATED/abc/2026-11-23T07:00:00.000Z')
    expect(readWebhook(bodyOf()).eventKey).toBe(readWebhook(bodyOf({ more: 1 })).eventKey)
    expect(readWebhook(bodyOf({ createdAt: '2026-11-23T07:00:01Z' })).eventKey).not.toBe(
      readWebhook(bodyOf()).eventKey,
    )
  })

  test.each(['not JSON at all', '"a word"', '{"triggerEvent":5}', '', '{"payload":{}}'])(
    'in a form of its owner’s own (%o) is kept once',
    body => {
      const read = readWebhook(body)
      expect(read).toMatchObject({ kind: 'unknown', trigger: 'unread' })
      expect(readWebhook(body).eventKey).toBe(read.eventKey)
      expect(readWebhook(`${body}x`).eventKey).not.toBe(read.eventKey)
    },
  )
})
