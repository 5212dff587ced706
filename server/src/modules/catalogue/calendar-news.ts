import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { calendarOpened } from './events.ts'

/** Who hears of changed hours, people, services and blocked times, in the transaction of the change. */
export function createCalendarNews({ jobs, live }: Pick<Platform, 'jobs' | 'live'>) {
  /** Open calendars are drawn anew. */
  const changed = (tx: Tx, id: string) => live.announce(tx, { topic: 'calendar', id, call_id: null })
  /** The same, and what can be booked now and could not before is offered to whoever waits. */
  const opened = async (tx: Tx, id: string): Promise<void> => {
    await changed(tx, id)
    await jobs.publish(tx, calendarOpened, { tenant_id: tx.tenantId })
  }
  return { changed, opened }
}
