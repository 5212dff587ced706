import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.query('delete from graphile_worker._private_jobs'))

const ENQUEUE = `select enqueue_job(identifier => 'test.note', payload => '{"n": 1}', run_at => '2099-01-01Z',
  max_attempts => 3, priority => 7, job_key => `
const stored = () =>
  database.query(`
    select jobs.payload, jobs.run_at, jobs.max_attempts, jobs.priority, jobs.attempts, jobs.last_error, jobs.key,
      jobs.revision, jobs.flags, jobs.locked_at, jobs.locked_by, jobs.job_queue_id, jobs.is_available, tasks.identifier
    from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id`)

test('A job enqueued the short way is the row that the library would have written', async () => {
  await database.query(`select graphile_worker.add_job(identifier => 'test.note', payload => '{"n": 1}',
    run_at => '2099-01-01Z', max_attempts => 3, priority => 7)`)
  const byLibrary = await stored()
  await database.query('delete from graphile_worker._private_jobs')
  await database.query(`${ENQUEUE} null)`)
  expect(byLibrary).toHaveLength(1)
  expect(await stored()).toEqual(byLibrary)
})

test('Jobs enqueued together are the same rows', async () => {
  await database.query(`${ENQUEUE} null)`)
  const alone = await stored()
  await database.query('delete from graphile_worker._private_jobs')
  await database.query(`select enqueue_jobs('test.note', array['{"n": 1}', '{"n": 1}']::json[],
    array['2099-01-01Z', '2099-01-01Z']::timestamptz[], 3, 7)`)
  expect(await stored()).toEqual([...alone, ...alone])
})

test('A job of a kind that was never seen before is enqueued too', async () => {
  await database.query("delete from graphile_worker._private_tasks where identifier like 'test.%'")
  await database.query(`${ENQUEUE} null)`)
  await database.query(
    "select enqueue_jobs('test.new', array['{}']::json[], array[null]::timestamptz[], 1, 0)",
  )
  expect((await stored()).map(row => (row as { identifier: string }).identifier).sort()).toEqual([
    'test.new',
    'test.note',
  ])
})

test('A job with a key replaces the one that waits under it', async () => {
  await database.query(`${ENQUEUE} 'one')`)
  await database.query(`${ENQUEUE} 'one')`)
  expect(await stored()).toHaveLength(1)
})
