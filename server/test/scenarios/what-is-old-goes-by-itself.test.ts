import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/ids/ids.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

async function run(name: string): Promise<void> {
  const schedule = product.app.platform.jobs.schedules().get(name)
  if (!schedule) throw new Error(`There is no schedule ${name}.`)
  await schedule.run(Temporal.Now.instant())
}
const names = async (sql: string): Promise<string[]> =>
  (await product.database.query<{ name: string }>(sql)).map(row => row.name)

test('stored answers of requests are gone after a day, in every business', async () => {
  await product.database.query(`
    insert into http_idempotency (tenant_id, key, request_hash, created_at)
    select tenant.id, age.key, '', now() - age.since from tenant,
      (values ('old', interval '25 hours'), ('young', interval '23 hours')) as age (key, since)
    where tenant.slug in ('salon', 'practice')`)
  const before = await names('select key as name from http_idempotency order by key')
  expect(before.filter(key => key === 'old').length).toBeGreaterThan(1)
  await run('ops.purge-idempotency-keys')
  expect(new Set(await names('select key as name from http_idempotency'))).toEqual(new Set(['young']))
})

test('holds that nobody wanted are gone a day after they expired, with the time they held', async () => {
  await product.database.query(
    `with held as (
      insert into hold (tenant_id, id, slot_key, holder, expires_at)
      select resource.tenant_id, age.id::uuid, age.key, age.key, now() - age.since
      from (select tenant_id from resource limit 1) as resource,
        (values ($1, 'old', interval '25 hours'), ($2, 'young', interval '23 hours')) as age (id, key, since)
      returning tenant_id, id, slot_key)
    insert into allocation (tenant_id, id, resource_id, lane, starts_at, ends_at, hold_id)
    select held.tenant_id, held.id, resource.id, case held.slot_key when 'old' then 90 else 91 end,
      now(), now() + interval '1 hour', held.id
    from held join lateral (
      select resource.id from resource where resource.tenant_id = held.tenant_id limit 1) as resource on true`,
    [newId<'hold'>(), newId<'hold'>()],
  )
  await run('scheduling.purge-expired-holds')
  expect(await names('select slot_key as name from hold')).toEqual(['young'])
  expect(await names('select lane::text as name from allocation where hold_id is not null')).toEqual(['91'])
})

test('questions that nobody could answer are forgotten after ninety days', async () => {
  await product.database.query(
    `with asked as (
      insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, started_at, language)
      select location.tenant_id, $1::uuid, (select id from voice_connection limit 1), 'browser', 'asked', location.id,
        '+493023125001', now(), 'de' from location limit 1
      returning tenant_id, id)
    insert into unanswered_question (tenant_id, id, call_id, language, question, asked_at)
    select asked.tenant_id, age.id::uuid, asked.id, 'de', age.question, now() - age.since
    from asked, (values ($2, 'old', interval '91 days'), ($3, 'young', interval '89 days')) as age (id, question, since)`,
    [newId<'call'>(), newId<'unanswered-question'>(), newId<'unanswered-question'>()],
  )
  await run('reception.purge-unanswered-questions')
  expect(await names('select question as name from unanswered_question')).toEqual(['young'])
})

test('what callers were asked to prove is forgotten after thirty days', async () => {
  await product.database.query(
    `with caller as (
      insert into customer (tenant_id, id, name, language)
      select location.tenant_id, $1::uuid, 'Petra Lindner', 'de' from location limit 1
      returning tenant_id, id),
    asked as (
      insert into call (tenant_id, id, connection_id, provider, provider_call_id, location_id, called_e164, started_at, language)
      select location.tenant_id, $2::uuid, (select id from voice_connection limit 1), 'browser', 'proven', location.id,
        '+493023125001', now(), 'de' from location join caller on caller.tenant_id = location.tenant_id limit 1
      returning tenant_id, id)
    insert into one_time_code (tenant_id, id, call_id, customer_id, kind, code_hash, created_at, expires_at, voided_at)
    select asked.tenant_id, age.id::uuid, asked.id, caller.id, 'email', age.name, now() - age.since,
      now() - age.since + interval '10 minutes', now()
    from asked, caller, (values ($3, 'old', interval '31 days'), ($4, 'young', interval '29 days')) as age (id, name, since)`,
    [newId<'customer'>(), newId<'call'>(), newId<'one-time-code'>(), newId<'one-time-code'>()],
  )
  await run('customers.purge-one-time-codes')
  expect(await names('select code_hash as name from one_time_code')).toEqual(['young'])
})

test('calls for nobody are forgotten after thirty days', async () => {
  await product.database.query(
    `insert into quarantine (id, source, reason, called_number, request_id, seen_at)
     select age.id::uuid, age.source, 'unknown_number', '+493023125999', '', now() - age.since
     from (values ($1, 'old', interval '31 days'), ($2, 'young', interval '29 days')) as age (id, source, since)`,
    [newId<'quarantine'>(), newId<'quarantine'>()],
  )
  await run('voice.purge-quarantine')
  expect(await names('select source as name from quarantine')).toEqual(['young'])
})

test('the record of a job that was given up is kept for a year', async () => {
  await product.database.query(`
    insert into discarded_job (id, name, envelope, attempts, created_at, discarded_at, discarded_by, why)
    select row_number() over (), age.name, '{}', 1, now(), now() - age.since, 'test', 'test'
    from (values ('old', interval '366 days'), ('young', interval '364 days')) as age (name, since)`)
  await run('ops.purge-discarded-jobs')
  expect(await names('select name from discarded_job')).toEqual(['young'])
})

test('every schedule is known to the database, and has come or will', async () => {
  await expect
    .poll(() => names('select name from job_schedule where next_run_at > now() order by name'), {
      timeout: 10_000,
    })
    .toEqual([...product.app.platform.jobs.schedules().keys()].sort())
})
