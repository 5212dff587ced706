import type { TestDatabase } from './test-database.ts'

/**
 * A past for every business: so many rows of everything that grows with calls and appointments, half hour after half
 * hour, with one person each. Nothing of it is still to be done.
 */
export async function fillPast(database: TestDatabase, each: number): Promise<void> {
  const statements = [...statementsFor(each)].join(';\n')
  await database.query(`
    set session_replication_role = replica;
    ${statements};
    set session_replication_role = origin;
    analyze`)
}

/** The tables that `fillPast` fills. */
export const GROWING = [
  'allocation',
  'appointment',
  'appointment_change',
  'appointment_segment',
  'call',
  'call_event',
  'call_fact',
  'callback_request',
  'capacity_count',
  'customer',
  'customer_phone',
  'dialogue_state',
  'external_busy',
  'hold',
  'http_idempotency',
  'inbox',
  'message',
  'one_time_code',
  'series',
  'tool_receipt',
  'unanswered_question',
  'waitlist_entry',
  'waitlist_window',
  'wish',
] as const

function* statementsFor(each: number): Generator<string> {
  const start = `date_trunc('day', now()) - n * interval '30 minutes'`
  const end = `${start} + interval '30 minutes'`
  const id = (what: string): string => `md5(one.tenant_id::text || '${what}' || n)::uuid`
  const into = (table: string, columns: Readonly<Record<string, string>>): string =>
    `insert into ${table} (tenant_id, ${Object.keys(columns).join(', ')})
     select one.tenant_id, ${Object.values(columns).join(', ')} from ${ONE}, generate_series(1, ${each}) as n`
  const call = { call_id: id('call') }

  yield into('customer', { id: id('customer'), name: `'Kundin ' || n` })
  yield into('customer_phone', { customer_id: id('customer'), e164: `'+4930231' || (25000 + n % 900)` })
  yield into('call', {
    id: id('call'),
    connection_id: 'one.connection_id',
    provider: `'retell'`,
    provider_call_id: `'past-' || n`,
    location_id: 'one.location_id',
    called_e164: `'+493023125001'`,
    customer_id: id('customer'),
    state: `'ended'`,
    started_at: start,
    ended_at: end,
  })
  yield into('call_event', {
    id: id('event'),
    ...call,
    at: start,
    kind: `'tool'`,
    name: `'find_slots'`,
    request_id: `'past-' || n`,
  })
  yield into('call_fact', {
    id: id('fact'),
    ...call,
    kind: `'booked'`,
    entity_id: id('appointment'),
    at: start,
  })
  yield into('dialogue_state', { ...call, state: `'{}'` })
  yield into('tool_receipt', {
    ...call,
    tool: `'book_appointment'`,
    key: `'past'`,
    answer: `'{}'`,
    created_at: start,
  })
  yield into('callback_request', {
    id: id('callback'),
    ...call,
    reason: `'Frage'`,
    due_at: start,
    state: `'done'`,
    settled_at: start,
  })
  yield into('unanswered_question', {
    id: id('question'),
    ...call,
    language: `'de'`,
    question: `'Frage ' || n`,
    state: `'done'`,
    asked_at: start,
  })
  yield into('wish', {
    id: id('wish'),
    ...call,
    service_id: 'one.service_id',
    state: `'done'`,
    settled_at: start,
    settled_by: `'past'`,
    created_at: start,
  })
  yield into('one_time_code', {
    id: id('code'),
    ...call,
    customer_id: id('customer'),
    kind: `'email'`,
    code_hash: `'past'`,
    created_at: start,
    expires_at: end,
  })
  yield into('series', {
    id: id('series'),
    rrule: `'FREQ=DAILY;COUNT=2'`,
    dtstart: `'2026-01-05T10:00:00'`,
    zone: `'Europe/Berlin'`,
    service_id: 'one.service_id',
    customer_id: id('customer'),
    attendee_name: `'Kundin ' || n`,
    source: `'phone'`,
    created_by: `'past'`,
    idempotency_key: `'past-' || n`,
    created_at: start,
  })
  yield into('appointment', {
    id: id('appointment'),
    reference: `'P' || n`,
    location_id: 'one.location_id',
    service_id: 'one.service_id',
    service_version: '1',
    customer_id: id('customer'),
    attendee_name: `'Kundin ' || n`,
    state: `'completed'`,
    starts_at: start,
    ends_at: end,
    price_minor: '3000',
    currency: `'EUR'`,
    source: `'phone'`,
    ...call,
    idempotency_key: `'past-' || n`,
    created_at: start,
  })
  yield into('appointment_segment', {
    appointment_id: id('appointment'),
    position: '0',
    resource_id: 'one.resource_id',
    starts_at: start,
    ends_at: end,
  })
  yield into('allocation', {
    id: id('allocation'),
    resource_id: 'one.resource_id',
    lane: '1',
    starts_at: start,
    ends_at: end,
    appointment_id: id('appointment'),
  })
  yield into('appointment_change', {
    id: id('change'),
    appointment_id: id('appointment'),
    kind: `'booked'`,
    actor: `'past'`,
    at: start,
  })
  yield into('capacity_count', {
    service_id: 'one.service_id',
    starts_at: start,
    number: '1',
    appointment_id: id('appointment'),
  })
  yield into('message', {
    id: id('message'),
    class: `'transactional'`,
    kind: `'confirmation'`,
    channel: `'email'`,
    state: `'sent'`,
    subject_key: `'past-' || n`,
    created_at: start,
  })
  yield into('hold', { id: id('hold'), slot_key: `'past'`, holder: `'api:' || n`, expires_at: start })
  yield into('external_busy', {
    resource_id: 'one.resource_id',
    source: `'calendar:past'`,
    external_key: `n::text`,
    starts_at: start,
    ends_at: end,
    seen_at: 'now()',
  })
  yield into('http_idempotency', {
    key: `'past-' || n`,
    request_hash: `'past'`,
    status: '201',
    created_at: start,
  })
  yield into('waitlist_entry', {
    id: id('waitlist'),
    service_id: 'one.service_id',
    customer_id: id('customer'),
    attendee_name: `'Kundin ' || n`,
    source: `'phone'`,
    created_by: `'past'`,
    state: `'withdrawn'`,
    last_ends_at: end,
    idempotency_key: `'past-' || n`,
    created_at: start,
    ended_at: end,
    ended_by: `'past'`,
  })
  yield into('waitlist_window', { entry_id: id('waitlist'), starts_at: start, ends_at: end })
  yield `insert into inbox (id, source, event_key, headers, body, request_id, received_at, processed_at)
    select md5('inbox' || n)::uuid, 'retell/default', 'call_ended/past-' || n, '{}', '{}', 'past-' || n, ${start}, ${end}
    from generate_series(1, ${each * 4}) as n`
}

/** Of every business its first person and service, its place, and the one connection of all. */
const ONE = `(select tenant.id as tenant_id,
    (select resource.id from resource where resource.tenant_id = tenant.id order by resource.position, resource.name limit 1) as resource_id,
    (select service.id from service where service.tenant_id = tenant.id order by service.position limit 1) as service_id,
    (select location.id from location where location.tenant_id = tenant.id limit 1) as location_id,
    (select voice_connection.id from voice_connection limit 1) as connection_id
  from tenant) as one`
