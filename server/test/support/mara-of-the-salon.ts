import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from './send.ts'
import type { Json, TestProduct } from './test-product.ts'

/** A Thursday; it is the Friday before. */
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T18:00:00+01:00' }

export const fridayClock = () => fixedClock('2026-11-20T10:00:00+01:00')

/** A time on the Thursday. */
export const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-26T${time}:00+01:00`)

/**
 * What tests of calendars elsewhere do with Mara's haircuts: look for times, book them, let the clock go on. The product
 * is started later by the test.
 */
export function maraOfTheSalon(started: () => TestProduct, clock: ReturnType<typeof fixedClock>) {
  const ask = (method: string, path: string, body?: unknown) =>
    send(started().url, { method, path, key: started().keys.salon, body })
  const get = async (path: string): Promise<Json> => (await ask('GET', path)).body
  const post = (path: string, body: unknown) => ask('POST', path, body)

  async function free(wish: Record<string, string> = {}): Promise<Json> {
    const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY, ...wish })
    return await get(`/api/v1/availability?${query}`)
  }

  return {
    ...{ ask, get, post, free },
    starts: async (wish: Record<string, string> = {}): Promise<string[]> =>
      (await free(wish)).items.map((item: Json) => item.starts_at.slice(11, 16)),

    /** For a time that is free. */
    async book(time: string): Promise<Json> {
      const slot = (await free()).items.find((item: Json) => item.starts_at.slice(11, 16) === time)
      return await post('/api/v1/appointments', { token: slot.token, customer: { name: 'Petra Lindner' } })
    },

    /** As the clock would: what is due is read and written, until nothing is left to do. */
    async catchUp(minutes = 0): Promise<void> {
      clock.advance(minutes * 60_000)
      await started().settled()
      for (const name of ['calendars.read-due-calendars', 'calendars.take-up-appointments']) {
        await started().app.platform.jobs.schedules().get(name)?.run(clock.now())
        await started().settled()
      }
    },

    async entryOf(appointmentId: string): Promise<Json> {
      return (await get(`/api/v1/sync-entries?appointment=${appointmentId}`)).items[0]
    },
    openConflicts: async (): Promise<Json[]> => (await get('/api/v1/calendar-conflicts?state=open')).items,

    /** Connects the calendar that stands in for CalDAV, read and written. */
    async linkCalendar(): Promise<{ mara: string; connection: Json; link: Json }> {
      const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
      const { body: connection } = await post('/api/v1/calendar-connections', {
        provider: 'caldav',
        name: 'Mara privat',
        secrets: [
          { name: 'user', value: 'mara' },
          { name: 'password', value: 'geheim' },
        ],
        outside_changes: 'accept',
      })
      const { body: link } = await post('/api/v1/calendar-links', {
        ...{ connection_id: connection.id, resource_id: mara, target: 'main', direction: 'both' },
      })
      return { mara, connection, link }
    },
  }
}
