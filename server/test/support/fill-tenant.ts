import type { TestDatabase } from './test-database.ts'

/** One request id and one call that everything made here belongs to. */
export const FILLED = { requestId: 'filled-request', providerCallId: 'filled-call' } as const

/**
 * Rows number `from` to `to` of everything that lists and details show, for one tenant. The first call gets all events,
 * facts, appointments, messages and callback requests; the first customer all numbers; the first person all services.
 */
export async function fillTenant(
  database: TestDatabase,
  range: { tenantId: string; from: number; to: number },
): Promise<void> {
  for (const statement of STATEMENTS)
    await database.query(statement, [
      range.tenantId,
      range.from,
      range.to,
      ...(statement.includes('$4') ? [FILLED.requestId] : []),
    ])
}

/** The id of a row that was filled in, as SQL with the tenant as $1: the same every time, in the form of a UUIDv7. */
export function filledId(what: string, number = 'n'): string {
  const digest = `md5($1::uuid::text || '${what}' || ${number})`
  return `overlay(overlay(${digest} placing '7' from 13) placing '8' from 17)::uuid`
}

const id = filledId
const start = `date_trunc('day', now()) + interval '20 days' + n * interval '1 hour'`
const place = `(select location.id from location where location.tenant_id = $1::uuid order by location.id limit 1)`
const rows = 'generate_series($2::int, $3::int) as n'

