import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { LiveEvent, LiveTopic } from '../../platform/live/live.ts'

/** More than these are not looked at one by one: the page reconnects, and asks for everything again. */
const MOST_WAITING = 200

/** Where the id of an announcement can be found. Topics without a place are of no location, or of nobody limited to one. */
const PLACES: Readonly<Record<LiveTopic, readonly string[]>> = {
  call: ['call'],
  appointment: ['appointment'],
  message: ['message'],
  'callback-request': ['callback_request'],
  waitlist: ['waitlist_entry'],
  calendar: ['resource', 'location', 'closure', 'absence', 'hours_exception', 'service', 'sync_entry'],
  job: [],
  'inbox-event': [],
  receptionist: [],
}

/** Whether what changed is there for the transaction, by the policies of its table. */
export async function isInReach(tx: Tx, { topic, id, call_id }: LiveEvent): Promise<boolean> {
  const places = PLACES[topic]
  if (places.length === 0) return false
  const known = sql.join(
    places.map(place => isThere(tx, place, id)),
    sql` or `,
  )
  const call = call_id === null ? sql`` : sql`and ${isThere(tx, 'call', call_id)}`
  const { rows } = await sql<{ there: boolean }>`select (${known}) ${call} as there`.execute(tx)
  return rows[0]?.there === true
}

function isThere(tx: Tx, table: string, id: string): RawBuilder<unknown> {
  const of = sql.table(table)
  return sql`exists (select from ${of} where ${of}.tenant_id = ${tx.tenantId} and ${of}.id = ${id}::uuid)`
}

/** Passes on what is in reach, in the order in which it came; what cannot be looked up is not passed on. */
export function tellInReach(stream: {
  tell: (event: LiveEvent) => void
  inReach: (event: LiveEvent) => Promise<boolean>
  giveUp: () => void
}): (event: LiveEvent) => void {
  let last = Promise.resolve()
  let waiting = 0
  return event => {
    if (waiting >= MOST_WAITING) return stream.giveUp()
    waiting += 1
    last = last
      .then(async () => {
        if (await stream.inReach(event)) stream.tell(event)
      })
      .catch(() => stream.giveUp())
      .finally(() => {
        waiting -= 1
      })
  }
}
