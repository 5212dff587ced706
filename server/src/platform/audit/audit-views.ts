import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { instantSql } from '../db/instant-sql.ts'

/** What happens to an account rather than to a row of the business. */
const LOGIN_ACTIONS = [
  'logged_in',
  'logged_out',
  'locked_out',
  'password_changed',
  'password_reset',
  'second_factor_on',
  'second_factor_off',
  'backup_codes_made',
  'session_ended',
  'passkey_added',
  'passkey_removed',
] as const
export type LoginAction = (typeof LOGIN_ACTIONS)[number]

export const AUDIT_ACTIONS = ['created', 'changed', 'removed', ...LOGIN_ACTIONS] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export type AuditEventView = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly actor: string
  readonly action: AuditAction
  readonly entity: string
  readonly entityId: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly requestId: string | null
  readonly sealed: boolean
}

export type AuditSearch = {
  /** Anywhere in who, what or the values. */
  readonly words: string | null
  readonly actor: string | null
  readonly entity: string | null
  readonly entityId: string | null
  readonly action: AuditAction | null
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant | null
}

/** Newest first. */
export async function listAuditEvents(
  tx: Tx,
  search: AuditSearch,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<AuditEventView[]> {
  const { words, actor, entity, entityId, action, from, to } = search
  const like = words === null ? null : `%${words.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
  const { rows } = await sql<AuditEventView>`
    select audit_event.id, audit_event.at, audit_event.actor, audit_event.action, audit_event.entity,
      audit_event.entity_id as "entityId", audit_event.before, audit_event.after,
      audit_event.request_id as "requestId", audit_event.seq is not null as sealed
    from audit_event
    where audit_event.tenant_id = ${tx.tenantId}
      ${like === null ? sql`` : sql`and (audit_event.actor ilike ${like} or audit_event.entity ilike ${like} or audit_event.action ilike ${like} or audit_event.entity_id ilike ${like} or audit_event.before::text ilike ${like} or audit_event.after::text ilike ${like})`}
      ${actor === null ? sql`` : sql`and audit_event.actor = ${actor}`}
      ${entity === null ? sql`` : sql`and audit_event.entity = ${entity}`}
      ${entityId === null ? sql`` : sql`and audit_event.entity_id = ${entityId}`}
      ${action === null ? sql`` : sql`and audit_event.action = ${action}`}
      ${from === null ? sql`` : sql`and audit_event.at >= ${instantSql(from)}`}
      ${to === null ? sql`` : sql`and audit_event.at < ${instantSql(to)}`}
      ${page.after === null ? sql`` : sql`and (audit_event.at, audit_event.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`}
    order by audit_event.at desc, audit_event.id desc
    limit ${page.limit}`.execute(tx)
  return rows
}
