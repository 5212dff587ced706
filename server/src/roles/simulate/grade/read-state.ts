import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { tenantTables } from './tenant-tables.ts'

/** A row as expectations name its fields, and its whole content for telling whether it changed. */
export type StateRow = {
  readonly id: string
  readonly content: string
  readonly fields: Record<string, unknown>
}

/** What a script is graded on: read before the call and again after it was committed. */
export type WorldState = {
  readonly appointments: ReadonlyMap<string, StateRow>
  readonly customers: ReadonlyMap<string, StateRow>
  readonly wishes: ReadonlyMap<string, StateRow>
  readonly callbackRequests: number
  readonly waitlist: number
  /** A digest of every other table of the business. */
  readonly rest: ReadonlyMap<string, string>
}

/** Tables that a call writes by itself, or that follow from an appointment, which is compared as such. */
const OF_A_CALL = new Set(
  `call call_event call_fact dialogue_state tool_receipt hold message outbound_request http_idempotency
  appointment appointment_segment appointment_change allocation capacity_count customer customer_phone
  customer_word callback_request`.split(/\s+/),
)

const FOLLOWS_A_CALL =
  /^(?:appointment|series|call|message|audit|waitlist|wish|knowledge_gap|unanswered|customer_note|sync|code|one_time)/

export async function readState(tx: Tx): Promise<WorldState> {
  const tables = await tenantTables(tx)
  const rest = tables.filter(table => !OF_A_CALL.has(table) && !FOLLOWS_A_CALL.test(table))
  const [appointments, customers, wishes, callbackRequests, waitlist, digestsOfRest] = await Promise.all([
    readAppointments(tx),
    readCustomers(tx),
    readWishes(tx, tables),
    count(tx, tables, /^callback_request$/),
    count(tx, tables, /^waitlist(?:_entry)?$/),
    digests(tx, rest),
  ])
  return { appointments, customers, wishes, callbackRequests, waitlist, rest: digestsOfRest }
}

async function digests(tx: Tx, tables: readonly string[]): Promise<Map<string, string>> {
  const parts = tables.map(
    table => sql`
      select ${table}::text as name,
        md5(coalesce(string_agg(row_of.content, '|' order by row_of.content), '')) as digest
      from (
        select to_jsonb(rows_of)::text as content from ${sql.table(table)} as rows_of
        where rows_of.tenant_id = ${tx.tenantId}
      ) as row_of`,
  )
  const { rows } = await sql<{ name: string; digest: string }>`${sql.join(parts, sql` union all `)}`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.name, row.digest]))
}

async function count(tx: Tx, tables: readonly string[], name: RegExp): Promise<number> {
  const table = tables.find(one => name.test(one))
  if (table === undefined) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} as counted where counted.tenant_id = ${tx.tenantId}
  `.execute(tx)
  return rows[0]?.count ?? 0
}

async function readAppointments(tx: Tx): Promise<Map<string, StateRow>> {
  return await readRows(
    tx,
    sql`
    select appointment.id, md5((to_jsonb(appointment) - 'updated_at' - 'version')::text || people.resources::text) as content,
      jsonb_build_object(
        'attendee_name', appointment.attendee_name, 'service', service_version.name, 'state', appointment.state,
        'starts_at', appointment.starts_at, 'ends_at', appointment.ends_at, 'staff', people.staff,
        'resources', people.resources, 'note', appointment.note, 'source', appointment.source,
        'reference', appointment.reference, 'price_minor', appointment.price_minor, 'currency', appointment.currency,
        'email', appointment.contact_email, 'phone', appointment.contact_phone, 'customer_id', appointment.customer_id,
        'customer_name', customer.name
      ) as fields
    from appointment
    join service_version on service_version.tenant_id = appointment.tenant_id
      and service_version.service_id = appointment.service_id and service_version.version = appointment.service_version
    join customer on customer.tenant_id = appointment.tenant_id and customer.id = appointment.customer_id
    left join lateral (
      select coalesce(jsonb_agg(distinct resource.name) filter (where resource.kind = 'staff'), '[]') as staff,
        coalesce(jsonb_agg(distinct resource.name), '[]') as resources
      from appointment_segment
      join resource on resource.tenant_id = appointment_segment.tenant_id and resource.id = appointment_segment.resource_id
      where appointment_segment.tenant_id = appointment.tenant_id
        and appointment_segment.appointment_id = appointment.id
    ) people on true
    where appointment.tenant_id = ${tx.tenantId}`,
  )
}

async function readCustomers(tx: Tx): Promise<Map<string, StateRow>> {
  return await readRows(
    tx,
    sql`
    select customer.id, md5(jsonb_build_array(customer.name, customer.email, customer.language, numbers.phones)::text) as content,
      jsonb_build_object(
        'name', customer.name, 'email', customer.email, 'language', customer.language, 'phone', numbers.phones -> 0,
        'phones', numbers.phones
      ) as fields
    from customer
    left join lateral (
      select coalesce(jsonb_agg(customer_phone.e164 order by customer_phone.is_primary desc, customer_phone.e164), '[]') as phones
      from customer_phone
      where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id
    ) numbers on true
    where customer.tenant_id = ${tx.tenantId}`,
  )
}

/** Wishes are rows of their own, with the name of the service they are about. */
async function readWishes(tx: Tx, tables: readonly string[]): Promise<Map<string, StateRow>> {
  const table = tables.find(one => /^wish(?:es)?$/.test(one))
  if (table === undefined) return new Map()
  return await readRows(
    tx,
    sql`
    select wish_row.id, md5((to_jsonb(wish_row) - 'updated_at')::text) as content,
      (to_jsonb(wish_row) - 'updated_at') || jsonb_build_object('service', service.name) as fields
    from ${sql.table(table)} as wish_row
    left join service on service.tenant_id = wish_row.tenant_id
      and service.id = nullif(to_jsonb(wish_row) ->> 'service_id', '')::uuid
    where wish_row.tenant_id = ${tx.tenantId}`,
  )
}

async function readRows(tx: Tx, query: ReturnType<typeof sql>): Promise<Map<string, StateRow>> {
  const { rows } = await query.execute(tx)
  return new Map((rows as StateRow[]).map(row => [row.id, row]))
}
