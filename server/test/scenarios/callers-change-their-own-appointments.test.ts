import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { type PhoneCall, phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
const PETRA = '+491713920011'
let now = MONDAY
let calls = 0

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } })
})
afterAll(() => product.stop())
beforeEach(() => {
  now = MONDAY
})
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

const NUMBERS = { salon: '+493023125001', practice: '+493023125002' } as const
type World = keyof typeof NUMBERS
function call(from: string | null = PETRA, world: World = 'salon'): PhoneCall {
  calls += 1
  return phoneCall(product, {
    id: `call_own_${calls}`,
    from,
    to: NUMBERS[world],
    clock: { now: () => now },
  })
}
const find = async (on: PhoneCall, when: string, service = 'Föhnen') =>
  (await on.tool('find_slots', { service, when, staff: service === 'Föhnen' ? 'Mara' : undefined })).body
    .slots
async function booked(
  phone: string,
  when: string,
  world: World = 'salon',
  service = 'Föhnen',
): Promise<Json> {
  const on = call(phone, world)
  const [slot] = await find(on, when, service)
  const { body } = await on.tool('book_appointment', { token: slot.token, name: 'Petra Lindner' })
  expect(body.status).toBe('booked')
  return body
}
const rowOf = async (reference: string): Promise<Json> =>
  (
    await product.database.query<Json>(
      'select state, starts_at, version from appointment where reference = $1',
      [reference],
    )
  )[0]
const factsOf = (on: PhoneCall) =>
  product.database.query<Json>(
    'select call_fact.kind from call_fact join call on call.id = call_fact.call_id where call.provider_call_id = $1 order by call_fact.at, call_fact.kind',
    [on.id],
  )

describe('Whoever calls from a number we do not know', () => {
  test.each([
    ['they withhold it', null],
    ['it is another one', '+491713920088'],
  ])(
    'hears and changes nothing when %s, whatever they know; a callback is noted (failures 84, 86)',
    async (_how, from) => {
      const { reference } = await booked('+491713920012', 'am 1. Dezember')
      const on = call(from)
      const [slot] = await find(on, 'am 2. Dezember')
      for (const [tool, args] of [
        ['my_appointments', {}],
        ['cancel_appointment', { reference, description: 'Petra Lindner', confirmed: true }],
        ['move_appointment', { reference, token: slot.token }],
      ] as const) {
        const { body } = await on.tool(tool, args)
        expect(Object.keys(body).sort()).toEqual(['say', 'status'])
        expect(body).toMatchObject({ status: 'not_identified', say: expect.stringContaining('zurückrufen') })
      }
      expect(await rowOf(reference)).toMatchObject({ state: 'confirmed', version: 1 })
      expect((await on.tool('request_callback', { reason: 'Termin absagen' })).body.status).toBe('noted')
      expect(await factsOf(on)).toEqual([{ kind: 'callback' }])
    },
  )
})

