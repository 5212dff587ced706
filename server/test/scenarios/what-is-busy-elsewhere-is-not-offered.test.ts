import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResourceId } from '../../src/platform/ids/ids.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; all that follows is on the Thursday after. */
const clock = fixedClock('2026-11-20T10:00:00+01:00')
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T13:00:00+01:00' }
let product: TestProduct

async function inSalon<T>(
  work: (
    tx: Parameters<Parameters<typeof product.app.platform.db.inTenant>[1]>[0],
    mara: ResourceId,
  ) => Promise<T>,
): Promise<T> {
  return await product.app.platform.db.inTenant(await product.tenantId('salon'), async tx => {
    const staff = await product.app.modules.catalogue.listStaff(tx)
    const mara = staff.find(person => person.name === 'Mara')
    if (!mara) throw new Error('Mara is not there.')
    return await work(tx, mara.id)
  })
}

async function busy(
  source: string,
  ...ranges: ReadonlyArray<readonly [string, string, string]>
): Promise<void> {
  await inSalon((tx, resourceId) =>
    product.app.modules.scheduling.replaceExternalBusy(tx, {
      source,
      resourceId,
      seenAt: clock.now(),
      ranges: ranges.map(([key, from, to]) => ({ key, startsAt: at(from), endsAt: at(to) })),
    }),
  )
}

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-26T${time}:00+01:00`)

async function offered(): Promise<Json[]> {
  const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY })
  return (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body.items
}

const starts = async (): Promise<string[]> => (await offered()).map(item => item.starts_at.slice(11, 16))

const book = (token: string) =>
  product.post('/api/v1/appointments', product.keys.salon, { token, customer: { name: 'Petra Lindner' } })

beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

describe('A person who is busy in a calendar elsewhere', () => {
  test('is not offered then, and again when the calendar no longer says so', async () => {
    const before = await starts()
    await busy('calendar:one', ['dentist', '09:00', '11:00'])
    expect(await starts()).toEqual(before.filter(start => start >= '11:00'))
    await busy('calendar:one')
    expect(await starts()).toEqual(before)
  })

  test('is busy when one of two calendars says so', async () => {
    const before = await starts()
    await busy('calendar:one', ['a', '09:00', '10:00'])
    await busy('calendar:two', ['a', '09:30', '12:00'])
    await busy('calendar:one')
    expect(await starts()).toEqual(before.filter(start => start >= '12:00'))
    await busy('calendar:two')
  })

  test('cannot be booked with an offer made before (failure 35)', async () => {
    const [slot] = await offered()
    await busy('calendar:one', ['surgery', '09:00', '12:00'])
    const answer = await book(slot.token)
    expect([answer.status, answer.body.type.split('/').at(-1)]).toEqual([409, 'slot-taken'])
    await busy('calendar:one')
  })

  test('is free again at once when an entry moves (failure 41)', async () => {
    const before = await starts()
    await busy('calendar:one', ['moved', '09:00', '11:00'])
    await busy('calendar:one', ['moved', '20:00', '21:00'])
    expect(await starts()).toEqual(before)
    await busy('calendar:one')
  })

  test('is named with the end of it', async () => {
    await busy('calendar:one', ['dentist', '09:00', '10:40'])
    const { sentence } = await inSalon(async (tx, staffId) => {
      const { catalogue, scheduling } = product.app.modules
      const [service] = catalogue.matchServices(await catalogue.listServices(tx), 'Haarschnitt Damen')
      if (!service) throw new Error('There is no such service.')
      return await scheduling.explainSlot(tx, { service, at: at('09:00'), staffId, lang: 'de' })
    })
    expect(sentence).toContain('Mara ist bis 10:40 belegt')
    await busy('calendar:one')
  })
})

test('a booking in flight and a calendar entry do not overtake each other', async () => {
  const [slot] = await offered()
  const { booking } = await inSalon(async (tx, resourceId) => {
    await product.app.modules.scheduling.replaceExternalBusy(tx, {
      source: 'calendar:one',
      resourceId,
      seenAt: clock.now(),
      ranges: [{ key: 'a', startsAt: at('09:00'), endsAt: at('12:00') }],
    })
    const booking = book(slot.token)
    await expect.poll(waitingForARow).toBeGreaterThan(0)
    return { booking }
  })
  expect((await booking).status).toBe(409)
})

async function waitingForARow(): Promise<number> {
  const [row] = await product.database.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.waiting ?? 0
}
