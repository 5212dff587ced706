import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { type Running, serve } from '../../src/roles/serve.ts'
import { testConfig } from '../support/test-config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let dataDir: string
const started: Running[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-worker-'))
})
afterAll(async () => {
  for (const running of started) await running.stop()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function startWorker(workerPort: number | null, metricsAddresses = ['127.0.0.1']): Promise<Running> {
  const { url, ownerUrl } = database
  const config = testConfig({
    dataDir,
    workerPort,
    metricsAddresses,
    database: { url, ownerUrl, poolSize: 5 },
  })
  const running = await serve(config, createLog({ level: 'silent', destination: 'stderr' }), 'worker')
  started.push(running)
  return running
}

describe('A worker that was given a port', () => {
  let url: string
  beforeAll(async () => {
    url = (await startWorker(0)).url ?? ''
  })

  test('is ready, and says how it is', async () => {
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect(await (await fetch(`${url}/health/jobs`)).json()).toMatchObject({
      checks: { jobs: { status: 'ok' } },
    })
  })

  test('shows the figures of its own jobs, pool and event loop', async () => {
    const figures = async (): Promise<string> => (await fetch(`${url}/metrics`)).text()
    await database.query(`select graphile_worker.add_job('platform.find-lost-inbox-events',
      json_build_object('data', json_build_object('due_at', now()), 'request_id', 'a-worker-of-its-own', 'tenant_id', null))`)
    await expect
      .poll(figures, { timeout: 10_000 })
      .toContain('askpro_job_duration_seconds_count{job="platform.find-lost-inbox-events",result="done"} 1')
    expect(await figures()).toContain('askpro_database_pool_connections{state="max"} 5')
  })

  test.each(['/api/v1/services', '/api/openapi.json', '/app/', '/voice/retell/default/tools'])(
    'answers nothing else: %s',
    async path => {
      expect((await fetch(`${url}${path}`)).status).toBe(404)
    },
  )

  test('shows figures to allowed addresses only', async () => {
    const { url: strict } = await startWorker(0, ['203.0.113.9'])
    expect((await fetch(`${strict}/metrics`)).status).toBe(404)
    expect((await fetch(`${strict}/health/live`)).status).toBe(200)
  })

  test('is not announced as the product of its data directory', async () => {
    expect(await readdir(dataDir)).not.toContain('server.json')
  })
})

test('a worker whose port is taken works without, so that two with one environment both run', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  taken.once('listening', resolve)
  await listening
  const { port } = taken.address() as AddressInfo
  const { url } = await startWorker(port)
  taken.close()
  expect(url).toBeNull()
  await expect
    .poll(async () => (await database.query('select 1 from job_worker')).length)
    .toBe(started.length)
})

test('a worker listens nowhere unless PORT is set', () => {
  const env = { DATA_DIR: dataDir }
  expect([loadConfig(env).workerPort, loadConfig({ ...env, PORT: '' }).workerPort]).toEqual([null, null])
  expect(loadConfig({ ...env, PORT: '9090' }).workerPort).toBe(9090)
})