const STATEMENTS = [
  `insert into service (tenant_id, id, name, price_minor, grid_minutes, position)
   select $1::uuid, ${id('service')}, 'Leistung ' || n, 1000, 30, 100 + n from ${rows}`,
  `insert into service_segment (tenant_id, service_id, position, minutes)
   select $1::uuid, ${id('service')}, 0, 30 from ${rows}`,
  `insert into service_version (tenant_id, service_id, version, name, price_minor, currency, segments)
   select $1::uuid, ${id('service')}, 1, 'Leistung ' || n, 1000, 'EUR', '[{"minutes":30,"gap_after_minutes":0}]' from ${rows}`,
  `insert into resource (tenant_id, id, location_id, kind, name, position)
   select $1::uuid, ${id('staff')}, ${place}, 'staff', 'Person ' || n, 100 + n from ${rows}`,
  `insert into resource (tenant_id, id, location_id, kind, name, position)
   select $1::uuid, ${id('room')}, ${place}, 'room', 'Raum ' || n, 1000 + n from ${rows}`,
  `insert into staff_member (tenant_id, resource_id, spoken_name) select $1::uuid, ${id('staff')}, 'Person ' || n from ${rows}`,
  `insert into qualification (tenant_id, service_id, resource_id)
   select $1::uuid, ${id('service')}, ${id('staff', '1')} from ${rows}
   union select $1::uuid, ${id('service', '1')}, ${id('staff')} from ${rows}`,
  `insert into hours_rule (tenant_id, id, location_id, resource_id, weekday, from_minute, to_minute)
   select $1::uuid, ${id('hours')}, ${place}, ${id('staff')}, 1 + n % 7, 540, 1080 from ${rows}`,
  `insert into closure (tenant_id, id, location_id, resource_id, starts_at, ends_at)
   select $1::uuid, ${id('closure')}, ${place}, ${id('staff')}, now() + n * interval '1 day', now() + n * interval '1 day' + interval '8 hours' from ${rows}`,
  `insert into hours_exception (tenant_id, id, location_id, resource_id, local_date, windows, created_by)
   select $1::uuid, ${id('exception')}, ${place}, ${id('staff')}, current_date + n, '[{"fromMinute":600,"toMinute":840}]', 'test' from ${rows}`,
  `insert into absence (tenant_id, id, resource_id, kind, starts_at, ends_at, created_by)
   select $1::uuid, ${id('absence')}, ${id('staff')}, 'vacation', now() + n * interval '1 day', now() + n * interval '1 day' + interval '8 hours', 'test' from ${rows}`,
  `insert into location (tenant_id, id, name, time_zone)
   select $1::uuid, ('ffffffff-ffff-7fff-8fff-' || lpad(n::text, 12, '0'))::uuid, 'Filiale ' || n, 'Europe/Berlin' from ${rows}`,
  `insert into phone_number (tenant_id, id, e164, location_id, connection_id)
   select $1::uuid, ${id('number')}, '+493023125' || (700 + n), ${place}, (select voice_connection.id from voice_connection limit 1) from ${rows}`,
  // Two by two at one address, so that there are duplicates however many there are.
  `insert into customer (tenant_id, id, name, email)
   select $1::uuid, ${id('customer')}, 'Kundin ' || n, 'paar' || n / 2 || '@example.org' from ${rows}`,
  `insert into vip_tier (tenant_id, id, name) select $1::uuid, ${id('tier')}, 'Stufe ' || n from ${rows}`,
  `insert into customer_change (tenant_id, id, customer_id, kind, actor, at)
   select $1::uuid, ${id('record-change')}, ${id('customer', '1')}, 'changed', 'test', now() from ${rows}`,
  `insert into customer_phone (tenant_id, customer_id, e164)
   select $1::uuid, ${id('customer', '1')}, '+493023125' || (700 + n) from ${rows}
   union select $1::uuid, ${id('customer')}, '+493023125600' from ${rows}`,
  `insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, customer_id, started_at)
   select $1::uuid, ${id('call')}, (select voice_connection.id from voice_connection limit 1), 'retell', 'filled-call-' || n, ${place},
     '+493023125001', ${id('customer')}, now() - n * interval '1 minute' from ${rows}`,
  `insert into call_event (tenant_id, id, call_id, at, kind, name, request_id)
   select $1::uuid, ${id('event')}, ${id('call', '1')}, now(), 'tool', 'find_slots', $4::text from ${rows}`,
  `insert into call_fact (tenant_id, id, call_id, kind, entity_id, at)
   select $1::uuid, ${id('fact')}, ${id('call', '1')}, 'booked', ${id('appointment')}, now() from ${rows}`,
  `insert into callback_request (tenant_id, id, call_id, reason, due_at)
   select $1::uuid, ${id('callback')}, ${id('call', '1')}, 'Frage', now() + n * interval '1 minute' from ${rows}`,
  `insert into wish (tenant_id, id, call_id, service_id, wanted_when, created_at)
   select $1::uuid, ${id('wish')}, ${id('call', '1')}, ${id('service')}, 'abends', now() from ${rows}`,
  `insert into knowledge_article (tenant_id, id, language, questions, answer, created_at)
   select $1::uuid, ${id('article')}, 'de', array['Frage ' || n], repeat('Antwort ', 40), now() from ${rows}`,
  `insert into voice_agent (tenant_id, id, connection_id, created_at)
   select $1::uuid, ${id('agent', '1')}, (select min(voice_connection.id::text)::uuid from voice_connection), now()
   from ${rows} where n = 1`,
  `insert into agent_version (tenant_id, id, agent_id, number, state, definition, rendered, published_hash, read_back_hash,
     external_version, made_by, created_at)
   select $1::uuid, ${id('version')}, ${id('agent', '1')}, n, 'retired',
     '{"brain":"custom","language":"de-DE","voice_id":"voice","opening_question":null,"instructions":"","model":"m",
       "tools_off":[],"keywords":[],"responsiveness":1,"interruption_sensitivity":1,"longest_call_minutes":9,"fallback_number":null}',
     '{"agent":{},"llm":null,"number":{}}', 'hash', 'hash', n, 'test', now() from ${rows}`,
  `insert into agent_publication (tenant_id, id, agent_id, version_id, state, step, started_by, started_at, ended_at)
   select $1::uuid, ${id('publication', '1')}, ${id('agent', '1')}, ${id('version', '1')}, 'live', 'check', 'test', now(), now()
   from ${rows} where n = 1`,
  `insert into agent_publication_step (tenant_id, publication_id, position, step, outcome, at)
   select $1::uuid, ${id('publication', '1')}, n, 'llm', 'done', now() from ${rows}`,
  `insert into unanswered_question (tenant_id, id, call_id, language, question, asked_at)
   select $1::uuid, ${id('question')}, ${id('call', '1')}, 'de', 'Frage ' || n, now() from ${rows}`,
  `insert into policy (tenant_id, id, scope, service_id, kind, rules)
   select $1::uuid, ${id('policy')}, 'service', ${id('service')}, 'cancel', '{"notice_minutes":60,"monthly_most":9}' from ${rows}`,
  `insert into appointment_group (tenant_id, id, actor, idempotency_key, created_at)
   select $1::uuid, ${id('group', '1')}, 'test', 'filled', now() from ${rows} where n = 1`,
  `insert into series (tenant_id, id, rrule, dtstart, zone, service_id, customer_id, attendee_name, source, created_by,
     idempotency_key, created_at)
   select $1::uuid, ${id('series')}, 'FREQ=DAILY;COUNT=9', '2026-12-01T10:00:00', 'Europe/Berlin', ${id('service')},
     ${id('customer')}, 'Kundin ' || n, 'api', 'test', 'filled-' || n, now() from ${rows}`,
  `insert into series_change (tenant_id, id, series_id, kind, actor, after, at)
   select $1::uuid, ${id('series-change')}, ${id('series')}, 'booked', 'test', '{}', now() from ${rows}`,
  `insert into appointment (tenant_id, id, reference, location_id, service_id, service_version, customer_id, attendee_name,
     state, starts_at, ends_at, price_minor, currency, source, call_id, idempotency_key, group_id, series_id, series_start, created_at)
   select $1::uuid, ${id('appointment')}, 'FILL' || n, ${place}, ${id('service')}, 1, ${id('customer')}, 'Kundin ' || n,
     'confirmed', ${start}, ${start} + interval '30 minutes', 1000, 'EUR', 'phone', ${id('call', '1')}, 'filled-' || n, ${id('group', '1')}, ${id('series', '1')}, ${start}, now() from ${rows}`,
  `insert into appointment_segment (tenant_id, appointment_id, position, resource_id, starts_at, ends_at)
   select $1::uuid, ${id('appointment')}, 0, ${id('staff', '1')}, ${start}, ${start} + interval '30 minutes' from ${rows}`,
  `insert into allocation (tenant_id, id, resource_id, lane, starts_at, ends_at, appointment_id)
   select $1::uuid, ${id('allocation')}, ${id('staff', '1')}, 1, ${start}, ${start} + interval '30 minutes', ${id('appointment')} from ${rows}`,
  `insert into appointment_change (tenant_id, id, appointment_id, kind, actor, at, request_id)
   select $1::uuid, ${id('change')}, ${id('appointment')}, 'booked', 'test', now(), $4::text from ${rows}`,
  `insert into message (tenant_id, id, class, kind, channel, state, call_id, appointment_id, subject_key, created_at, request_id)
   select $1::uuid, ${id('message')}, 'transactional', 'confirmation', 'email', 'sent', ${id('call', '1')}, ${id('appointment')}, 'filled-' || n, now(), $4::text from ${rows}`,
  `insert into block_collision (tenant_id, id, appointment_id, closure_id)
   select $1::uuid, ${id('collision')}, ${id('appointment')}, ${id('closure')} from ${rows}`,
  // Withdrawn, so that the worker offers them nothing.
  `insert into waitlist_entry (tenant_id, id, service_id, customer_id, attendee_name, source, created_by, state,
     last_ends_at, idempotency_key, created_at, ended_at, ended_by)
   select $1::uuid, ${id('waitlist')}, ${id('service')}, ${id('customer')}, 'Kundin ' || n, 'api', 'test', 'withdrawn',
     now() + interval '9 days', 'filled-' || n, now(), now(), 'test' from ${rows}`,
  `insert into waitlist_window (tenant_id, entry_id, starts_at, ends_at)
   select $1::uuid, ${id('waitlist', '1')}, ${start}, ${start} + interval '30 minutes' from ${rows}`,
  `insert into waitlist_offer (tenant_id, id, entry_id, resource_id, starts_at, ends_at, hold_id, token, state, offered_at,
     deadline_at, answered_at, answered_by)
   select $1::uuid, ${id('offer')}, ${id('waitlist', '1')}, ${id('staff', '1')}, ${start}, ${start} + interval '30 minutes',
     ${id('hold')}, 'filled', 'declined', now(), now() + interval '1 hour', now(), 'test' from ${rows}`,
  `insert into calendar_connection (tenant_id, id, provider, name, created_at)
   select $1::uuid, ${id('calendar')}, 'calcom', 'Kalender ' || n, now() from ${rows}`,
  `insert into calendar_import (tenant_id, id, connection_id, actor, applied_at, changes)
   select $1::uuid, ${id('import')}, ${id('calendar', '1')}, 'test', now(), '[{"kind":"person","external":"7","name":"Kundin","id":null,"outcome":"added","fields":[]}]' from ${rows}`,
  `insert into calendar_link (tenant_id, id, connection_id, resource_id, target, target_name, direction, next_read_at, created_at)
   select $1::uuid, ${id('link')}, ${id('calendar', '1')}, ${id('staff')}, 'event_type/' || n, 'Kalender', 'write', now() + interval '1 year', now() from ${rows}`,
  `insert into calendar_drift (tenant_id, link_id, state, compared_at, window_start, window_end)
   select $1::uuid, ${id('link')}, 'compared', now(), now(), now() + interval '1 week' from ${rows}`,
  `insert into calendar_feed (tenant_id, id, resource_id, token_hash, created_at)
   select $1::uuid, ${id('feed')}, ${id('staff')}, md5($1::uuid::text || 'feed' || n), now() from ${rows}`,
  `insert into sync_entry (tenant_id, id, appointment_id, link_id, reference, desired_version, desired_state, desired_starts_at,
     desired_ends_at, state, created_at)
   select $1::uuid, ${id('entry')}, ${id('appointment')}, ${id('link', '1')}, md5($1::uuid::text || 'entry' || n), 1, 'confirmed', ${start},
     ${start} + interval '30 minutes', 'conflict', now() from ${rows}`,
  `insert into calendar_conflict (tenant_id, id, entry_id, kind, ours, created_at)
   select $1::uuid, ${id('conflict')}, ${id('entry')}, 'taken',
     '{"state":"confirmed","starts_at":"2026-11-26T09:00:00Z","ends_at":"2026-11-26T10:00:00Z"}', now() from ${rows}`,
  `insert into inbox (id, source, event_key, headers, body, request_id, received_at, processed_at, resolved_tenant_id)
   select ${id('inbox')}, 'retell/default', 'call_ended/filled-' || n, '{}', '{}', $4::text, now(), now(), $1::uuid from ${rows}`,
  `insert into audit_event (tenant_id, id, actor, action, entity, entity_id, after, salt, before_hash, after_hash, request_id)
   select $1::uuid, ${id('audit')}, 'test', 'created', 'customer', ${id('customer')}::text, '{"name":"Kundin"}', ${id('audit')}, ''::bytea, ''::bytea,
     $4::text from ${rows}`,
  `select graphile_worker.add_job('calls.end-overdue-call', json_build_object('tenant_id', $1::uuid, 'request_id', $4::text,
     'data', json_build_object('tenant_id', $1::uuid, 'call_id', ${id('call')})), run_at => now() + interval '1 day') from ${rows}`,
]
