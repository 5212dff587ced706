import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import type { SyncEntryId, TenantId } from '../../src/platform/ids/ids.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; what is booked is on the Thursday after. */
let now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const clock = { now: () => now }
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T18:00:00+01:00' }

let product: TestProduct
let calendar: MemoryCalendar
let tenantId: TenantId

const get = async (path: string): Promise<Json> => (await product.get(path, product.keys.salon)).body
const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)

async function book(time: string): Promise<string> {
  const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY })
  const { items } = await get(`/api/v1/availability?${query}`)
  const slot = items.find((item: Json) => item.starts_at.slice(11, 16) === time)
  return (await post('/api/v1/appointments', { token: slot.token, customer: { name: 'Petra Lindner' } })).body
    .id
}

/** What jobs do, without a worker: so that the test decides when, how often and how far. */
async function run(name: string, payload: object): Promise<void> {
  await product.app.platform.jobs.definitions().get(name)?.run(payload, { number: 1, last: false })
}
const enter = (appointmentId: string) =>
  run('calendars.enter-booked-appointment', {
    tenant_id: tenantId,
    appointment_id: appointmentId,
    version: 1,
  })
const write = (entryId: SyncEntryId) =>
  run('calendars.write-appointment', { tenant_id: tenantId, entry_id: entryId })
/** Leaves behind what a writer does that is killed while it asks: its intention and its lease. */
async function killWriterOf(entryId: SyncEntryId): Promise<void> {
  calendar.setFault(operation => {
    if (operation === 'create') throw new Error('killed')
    return null
  })
  await write(entryId).catch(() => undefined)
  calendar.setFault(() => null)
  await product.database.query(
    'update sync_entry set lease = gen_random_uuid(), lease_until = $2, next_try_at = $2 where id = $1',
    [entryId, now.add({ minutes: 5 }).toString()],
  )
}
const entryOf = async (appointmentId: string): Promise<Json> =>
  (await get(`/api/v1/sync-entries?appointment=${appointmentId}`)).items[0]
const count = (operation: string): number => calendar.log.filter(one => one === operation).length

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ clock, worker: 'none', calendarAdapters: { caldav: calendar.adapter } })
  tenantId = await product.tenantId('salon')
  const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
  const connection = (
    await post('/api/v1/calendar-connections', { provider: 'caldav', name: 'Mara', secrets: [] })
  ).body.id
  await post('/api/v1/calendar-links', {
    connection_id: connection,
    resource_id: mara,
    target: 'main',
    direction: 'write',
  })
})
afterAll(() => product.stop())
beforeEach(() => {
  calendar.setFault(() => null)
  calendar.log.length = 0
})

