import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId } from '../../../platform/ids/ids.ts'
import type { WhenUnknown } from '../../scheduling/index.ts'
import type { CalendarProvider } from '../port.ts'

export const WHEN_UNKNOWN = ['offer_as_requested', 'callback', 'not_bookable'] as const
export const OUTSIDE_CHANGES = ['accept', 'ask', 'restore'] as const
export type OutsideChanges = (typeof OUTSIDE_CHANGES)[number]
export const CONNECTION_STATES = ['ok', 'unreadable', 'reconnect', 'off'] as const
export type ConnectionState = (typeof CONNECTION_STATES)[number]

/** An account at a calendar provider. */
export type CalendarConnection = {
  readonly id: CalendarConnectionId
  readonly provider: CalendarProvider
  readonly name: string
  readonly state: ConnectionState
  /** Why it does not work, in the provider's words; null: it does. */
  readonly problem: string | null
  readonly problemSince: Temporal.Instant | null
  readonly lastOkAt: Temporal.Instant | null
  readonly whenUnknown: WhenUnknown
  readonly outsideChanges: OutsideChanges
  readonly freshMinutes: number
  readonly sealedSecrets: string | null
  readonly createdAt: Temporal.Instant
}

const CONNECTION = sql`
  select calendar_connection.id, calendar_connection.provider, calendar_connection.name, calendar_connection.state,
    calendar_connection.problem, calendar_connection.problem_since as "problemSince",
    calendar_connection.last_ok_at as "lastOkAt", calendar_connection.when_unknown as "whenUnknown",
    calendar_connection.outside_changes as "outsideChanges", calendar_connection.fresh_minutes as "freshMinutes",
    calendar_connection.sealed_secrets as "sealedSecrets", calendar_connection.created_at as "createdAt"
  from calendar_connection`

export async function readConnection(tx: Tx, id: CalendarConnectionId): Promise<CalendarConnection | null> {
  const { rows } = await sql<CalendarConnection>`
    ${CONNECTION} where calendar_connection.tenant_id = ${tx.tenantId} and calendar_connection.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Newest first. */
export async function listConnections(
  tx: Tx,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<CalendarConnection[]> {
  const { after } = page
  const { rows } = await sql<CalendarConnection>`
    ${CONNECTION}
    where calendar_connection.tenant_id = ${tx.tenantId}
      ${after === null ? sql`` : sql`and (calendar_connection.created_at, calendar_connection.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by calendar_connection.created_at desc, calendar_connection.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}

export async function insertConnection(
  tx: Tx,
  made: Pick<
    CalendarConnection,
    'id' | 'provider' | 'name' | 'whenUnknown' | 'outsideChanges' | 'freshMinutes' | 'sealedSecrets'
  > & { readonly now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('calendar_connection')
    .values({
      id: made.id,
      provider: made.provider,
      name: made.name,
      when_unknown: made.whenUnknown,
      outside_changes: made.outsideChanges,
      fresh_minutes: made.freshMinutes,
      sealed_secrets: made.sealedSecrets,
      created_at: isoText(made.now),
      ...(made.sealedSecrets === null
        ? { state: 'reconnect', problem: 'not connected yet', problem_since: isoText(made.now) }
        : {}),
    })
    .execute()
}

/** What is left out stays. Whoever has no secrets any more logs in anew. */
export async function changeConnection(
  tx: Tx,
  id: CalendarConnectionId,
  changes: {
    name?: string | undefined
    state?: ConnectionState | undefined
    whenUnknown?: WhenUnknown | undefined
    outsideChanges?: OutsideChanges | undefined
    freshMinutes?: number | undefined
    sealedSecrets?: string | undefined
  },
): Promise<void> {
  const { name, state, whenUnknown, outsideChanges, freshMinutes, sealedSecrets } = changes
  await sql`
    update calendar_connection
    set name = coalesce(${name ?? null}, calendar_connection.name),
      state = case
        when ${state ?? null}::text = 'ok' and coalesce(${sealedSecrets ?? null}, calendar_connection.sealed_secrets) is null
          then 'reconnect'
        else coalesce(${state ?? null}, calendar_connection.state) end,
      when_unknown = coalesce(${whenUnknown ?? null}, calendar_connection.when_unknown),
      outside_changes = coalesce(${outsideChanges ?? null}, calendar_connection.outside_changes),
      fresh_minutes = coalesce(${freshMinutes ?? null}::integer, calendar_connection.fresh_minutes),
      sealed_secrets = coalesce(${sealedSecrets ?? null}, calendar_connection.sealed_secrets)
    where calendar_connection.tenant_id = ${tx.tenantId} and calendar_connection.id = ${id}
  `.execute(tx)
}

/** Unless somebody logged in anew meanwhile, or switched it on. */
export async function forgetSecrets(
  tx: Tx,
  { id, sealedSecrets }: { id: CalendarConnectionId; sealedSecrets: string },
): Promise<void> {
  await tx
    .updateTable('calendar_connection')
    .set({ sealed_secrets: null })
    .where('calendar_connection.tenant_id', '=', tx.tenantId)
    .where('calendar_connection.id', '=', id)
    .where('calendar_connection.state', '=', 'off')
    .where('calendar_connection.sealed_secrets', '=', sealedSecrets)
    .execute()
}

/** It answered. What was switched off stays so. */
export async function noteWorking(
  tx: Tx,
  { id, at }: { id: CalendarConnectionId; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('calendar_connection')
    .set({ state: 'ok', problem: null, problem_since: null, last_ok_at: isoText(at) })
    .where('calendar_connection.tenant_id', '=', tx.tenantId)
    .where('calendar_connection.id', '=', id)
    .where('calendar_connection.state', '<>', 'off')
    .execute()
}

/** It did not answer, or not to us. */
export async function noteProblem(
  tx: Tx,
  given: {
    id: CalendarConnectionId
    state: 'unreadable' | 'reconnect'
    problem: string
    at: Temporal.Instant
  },
): Promise<void> {
  await sql`
    update calendar_connection
    set state = ${given.state}, problem = ${given.problem.slice(0, 500) || given.state},
      problem_since = coalesce(calendar_connection.problem_since, ${isoText(given.at)})
    where calendar_connection.tenant_id = ${tx.tenantId} and calendar_connection.id = ${given.id}
      and calendar_connection.state <> 'off'
  `.execute(tx)
}
