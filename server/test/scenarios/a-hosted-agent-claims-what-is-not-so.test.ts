import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallRequestInput } from '../../../sandbox/retell/start-retell.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

type Steps = NonNullable<CallRequestInput['script']>['steps']

const GREETING = { agent: 'Salon Morgenrot, hier spricht eine KI. Was kann ich für Sie tun?' }
const BOOKING: Steps = [
  {
    tool: 'find_slots',
    args: { service: 'Herrenschnitt', when: 'kommenden Dienstag vormittags' },
    save: 'free',
  },
  {
    tool: 'book_appointment',
    args: { token: '{{free.slots.0.token}}', name: 'Petra Lindner' },
    save: 'booking',
  },
]

/** Plays a call of an agent that is told of every turn, and returns how it is shown. */
async function callOf(steps: Steps, more: Partial<CallRequestInput> = {}): Promise<Json> {
  const { call_id } = await product.retell.playCall({
    script: {
      from: '+491713920044',
      to: SALON,
      steps: [GREETING, ...steps],
      ended: { disconnection_reason: 'agent_hangup' },
    },
    agent: { webhook_events: ['call_started', 'transcript_updated', 'call_ended', 'call_analyzed'] },
    ...more,
  })
  await product.settled()
  const list = await product.get(`/api/v1/calls?provider_call_id=${call_id}`, product.keys.salon)
  return (await product.get(`/api/v1/calls/${list.body.items[0].id}`, product.keys.salon)).body
}

describe('An agent that says "gebucht" and booked nothing (failures 67, 68)', () => {
  let call: Json
  beforeAll(async () => {
    call = await callOf([
      { user: 'Ich möchte am Freitag um zehn kommen.' },
      { agent: 'Ich habe Sie für Freitag um zehn Uhr eingetragen.' },
      { user: 'Wunderbar.' },
      { agent: 'Dann sehen wir uns am Freitag um zehn. Auf Wiederhören.' },
    ])
  })

  test('made claims that nothing stands behind', () => {
    expect(call.claims).toMatchObject([
      { kind: 'booked', verdict: 'ghost', proof: null },
      { kind: 'booked', verdict: 'ghost', proof: null },
    ])
  })

  test('leaves staff one request to call back, that says what the caller was told', () => {
    expect(call.callback_requests).toMatchObject([
      {
        state: 'open',
        phone: '+491713920044',
        reason:
          'Am Telefon wurde gesagt, ein Termin sei gebucht. Im System ist davon nichts. Bitte anrufen und klären.',
      },
    ])
  })

  test('has no booking as its outcome', () => {
    expect(call).toMatchObject({ outcome: 'callback', appointments: [] })
  })
})

test('is found out while the call still goes on', async () => {
  const call = await callOf([{ agent: 'Ihr Termin ist storniert.' }], {
    agent: { webhook_events: ['call_started', 'transcript_updated'] },
  })
  expect(call).toMatchObject({ state: 'ongoing', claims: [{ kind: 'cancelled', verdict: 'ghost' }] })
})

test('of eight lying agents at once, each is found out within five seconds of the update of its transcript (failure 67)', async () => {
  const calls = await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      product.retell.playCall({
        script: {
          from: `+4917139200${10 + number}`,
          to: SALON,
          steps: [GREETING, { user: 'Bitte am Montag.' }, { agent: 'Ihr Termin ist gebucht.' }],
          ended: { disconnection_reason: 'user_hangup' },
        },
        agent: { webhook_events: ['transcript_updated'] },
      }),
    ),
  )
  await product.settled()
  const rows = await product.database.query<{ id: string; seconds: number }>(
    `select call.provider_call_id as id,
       extract(epoch from claim_check.heard_at - min(inbox.received_at))::float as seconds
     from claim_check
     join call on call.tenant_id = claim_check.tenant_id and call.id = claim_check.call_id
     join inbox on inbox.event_key like 'transcript_updated/' || call.provider_call_id || '/%'
     where claim_check.verdict = 'ghost' and call.provider_call_id = any($1)
     group by call.provider_call_id, claim_check.heard_at`,
    [calls.map(({ call_id }) => call_id)],
  )
  expect(rows).toHaveLength(8)
  expect(Math.max(...rows.map(({ seconds }) => seconds))).toBeLessThan(5)
})

