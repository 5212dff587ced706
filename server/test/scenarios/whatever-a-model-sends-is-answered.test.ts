import { sign } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RETELL_KEY } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type PhoneCall, phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
let call: PhoneCall
let token: string

beforeAll(async () => {
  product = await startProduct()
  call = phoneCall(product, { id: 'call_hostile' })
  const { body } = await call.tool('find_slots', { service: 'Herrenschnitt', when: 'nächste Woche Mittwoch' })
  token = body.slots[0].token
})
afterAll(() => product.stop())

const WRONG: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  { a: { b: 1 } },
  'x'.repeat(10_000),
  '\u0000',
  '\ud800',
  "'; drop table call; --",
  '{{name}}',
  '🙂',
  'constructor',
  '__proto__',
  { toString: 'x' },
]
const TOOLS: Record<string, string[]> = {
  get_context: [],
  list_services: ['query'],
  find_slots: ['service', 'when', 'staff', 'part_of_day', 'after_slot', 'instead_of'],
  hold_slot: ['token', 'instead_of', 'language'],
  book_appointment: ['token', 'name', 'phone', 'email', 'for_someone_else', 'note'],
  book_group: ['services', 'when', 'staff', 'tokens', 'name', 'names', 'phone', 'email', 'note'],
  book_series: ['service', 'when', 'times', 'every', 'staff', 'name', 'phone', 'email', 'note', 'confirmed'],
  my_appointments: ['after'],
  move_appointment: ['reference', 'description', 'token', 'confirmed'],
  cancel_appointment: ['reference', 'description', 'confirmed'],
  join_waitlist: ['service', 'window', 'staff', 'name', 'phone', 'email', 'for_someone_else', 'note'],
  request_callback: ['reason', 'when', 'name', 'phone'],
  transfer_call: ['reason'],
  record_wish: ['service', 'when', 'staff', 'name'],
  answer_question: ['question', 'service'],
  send_code: ['channel'],
  verify_code: ['code'],
}
const GOOD: Record<string, unknown> = { service: 'Herrenschnitt', when: 'morgen' }

describe.each(Object.entries(TOOLS))('%s', (tool, names) => {
  test.each(names)('answers with a sentence whatever "%s" is', async name => {
    for (const value of WRONG) {
      const { status, body } = await call.tool(tool, { ...GOOD, [name]: value })
      expect(status).toBe(200)
      expect(body).toMatchObject({ status: expect.any(String), say: expect.stringMatching(/\S/) })
    }
  })

  test.each([null, 7, 'text', [1], undefined])(
    'answers with a sentence when the arguments are %j',
    async args => {
      const { status, body } = await call.tool(tool, args)
      expect(status).toBe(200)
      expect(body.say).toMatch(/\S/)
    },
  )
})

test('these are all tools there are, whoever calls them: a hosted agent or the conversation in text (failure 73)', () => {
  expect(product.app.modules.reception.tools.map(({ name }) => name).sort()).toEqual(
    Object.keys(TOOLS).sort(),
  )
})

test('nothing was booked by any of it', async () => {
  expect(await product.database.query('select id from appointment')).toEqual([])
})

test('an unknown tool is answered', async () => {
  expect((await call.tool('drop_all_appointments', {})).body.status).toBe('unknown_tool')
})

test('a tool with the name of an object’s own property is unknown', async () => {
  for (const name of ['constructor', '__proto__', 'toString', ''])
    expect((await call.tool(name, {})).body.status).toBe('unknown_tool')
})

test.each(['slot_1', '2026-11-24T10:30:00+01:00', 'st1.eyJ0Ijoic2Fsb24ifQ.c2lnbmF0dXJl', '../../etc/passwd'])(
  'the invented token "%s" books nothing',
  async invented => {
    const { body } = await call.tool('book_appointment', { token: invented, name: 'Petra Lindner' })
    expect(body.status).toBe('invalid_token')
  },
)

test('a token with one character changed books nothing', async () => {
  const changed = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
  expect((await call.tool('hold_slot', { token: changed })).body.status).toBe('invalid_token')
})

