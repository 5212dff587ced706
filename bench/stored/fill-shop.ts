import type pg from 'pg'
import { newId } from '../../server/src/platform/ids/ids.ts'
import { copyRows } from './copy-rows.ts'
import type { PastCall, PastCustomer, StoredShop } from './stored-shop.ts'

const HALF_HOUR_MS = 30 * 60_000
const iso = (ms: number): string => new Date(ms).toISOString()

/** Writes a shop's customers and calls, with what each call led to, as the product would have left them. */
export async function fillShop(
  client: pg.Client,
  {
    shop,
    customers,
    calls,
  }: { shop: StoredShop; customers: readonly PastCustomer[]; calls: readonly PastCall[] },
): Promise<void> {
  const { tenantId } = shop
  const booked = calls.flatMap(call => (call.appointment ? [{ call, appointment: call.appointment }] : []))
  const customerOf = (call: PastCall): PastCustomer => call.caller ?? (customers[0] as PastCustomer)
  await copyRows(
    client,
    'customer',
    ['tenant_id', 'id', 'name', 'created_at'],
    customers.map(customer => [tenantId, customer.id, customer.name, iso(calls[0]?.startedAt ?? 0)]),
  )
  await copyRows(
    client,
    'customer_phone',
    ['tenant_id', 'customer_id', 'e164', 'is_primary'],
    customers.map(customer => [tenantId, customer.id, customer.e164, true]),
  )
  await copyRows(
    client,
    'call',
    [
      'tenant_id',
      'id',
      'connection_id',
      'provider',
      'provider_call_id',
      'location_id',
      'caller_e164',
      'called_e164',
      'customer_id',
      'state',
      'started_at',
      'ended_at',
      'disconnection_reason',
    ],
    calls.map(call => [
      tenantId,
      call.id,
      shop.connectionId,
      'retell',
      `call_${call.id.replaceAll('-', '')}`,
      shop.locationId,
      call.caller?.e164 ?? null,
      shop.number,
      call.caller?.id ?? null,
      'ended',
      iso(call.startedAt),
      iso(call.startedAt + 95_000),
      'user_hangup',
    ]),
  )
  await copyRows(
    client,
    'appointment',
    [
      'tenant_id',
      'id',
      'reference',
      'location_id',
      'service_id',
      'service_version',
      'customer_id',
      'attendee_name',
      'state',
      'starts_at',
      'ends_at',
      'price_minor',
      'currency',
      'source',
      'call_id',
      'idempotency_key',
      'created_at',
    ],
    booked.map(({ call, appointment }) => [
      tenantId,
      appointment.id,
      appointment.id,
      shop.locationId,
      shop.serviceId,
      1,
      customerOf(call).id,
      customerOf(call).name,
      'confirmed',
      iso(appointment.startsAt),
      iso(appointment.startsAt + HALF_HOUR_MS),
      3000,
      'EUR',
      'phone',
      call.id,
      `call:${call.id}`,
      iso(call.startedAt + 60_000),
    ]),
  )
  await copyRows(
    client,
    'appointment_segment',
    ['tenant_id', 'appointment_id', 'position', 'resource_id', 'starts_at', 'ends_at'],
    booked.map(({ appointment }) => [
      tenantId,
      appointment.id,
      0,
      appointment.staffId,
      iso(appointment.startsAt),
      iso(appointment.startsAt + HALF_HOUR_MS),
    ]),
  )
  await copyRows(
    client,
    'allocation',
    ['tenant_id', 'id', 'resource_id', 'lane', 'starts_at', 'ends_at', 'appointment_id'],
    booked.map(({ appointment }) => [
      tenantId,
      newId<'allocation'>(),
      appointment.staffId,
      1,
      iso(appointment.startsAt),
      iso(appointment.startsAt + HALF_HOUR_MS),
      appointment.id,
    ]),
  )
  await copyRows(
    client,
    'appointment_change',
    ['tenant_id', 'id', 'appointment_id', 'kind', 'actor', 'at'],
    booked.map(({ call, appointment }) => [
      tenantId,
      newId<'appointment-change'>(),
      appointment.id,
      'booked',
      `call:${call.id}`,
      iso(call.startedAt + 60_000),
    ]),
  )
  await copyRows(
    client,
    'call_fact',
    ['tenant_id', 'id', 'call_id', 'kind', 'entity_id', 'at'],
    booked.map(({ call, appointment }) => [
      tenantId,
      newId<'call-fact'>(),
      call.id,
      'booked',
      appointment.id,
      iso(call.startedAt + 60_000),
    ]),
  )
}
