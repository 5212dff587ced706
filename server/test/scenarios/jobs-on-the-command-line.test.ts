import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../support/run-command.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import type { Json } from '../support/test-product.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-jobs-'))
  await database.query(`
    insert into graphile_worker._private_tasks (identifier) values ('test.first'), ('test.second');
    insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error)
    select tasks.id, json_build_object('data', '{}'::json, 'request_id', 'r', 'tenant_id', tenant.id,
        'failure', json_build_object('reason', 'terminal', 'first_at', now(), 'last_at', now(), 'max_attempts', 12)),
      1, 1, 'It is gone.'
    from graphile_worker._private_tasks as tasks, (select id from tenant where slug = 'salon') as tenant,
      generate_series(1, 2)
    where tasks.identifier like 'test.%' order by tasks.identifier;
    insert into job_heartbeat (name, runs, failures) values ('test.first', 7, 2)`)
})
afterAll(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true })
})

type Ended = { code: number; out: string; error: string }

const onItsDatabase = () => ({
  DATA_DIR: dataDir,
  DATABASE_URL: database.url,
  DATABASE_OWNER_URL: database.ownerUrl,
  LOG_LEVEL: 'silent',
})
const askpro = (...words: string[]): Promise<Ended> => runCommand(words, onItsDatabase())

/** The command as a process of its own, with its exit code. */
async function askproApart(...words: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...onItsDatabase() }
  return await new Promise(resolve => {
    execFile(process.execPath, [MAIN, ...words], { env }, (problem, out, error) =>
      resolve({ code: Number(problem?.code ?? 0), out, error }),
    )
  })
}
async function status(): Promise<Json> {
  return JSON.parse((await askpro('jobs', 'status', '--json')).out)
}
const ids = async (name: string): Promise<string[]> =>
  (await status()).dead_letters.filter((job: Json) => job.name === name).map((job: Json) => job.id)

describe('askpro jobs', () => {
  test('status says what is dead and why, in words and as JSON, and is not good then', async () => {
    const words = await askproApart('jobs', 'status')
    expect(words).toMatchObject({ code: 1, error: '' })
    expect(words.out).toMatch(/0 workers alive, 4 dead letters/)
    expect(words.out).toMatch(/test\.first {2}terminal {2}It is gone\./)
    expect(await status()).toMatchObject({
      health: 'ok',
      dead: 4,
      jobs: [
        { name: 'test.first', state: 'dead', jobs: 2 },
        { name: 'test.second', state: 'dead', jobs: 2 },
      ],
      inbox: { waiting: 0, dead: 0 },
      heartbeats: [{ name: 'test.first', runs: 7, failures: 2, last_ok_at: null }],
    })
  })

  test('retry takes one by its number, and gives it all its attempts again', async () => {
    const [id = ''] = await ids('test.first')
    expect(await askpro('jobs', 'retry', id)).toMatchObject({ code: 0, out: '1 job retried.\n' })
    const rows = await database.query(
      'select attempts, max_attempts, payload::jsonb ? $2 as failed from graphile_worker._private_jobs where id = $1',
      [id, 'failure'],
    )
    expect(rows).toEqual([{ attempts: 0, max_attempts: 12, failed: false }])
    expect(await askpro('jobs', 'retry', id)).toMatchObject({ code: 1 })
  })

  test('retry takes all of a name', async () => {
    const { code, out } = await askpro('jobs', 'retry', '--job', 'test.second', '--json')
    expect([code, JSON.parse(out).retried.length, JSON.parse(out).skipped]).toEqual([0, 2, []])
    expect(await ids('test.second')).toEqual([])
  })

  test('discard keeps who gave the job up and why', async () => {
    const [id = ''] = await ids('test.first')
    expect(await askproApart('jobs', 'discard', id)).toMatchObject({ code: 2 })
    expect(await askpro('jobs', 'discard', id, '--reason', 'Nobody needs it.')).toMatchObject({ code: 0 })
    const rows = await database.query('select id::text, why, discarded_by from discarded_job')
    expect(rows).toEqual([
      { id, why: 'Nobody needs it.', discarded_by: expect.stringMatching(/^command-line:/) },
    ])
  })

  test('retry wants one way of saying which, and numbers that are numbers', async () => {
    for (const words of [[], ['--all', '7'], ['seven'], ['7; drop table tenant']])
      expect(await askpro('jobs', 'retry', ...words)).toMatchObject({ code: 2 })
    expect(await askpro('jobs', 'retry', '--all')).toMatchObject({ code: 0, out: '0 jobs retried.\n' })
  })
})
