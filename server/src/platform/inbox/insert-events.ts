import { sql } from 'kysely'
import type { SystemTx } from '../db/database.ts'
import type { InboxEventId } from '../ids/ids.ts'
import type { PreparedJob } from '../jobs/jobs.ts'
import type { ReceivedEvent } from './received-event.ts'

export type ArrivedEvent = {
  readonly id: InboxEventId
  readonly received: ReceivedEvent
  readonly receivedAt: string
  readonly job: PreparedJob
}

/** Inserts what is new under (source, event key), also among themselves, and returns the ids that went in. */
export async function insertEvents(
  tx: SystemTx,
  arrived: readonly ArrivedEvent[],
): Promise<ReadonlySet<InboxEventId>> {
  const column = (of: (event: ArrivedEvent) => string): string[] => arrived.map(of)
  const { rows } = await sql<{ id: InboxEventId }>`
    insert into inbox (id, source, event_key, headers, body, request_id, received_at)
    select arrived.id, arrived.source, arrived.event_key, arrived.headers, arrived.body, arrived.request_id, arrived.received_at
    from unnest(
      ${column(event => event.id)}::uuid[],
      ${column(event => event.received.source)}::text[],
      ${column(event => event.received.eventKey)}::text[],
      ${column(event => JSON.stringify(event.received.headers))}::jsonb[],
      ${column(event => event.received.body)}::text[],
      ${column(event => event.received.requestId)}::text[],
      ${column(event => event.receivedAt)}::timestamptz[]) as arrived (id, source, event_key, headers, body, request_id, received_at)
    on conflict on constraint inbox_event_once do nothing
    returning inbox.id
  `.execute(tx)
  return new Set(rows.map(row => row.id))
}