test.each(['gestern', 'am 1. Januar 2020', 'letzten Montag'])(
  '"%s" lies in the past and says so',
  async when => {
    const { body } = await call.tool('find_slots', { service: 'Herrenschnitt', when })
    expect(['past', 'ask']).toContain(body.status)
    expect(body.slots).toBeUndefined()
  },
)

test('a date beyond the horizon is too far', async () => {
  const year = Temporal.Now.plainDateISO().year + 2
  const { body } = await call.tool('find_slots', { service: 'Herrenschnitt', when: `am 12.5.${year}` })
  expect(body.status).toBe('too_far')
})

test('a service nobody offers is unknown, and what there is is named', async () => {
  const { body } = await call.tool('find_slots', { service: 'Zahnreinigung', when: 'morgen' })
  expect(body).toMatchObject({ status: 'unknown_service', say: expect.stringContaining('Haarschnitt Damen') })
})

test('"Haarschnitt" alone is asked back, never guessed', async () => {
  const { body } = await call.tool('find_slots', { service: 'Haarschnitt', when: 'morgen' })
  expect(body).toMatchObject({ status: 'ask', what: 'service' })
  expect(body.candidates).toHaveLength(3)
})

test('somebody who does not do the service is not swapped silently (failure 76)', async () => {
  const { body } = await call.tool('find_slots', { service: 'Färben', when: 'nächste Woche', staff: 'Jonas' })
  expect(body).toMatchObject({ status: 'ask', what: 'staff', candidates: ['Mara', 'Aylin'] })
})

test.each(['null', 'none', 'n/a', 'undefined', '-'])(
  '"%s" is what a model writes for nothing',
  async nothing => {
    const { body } = await call.tool('find_slots', {
      service: 'Herrenschnitt',
      when: nothing,
      staff: nothing,
    })
    expect(body.status).toBe('free')
  },
)

test('"nicht Mara" is not booked with Mara', async () => {
  const { body } = await call.tool('find_slots', {
    service: 'Herrenschnitt',
    when: 'nächste Woche',
    staff: 'nicht Mara',
  })
  expect(body).toMatchObject({ status: 'ask', what: 'staff', candidates: ['Jonas'] })
})

test.each(['Acht Uhr', 'Unbekannt', 'Mara', 'x'.repeat(10_000), '12345'])(
  '"%.20s" is nobody’s name (failure 75)',
  async name => {
    const { body } = await call.tool('book_appointment', { token, name })
    expect(body).toMatchObject({ status: 'ask', what: 'name' })
  },
)

test('an answer is never longer than 2 kB', async () => {
  for (const [tool, names] of Object.entries(TOOLS)) {
    const args = { ...GOOD, ...Object.fromEntries(names.map(name => [name, GOOD[name] ?? 'irgendetwas'])) }
    const { body } = await call.tool(tool, args)
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(2048)
  }
})

