import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalcomSimulator, EXAMPLE_KEY, startCalcom } from '../../../sandbox/calcom/start-calcom.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { type PhoneCall, phoneCall } from '../support/tool-caller.ts'

/** A Friday; the appointment is on the Thursday after. */
let now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const clock = { now: () => now }
/** As long as Retell waits for a tool; Cal.com hangs for nineteen seconds. */
const BUDGET_MS = 10_000

let product: TestProduct
let calcom: CalcomSimulator
let call: PhoneCall
const waited: number[] = []

const key = () => product.keys.salon
const get = async (path: string): Promise<Json> => (await product.get(path, key())).body
const control = (method: string, path: string, json?: unknown) =>
  fetch(calcom.url + path, {
    method,
    ...(json === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
  })

async function tool(name: string, args: object): Promise<Json> {
  const answer = await call.tool(name, args)
  waited.push(answer.ms)
  return answer.body
}

/** As the clock would: what is due is read and written. */
async function runDue(): Promise<void> {
  for (const name of ['calendars.read-due-calendars', 'calendars.take-up-appointments']) {
    await product.app.platform.jobs.schedules().get(name)?.run(now)
  }
}

beforeAll(async () => {
  calcom = await startCalcom({ now: () => now.epochMilliseconds })
  product = await startProduct({
    clock,
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: 'termine.salon.example' } },
  })
  const service = (await get('/api/v1/services')).items.find((one: Json) => one.name === 'Haarschnitt Damen')
  await control('PATCH', '/_control/event-types/101', { lengthInMinutes: service.minutes })
  const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
  const connection = await product.post('/api/v1/calendar-connections', key(), {
    ...{ provider: 'calcom', name: 'Salon bei Cal.com', when_unknown: 'offer_as_requested' },
    secrets: [
      { name: 'kind', value: 'api_key' },
      { name: 'apiKey', value: EXAMPLE_KEY },
    ],
  })
  const wish = { connection_id: connection.body.id, resource_id: mara, target: 'event_type/101' }
  await product.post('/api/v1/calendar-links', key(), { ...wish, direction: 'both' })
  await product.settled()
  call = phoneCall(product, { id: 'call_while_cal_com_hangs', clock })
  // From here on every request to Cal.com hangs, longer than anybody on the telephone waits.
  await control('POST', '/_control/api-faults', { times: 1_000_000, status: 503, delayMs: 19_000 })
  now = now.add({ minutes: 45 })
  await runDue()
})
afterAll(async () => {
  await control('DELETE', '/_control/api-faults')
  await product.stop()
  await calcom.close()
})

describe('While Cal.com hangs for a whole call', () => {
  test('the caller gets an answer each time they would wait for, and the appointment as a request (failure 66)', async () => {
    await tool('get_context', {})
    const found = await tool('find_slots', {
      ...{ service: 'Haarschnitt Damen', staff: 'Mara', when: 'nächsten Donnerstag um zehn' },
    })
    const { token } = found.slots[0]
    await tool('hold_slot', { token })
    const booked = await tool('book_appointment', { token, name: 'Petra Lindner' })
    expect([booked.status, Math.max(...waited) < BUDGET_MS]).toEqual(['requested', true])
  })

  test('health says so', async () => {
    await expect
      .poll(async () => (await get('/api/v1/calendar-connections')).items[0].state, { timeout: 90_000 })
      .toBe('unreadable')
    const { body } = await product.get('/health/calcom', key())
    expect(JSON.stringify(body)).toMatch(/degraded|down|fail|warn/)
  })

  test('and answers again, it is read, written and confirmed without anybody', async () => {
    await control('DELETE', '/_control/api-faults')
    await expect
      .poll(
        async () => {
          now = now.add({ minutes: 10 })
          await runDue()
          await product.settled()
          const { items } = await get('/api/v1/appointments?limit=1')
          const { bookings } = (await (await control('GET', '/_control/state')).json()) as Json
          return [
            items[0]?.state,
            bookings.length,
            (await get('/api/v1/calendar-connections')).items[0].state,
          ]
        },
        { timeout: 120_000, interval: 200 },
      )
      .toEqual(['confirmed', 1, 'ok'])
    expect((await get('/api/v1/calendar-conflicts?state=open')).items).toEqual([])
  })
})