describe('One appointment in one calendar', () => {
  test('is created once by ten workers who want to at once (failure 59)', async () => {
    const id = await book('09:00')
    await enter(id)
    const entry = await entryOf(id)
    await Promise.all(Array.from({ length: 10 }, () => write(entry.id)))
    expect([count('create'), (await entryOf(id)).state]).toEqual([1, 'in_step'])
  })

  test('is not created again when its worker was killed after the calendar had it (failure 58)', async () => {
    const id = await book('10:00')
    await enter(id)
    const entry = await entryOf(id)
    await killWriterOf(entry.id)
    // It was killed when the request had gone out: what stands there is what the request did.
    calendar.addForeign('killed', [{ key: 'once', ...placeOf(entry) }], {
      reference: await referenceOf(entry.id),
    })
    await write(entry.id)
    const tooEarly = count('find')
    now = now.add({ minutes: 6 })
    await write(entry.id)
    const settled = await entryOf(id)
    expect([tooEarly, settled.state, settled.external_id, calendar.events().filter(ours).length]).toEqual([
      0,
      'in_step',
      'killed',
      2,
    ])
  })

  test('is created by the next worker when the killed one had not got so far', async () => {
    const id = await book('11:00')
    await enter(id)
    const entry = await entryOf(id)
    await killWriterOf(entry.id)
    calendar.log.length = 0
    now = now.add({ minutes: 6 })
    await write(entry.id)
    expect([calendar.log, (await entryOf(id)).state]).toEqual([['find', 'create'], 'in_step'])
  })

  test('is looked for by the next worker at once, when what it did could not be written down', async () => {
    const id = await book('17:00')
    await enter(id)
    const entry = await entryOf(id)
    const { database } = product
    await database.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refuse before update on sync_entry for each row
        when (new.state = 'in_step') execute function refuse()`)
    await expect(write(entry.id)).rejects.toThrow('refused')
    await database.query('drop trigger refuse on sync_entry')
    await write(entry.id)
    const settled = await entryOf(id)
    expect([calendar.log, settled.state]).toEqual([['create', 'find'], 'in_step'])
  })

  test('stands where it is now, when its event comes late and the first one twice', async () => {
    const id = await book('12:00')
    await post(`/api/v1/appointments/${id}/cancel`, {})
    await enter(id)
    await enter(id)
    expect([await entryOf(id), count('create')]).toEqual([undefined, 0])
  })

  test('that was cancelled while it was being created is removed again', async () => {
    const id = await book('14:00')
    await enter(id)
    const entry = await entryOf(id)
    let cancelled: Promise<unknown> = Promise.resolve()
    calendar.setFault(operation => {
      if (operation === 'create') cancelled = cancelAndEnter(id)
      return null
    })
    await write(entry.id)
    await cancelled
    calendar.setFault(() => null)
    await write(entry.id)
    const settled = await entryOf(id)
    const reference = await referenceOf(entry.id)
    expect([
      settled.state,
      settled.observed.state,
      calendar.events().some(event => event.reference === reference),
    ]).toEqual(['in_step', 'cancelled', false])
  })

  test('that stands there twice is a question for a person', async () => {
    const id = await book('15:00')
    await enter(id)
    const entry = await entryOf(id)
    calendar.setFault(operation => (operation === 'create' ? 'lost_before' : null))
    await write(entry.id)
    calendar.setFault(() => null)
    for (const name of ['one', 'other'])
      calendar.addForeign(name, [{ key: 'once', ...placeOf(entry) }], {
        reference: await referenceOf(entry.id),
      })
    now = now.add({ minutes: 6 })
    await write(entry.id)
    const conflicts = (await get('/api/v1/calendar-conflicts?state=open')).items
    expect([(await entryOf(id)).state, conflicts.map((one: Json) => [one.kind, one.theirs.length])]).toEqual([
      'conflict',
      [['doubled', 2]],
    ])
  })
})

describe('An appointment with two people in two calendars', () => {
  const about = async (id: string): Promise<Json[]> =>
    (await get(`/api/v1/sync-entries?appointment=${id}`)).items
  const standing = (id: string) => async (): Promise<string[]> =>
    (await about(id)).map(entry => `${entry.state}/${entry.observed?.state ?? 'none'}`).toSorted()
  const writeAll = async (id: string): Promise<void> => {
    for (const entry of await about(id)) await write(entry.id)
  }

  test('is moved and cancelled in both, each part says how far it is, and none is made anew (failure 64)', async () => {
    const id = await bookTogether()
    await enter(id)
    await writeAll(id)
    const places = async (): Promise<string[]> => {
      const references = await Promise.all((await about(id)).map(entry => referenceOf(entry.id)))
      return calendar
        .events()
        .filter(event => references.includes(event.reference ?? ''))
        .map(event => String(event.occurrences[0]?.startsAt))
    }
    expect([await standing(id)(), count('create')]).toEqual([Array(2).fill('in_step/confirmed'), 2])

    const last = (await offers(id)).at(-1)
    expect((await post(`/api/v1/appointments/${id}/move`, { token: last.token })).status).toBe(200)
    await enter(id)
    let refused = false
    calendar.setFault(operation => {
      if (operation !== 'change' || refused) return null
      refused = true
      return 'later'
    })
    await writeAll(id)
    expect(await standing(id)()).toEqual(['failed/confirmed', 'in_step/confirmed'])
    calendar.setFault(() => null)
    now = now.add({ minutes: 6 })
    await writeAll(id)
    expect([await standing(id)(), await places(), count('create')]).toEqual([
      Array(2).fill('in_step/confirmed'),
      Array(2).fill(String(Temporal.Instant.from(last.starts_at))),
      2,
    ])

    await cancelAndEnter(id)
    await writeAll(id)
    expect([await standing(id)(), await places()]).toEqual([Array(2).fill('in_step/cancelled'), []])
  })

  async function offers(moving?: string): Promise<Json[]> {
    const query = new URLSearchParams({ service: 'Farbe zu zweit', ...DAY, ...(moving && { moving }) })
    return (await get(`/api/v1/availability?${query}`)).items
  }

  /** Two people at once, each with a calendar. */
  async function bookTogether(): Promise<string> {
    const staff = (await get('/api/v1/staff')).items
    const [one, other] = ['Mara', 'Aylin'].map(name => staff.find((person: Json) => person.name === name))
    const made = await post('/api/v1/services', {
      ...{ name: 'Farbe zu zweit', price_minor: 9000, grid_minutes: 30 },
      segments: [
        {
          minutes: 30,
          needs: [
            { role: 'Farbe', kind: 'staff' },
            { role: 'Hilfe', kind: 'staff' },
          ],
        },
      ],
      resources: [
        { id: one.id, roles: ['Farbe'] },
        { id: other.id, roles: ['Hilfe'] },
      ],
    })
    expect(made.status).toBe(201)
    const [connection] = (await get('/api/v1/calendar-connections')).items
    const links = (await get('/api/v1/calendar-links')).items
    for (const { id: resource_id } of [one, other])
      if (!links.some((link: Json) => link.resource_id === resource_id))
        await post('/api/v1/calendar-links', {
          ...{ connection_id: connection.id, resource_id, target: 'main', direction: 'write' },
        })
    const [{ token }] = await offers()
    return (await post('/api/v1/appointments', { token, customer: { name: 'Petra Lindner' } })).body.id
  }
})

async function cancelAndEnter(id: string): Promise<void> {
  await post(`/api/v1/appointments/${id}/cancel`, {})
  await enter(id)
}

async function referenceOf(entryId: string): Promise<string> {
  const [row] = await product.database.query<{ reference: string }>(
    'select sync_entry.reference from sync_entry where sync_entry.id = $1',
    [entryId],
  )
  return row?.reference ?? ''
}

function placeOf(entry: Json) {
  const { starts_at, ends_at } = entry.desired
  return { startsAt: Temporal.Instant.from(starts_at), endsAt: Temporal.Instant.from(ends_at) }
}

function ours(event: { reference: string | null }): boolean {
  return event.reference !== null
}
