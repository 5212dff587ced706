import { sql } from 'kysely'
import type { SystemTx, Tx } from '../db/database.ts'

/** Events as the people of their tenant see them; row-level security shows a tenant its own and no others. */
export const INBOX_STATES = ['waiting', 'processed', 'dead'] as const
export type InboxState = (typeof INBOX_STATES)[number]

export type InboxEventView = {
  readonly id: string
  readonly source: string
  readonly eventKey: string
  readonly state: InboxState
  readonly receivedAt: Temporal.Instant
  readonly processedAt: Temporal.Instant | null
  readonly attempts: number
  readonly error: string | null
  readonly reason: string | null
  readonly requestId: string
  readonly bodyRemovedAt: Temporal.Instant | null
}

export type InboxEventDetail = InboxEventView & { readonly headers: unknown; readonly body: string }

const COLUMNS = sql`
  inbox.id, inbox.source, inbox.event_key as "eventKey", inbox.received_at as "receivedAt",
  inbox.processed_at as "processedAt", inbox.attempts, inbox.error, inbox.dead_reason as reason,
  inbox.request_id as "requestId", inbox.body_removed_at as "bodyRemovedAt",
  case when inbox.processed_at is not null then 'processed' when inbox.dead_at is not null then 'dead' else 'waiting' end
    as state`

/** Newest first. */
export async function listInboxEvents(
  tx: Tx,
  wanted: {
    state: InboxState | null
    source: string | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<InboxEventView[]> {
  const { source, after } = wanted
  const { rows } = await sql<InboxEventView>`
    select ${COLUMNS} from inbox
    where inbox.resolved_tenant_id = ${tx.tenantId}
      ${source === null ? sql`` : sql`and inbox.source = ${source}`}
      ${wanted.state === null ? sql`` : inState(wanted.state)}
      ${after === null ? sql`` : sql`and (inbox.received_at, inbox.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by inbox.received_at desc, inbox.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}

function inState(state: InboxState) {
  switch (state) {
    case 'processed':
      return sql`and inbox.processed_at is not null`
    case 'dead':
      return sql`and inbox.dead_at is not null`
    case 'waiting':
      return sql`and inbox.processed_at is null and inbox.dead_at is null`
    default:
      return state satisfies never
  }
}

export async function readInboxEvents(tx: Tx, ids: readonly string[]): Promise<InboxEventView[]> {
  const { rows } = await sql<InboxEventView>`
    select ${COLUMNS} from inbox
    where inbox.resolved_tenant_id = ${tx.tenantId} and inbox.id = any(${[...ids]}::uuid[])
  `.execute(tx)
  return rows
}

export async function readInboxEvent(tx: Tx, id: string): Promise<InboxEventDetail | null> {
  const { rows } = await sql<InboxEventDetail>`
    select ${COLUMNS}, inbox.headers, inbox.body from inbox
    where inbox.resolved_tenant_id = ${tx.tenantId} and inbox.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Over all tenants: what is neither processed nor dead, and what is dead. */
export async function countInbox(tx: SystemTx): Promise<{ waiting: number; dead: number }> {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select (select count(*)::int from inbox where inbox.processed_at is null and inbox.dead_at is null) as waiting,
      (select count(*)::int from inbox where inbox.dead_at is not null) as dead
  `.execute(tx)
  return rows[0] ?? { waiting: 0, dead: 0 }
}