describe('Bodies that are no requests', () => {
  const post = async (path: string, body: string, type = 'application/json') =>
    await fetch(product.url + path, {
      method: 'POST',
      headers: { 'content-type': type, 'x-retell-signature': await sign(body, RETELL_KEY) },
      body,
    })
  const paths = ['/webhooks/retell/default', '/voice/retell/default/inbound', '/voice/retell/default/tools']

  test.each(paths)('%s: broken JSON is 400', async path => {
    expect((await post(path, '{"event":')).status).toBe(400)
  })

  test.each(paths)('%s: two megabytes are 413', async path => {
    expect((await post(path, JSON.stringify({ filler: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413)
  })

  test.each(paths)('%s: JSON of another shape is 400', async path => {
    for (const body of ['[]', 'null', '1', '"x"', '{}', '{"event":1}', '{"call":{}}'])
      expect((await post(path, body)).status).toBe(400)
  })

  test('a body just below one megabyte is read', async () => {
    const body = JSON.stringify({
      event: 'call_started',
      call: { call_id: 'call_large', to_number: '+493023125001' },
      filler: 'x'.repeat(900_000),
    })
    expect((await post('/webhooks/retell/default', body)).status).toBe(204)
  })

  test('strange characters in keys do no harm', async () => {
    const call = '"call":{"call_id":"call_keys","to_number":"+493023125001"}'
    for (const key of ['a\\u0000b', '\\ud800', '__proto__', 'constructor'])
      expect(
        (await post('/voice/retell/default/tools', `{"name":"get_context",${call},"args":{"${key}":"x"}}`))
          .status,
      ).toBe(200)
  })

  test.each([
    'calls?provider_call_id=%00',
    'appointments?from=0000-01-01',
    'appointments?to=%2B275760-01-01',
    'calls?from=9999-12-31',
  ])('the query %s is refused, not broken', async query => {
    expect((await product.get(`/api/v1/${query}`, product.keys.salon)).status).toBe(400)
  })

  test('absurd figures in an event do not cost the event', async () => {
    const body = JSON.stringify({
      event: 'call_ended',
      call: {
        call_id: 'call_absurd',
        to_number: '+493023125001',
        from_number: '+491713920017',
        start_timestamp: -5,
        end_timestamp: 8.64e15,
        call_cost: { combined_cost: 1e308 },
        latency: { e2e: { p50: -1, p95: 'soon' } },
        disconnection_reason: 'user_hangup',
      },
    })
    expect((await post('/webhooks/retell/default', body)).status).toBe(204)
    await product.settled()
    const rows = await product.database.query("select state from call where provider_call_id = 'call_absurd'")
    expect(rows).toEqual([{ state: 'ended' }])
  })

  test('problems have a stable type and the request’s id', async () => {
    const response = await post('/voice/retell/default/tools', '{')
    const problem = (await response.json()) as { type: string; instance: string }
    expect(problem.type).toBe('/errors/platform/malformed-body')
    expect(problem.instance).toBe(response.headers.get('x-request-id'))
  })
})

describe('Calls for nobody', () => {
  test('an unknown number goes to quarantine and is told one polite sentence (failures 2, 6)', async () => {
    const lost = phoneCall(product, { id: 'call_lost', to: '+493023125099' })
    const { status, body } = await lost.tool('find_slots', { service: 'Herrenschnitt' })
    expect([status, body.status]).toEqual([200, 'not_available'])
    const kept = await product.database.query(
      "select reason from quarantine where provider_call_id = 'call_lost'",
    )
    expect(kept).toEqual([{ reason: 'unknown_number' }])
    expect(await product.database.query("select id from call where provider_call_id = 'call_lost'")).toEqual(
      [],
    )
  })

  test('a call without a number belongs to nobody', async () => {
    const body = JSON.stringify({
      name: 'get_context',
      call: { call_id: 'call_web', call_type: 'web_call' },
      args: {},
    })
    const response = await fetch(`${product.url}/voice/retell/default/tools`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-retell-signature': await sign(body, RETELL_KEY) },
      body,
    })
    expect(await response.json()).toMatchObject({ status: 'not_available' })
  })

  test('a connection cannot speak for another connection’s number (failure 16)', async () => {
    await product.app.modules.voice.connections.save({
      slug: 'other',
      provider: 'retell',
      keys: ['key_other_salon'],
    })
    const foreign = phoneCall(product, { id: 'call_foreign', connection: 'other', key: 'key_other_salon' })
    expect((await foreign.tool('get_context', {})).body.status).toBe('not_available')
    const kept = await product.database.query(
      "select reason from quarantine where provider_call_id = 'call_foreign'",
    )
    expect(kept).toEqual([{ reason: 'foreign_number' }])
  })

  test('an event for an unknown number is put aside and completed', async () => {
    const body = JSON.stringify({
      event: 'call_ended',
      call: { call_id: 'call_nobody', to_number: '+493023125099' },
    })
    await fetch(`${product.url}/webhooks/retell/default`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-retell-signature': await sign(body, RETELL_KEY) },
      body,
    })
    await product.settled()
    const kept = await product.database.query(
      "select reason from quarantine where provider_call_id = 'call_nobody'",
    )
    expect(kept).toEqual([{ reason: 'unknown_number' }])
  })
})
