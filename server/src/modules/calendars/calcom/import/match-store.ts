import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/database.ts'
import { isoText } from '../../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId } from '../../../../platform/ids/ids.ts'
import type { ServiceField, ServiceValues } from './compare-import.ts'

/** Who or what of ours something of Cal.com is, since somebody said so. */
export type ImportMatch = {
  /** An event type (`event_type/101`) or a host (`host/7`). */
  readonly external: string
  readonly serviceId: string | null
  readonly resourceId: string | null
  readonly theirFields: readonly ServiceField[]
  readonly theirValues: Partial<ServiceValues>
  readonly ourValues: Partial<ServiceValues>
}

export async function readMatches(tx: Tx, connectionId: CalendarConnectionId): Promise<ImportMatch[]> {
  const { rows } = await sql<ImportMatch>`
    select calendar_import_match.external, calendar_import_match.service_id as "serviceId",
      calendar_import_match.resource_id as "resourceId", calendar_import_match.their_fields as "theirFields",
      calendar_import_match.their_values as "theirValues", calendar_import_match.our_values as "ourValues"
    from calendar_import_match
    where calendar_import_match.tenant_id = ${tx.tenantId} and calendar_import_match.connection_id = ${connectionId}
  `.execute(tx)
  return rows
}

/** The latest word counts. */
export async function writeMatches(
  tx: Tx,
  matches: readonly ImportMatch[],
  about: { connectionId: CalendarConnectionId; at: Temporal.Instant },
): Promise<void> {
  if (matches.length === 0) return
  const rows = JSON.stringify(
    matches.map(match => ({
      ...{ external: match.external, service_id: match.serviceId, resource_id: match.resourceId },
      ...{ their_fields: match.theirFields, their_values: match.theirValues, our_values: match.ourValues },
    })),
  )
  await sql`
    insert into calendar_import_match (connection_id, external, service_id, resource_id, their_fields, their_values,
      our_values, matched_at)
    select ${about.connectionId}, match.external, match.service_id, match.resource_id, match.their_fields,
      match.their_values, match.our_values, ${isoText(about.at)}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as match (external text, service_id uuid, resource_id uuid,
      their_fields text[], their_values jsonb, our_values jsonb)
    on conflict (tenant_id, connection_id, external) do update
      set service_id = excluded.service_id, resource_id = excluded.resource_id, their_fields = excluded.their_fields,
        their_values = excluded.their_values, our_values = excluded.our_values, matched_at = excluded.matched_at
  `.execute(tx)
}

export function hostKey(host: string): string {
  return `host/${host}`
}