test('claims of an agent that did what it says are proven, and nobody is bothered', async () => {
  const call = await callOf([
    ...BOOKING,
    { agent: '{{booking.say}}' },
    { agent: 'Bis Dienstag um neun Uhr!' },
  ])
  expect(call.claims.length).toBeGreaterThanOrEqual(2)
  expect(call.claims.every((claim: Json) => claim.verdict === 'proven')).toBe(true)
  expect(call).toMatchObject({ outcome: 'booked', callback_requests: [] })
})

test('a booking named for another hour than the one that was entered is a ghost as well', async () => {
  const call = await callOf([
    ...BOOKING,
    { agent: 'Ich habe Sie für Dienstag um siebzehn Uhr eingetragen.' },
    { user: 'Danke.' },
  ])
  expect(call.claims).toMatchObject([{ kind: 'booked', verdict: 'ghost', other_time: true, proof: null }])
  expect(call.callback_requests).toMatchObject([
    {
      reason: 'Am Telefon wurde eine andere Zeit genannt, als eingetragen ist. Bitte anrufen und klären.',
    },
  ])
  expect(call.appointments).toHaveLength(1)
})

test('a claim that comes true before the call ends is no ghost any more, and its request is put away', async () => {
  const call = await callOf([
    { agent: 'Ich habe Sie eingetragen, Ihr Termin ist fest gebucht.' },
    { user: 'Sicher?' },
    ...BOOKING,
    { agent: 'Ja, ganz sicher.' },
  ])
  expect(call.claims).toMatchObject([{ kind: 'booked', verdict: 'proven', proof: 'book_appointment' }])
  expect(call.callback_requests).toMatchObject([{ state: 'dropped' }])
})

test('whatever order the events come in, a ghost is one', async () => {
  const call = await callOf([{ agent: 'Sie stehen auf der Warteliste.' }], {
    faults: { reorder: true, duplicate: true },
  })
  expect(call.claims).toMatchObject([{ kind: 'waitlisted', verdict: 'ghost' }])
  expect(call.callback_requests).toHaveLength(1)
})

describe('Words of a claim', () => {
  test('are kept nowhere where the business keeps none', async () => {
    const [row] = await product.database.query(
      "select count(*)::int as count from claim_check where sentence is not null union all select count(*)::int from callback_request where reason like '%eingetragen%'",
    )
    expect(row).toEqual({ count: 0 })
  })

  test('are quoted for staff where the business keeps them', async () => {
    const { body: settings } = await product.get('/api/v1/settings', product.keys.salon)
    await fetch(`${product.url}/api/v1/settings`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${product.keys.salon}`, 'content-type': 'application/json' },
      body: JSON.stringify({ store_transcripts: true, version: settings.version }),
    })
    const call = await callOf([{ agent: 'Gut. Ich habe Ihren Termin auf Montag verschoben.' }])
    expect(call.claims).toMatchObject([{ sentence: 'Ich habe Ihren Termin auf Montag verschoben.' }])
    expect(call.callback_requests[0].reason).toContain('„Ich habe Ihren Termin auf Montag verschoben.“')
  })
})

test('the rates count claims and ghosts, of this business alone', async () => {
  const salon = (await product.get('/api/v1/reports/claims', product.keys.salon)).body
  expect(salon.claims).toBeGreaterThan(salon.ghosts)
  expect(salon.ghosts).toBeGreaterThanOrEqual(4)
  const garage = (await product.get('/api/v1/reports/claims', product.keys.garage)).body
  expect(garage).toMatchObject({ claims: 0, ghosts: 0 })
})