describe('A caller we know', () => {
  test('hears their own appointments, three at a time', async () => {
    const phone = '+491713920013'
    for (const when of ['am 3. Dezember', 'am 4. Dezember', 'am 8. Dezember', 'am 9. Dezember'])
      await booked(phone, when)
    const on = call(phone)
    const { body } = await on.tool('my_appointments', {})
    expect(body).toMatchObject({ status: 'ok', more: 1 })
    expect(body.appointments).toHaveLength(3)
    expect(body.say).toContain('Danach kommt noch ein Termin.')
    const rest = await on.tool('my_appointments', { after: body.appointments[2].reference })
    expect(rest.body.appointments).toHaveLength(1)
  })

  test('with several appointments is asked which one, and the one that is said is cancelled (failure 85)', async () => {
    const phone = '+491713920014'
    const first = await booked(phone, 'am 10. Dezember')
    const second = await booked(phone, 'am 11. Dezember')
    const on = call(phone)
    const asked = (await on.tool('cancel_appointment', {})).body
    expect(asked).toMatchObject({ status: 'ask', what: 'which' })
    expect((await on.tool('cancel_appointment', { reference: 'ZZZZZZZ' })).body.status).toBe('ask')
    expect([(await rowOf(first.reference)).state, (await rowOf(second.reference)).state]).toEqual([
      'confirmed',
      'confirmed',
    ])
    const done = (await on.tool('cancel_appointment', { description: 'den am 11. Dezember' })).body
    expect(done).toMatchObject({
      status: 'cancelled',
      reference: second.reference,
      say: expect.stringMatching(/abgesagt: Föhnen am .*elften Dezember/),
    })
    expect([(await rowOf(first.reference)).state, (await rowOf(second.reference)).state]).toEqual([
      'confirmed',
      'cancelled',
    ])
    const again = (await on.tool('cancel_appointment', { description: 'den am 11. Dezember' })).body
    expect(again).toEqual(done)
    expect(await factsOf(on)).toEqual([{ kind: 'cancelled' }])
  })

  test('moves an appointment, and the same request again moves nothing', async () => {
    const phone = '+491713920015'
    const { reference } = await booked(phone, 'am 15. Dezember')
    const on = call(phone)
    const [slot] = await find(on, 'am 16. Dezember')
    const moved = (await on.tool('move_appointment', { token: slot.token })).body
    expect(moved).toMatchObject({
      status: 'moved',
      reference,
      say: expect.stringContaining(
        'Ihr Termin ist verlegt: Föhnen jetzt am Mittwoch, dem sechzehnten Dezember',
      ),
    })
    expect((await on.tool('move_appointment', { token: slot.token })).body).toEqual(moved)
    expect(await rowOf(reference)).toMatchObject({ version: 2 })
    expect(await factsOf(on)).toEqual([{ kind: 'moved' }])
  })

  test('less than a day before, the salon decides: put through in its hours, called back outside', async () => {
    const phone = '+491713920016'
    const { reference, starts_at } = await booked(phone, 'am 17. Dezember um 14 Uhr')
    now = Temporal.Instant.from(starts_at).subtract({ hours: 3 })
    const inHours = (await call(phone).tool('cancel_appointment', { reference })).body
    expect(inHours).toMatchObject({
      status: 'not_allowed',
      next: 'transfer',
      say: expect.stringContaining('verbinden'),
    })
    now = Temporal.Instant.from(starts_at).subtract({ hours: 16 })
    const outside = (await call(phone).tool('cancel_appointment', { reference })).body
    expect(outside).toMatchObject({
      status: 'not_allowed',
      next: 'callback',
      say: expect.stringContaining('zurückrufen'),
    })
    expect((await rowOf(reference)).state).toBe('confirmed')
  })

  test('at the practice a late one costs a fee, which counts only once it was named in the call', async () => {
    const phone = '+491713920018'
    const { reference, starts_at } = await booked(phone, 'am 10. Dezember', 'practice', 'Kontrolle')
    now = Temporal.Instant.from(starts_at).subtract({ hours: 20 })
    const on = call(phone, 'practice')
    const hasty = (await on.tool('cancel_appointment', { confirmed: true })).body
    expect(hasty).toMatchObject({
      status: 'confirm',
      fee: { minor: 2500, currency: 'EUR' },
      say: expect.stringContaining('fünfundzwanzig Euro'),
    })
    expect((await rowOf(reference)).state).toBe('confirmed')
    expect((await on.tool('cancel_appointment', { confirmed: true })).body.status).toBe('cancelled')
    const rows = await product.database.query<Json>(
      "select fee_minor from appointment_change where kind = 'cancelled' and fee_minor is not null",
    )
    expect(rows).toEqual([{ fee_minor: 2500 }])
  })

  test('with a single one is asked whether it is meant, as long as nothing usable names it', async () => {
    const phone = '+491713920021'
    const { reference } = await booked(phone, 'am 22. Dezember')
    const on = call(phone)
    for (const said of [{}, { reference: {}, description: [], confirmed: 'vielleicht' }]) {
      const asked = (await on.tool('cancel_appointment', said)).body
      expect(asked).toMatchObject({ status: 'ask', what: 'which', appointments: [{ reference }] })
      expect(asked.say).toMatch(/^Meinen Sie Föhnen am Dienstag, dem zweiundzwanzigsten Dezember/)
    }
    expect((await rowOf(reference)).state).toBe('confirmed')
    expect((await on.tool('cancel_appointment', { confirmed: true })).body.status).toBe('cancelled')
  })

  test('in English hears it in English', async () => {
    const phone = '+491713920019'
    const { reference } = await booked(phone, 'am 18. Dezember')
    const { body } = await call(phone).tool('cancel_appointment', { reference, language: 'en' })
    expect(body.say).toMatch(
      /^Your appointment has been cancelled: Föhnen on Friday, the eighteenth of December/,
    )
  })
})
