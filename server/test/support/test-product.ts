import { type MailSimulator, startMail } from '../../../sandbox/mail/start-mail.ts'
import { type RetellSimulator, startRetell } from '../../../sandbox/retell/start-retell.ts'
import { type App, createApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { CalendarAdapters } from '../../src/modules/calendars/index.ts'
import type { HttpServer } from '../../src/platform/http/http-server.ts'
import { serveWeb } from '../../src/platform/http/serve-web.ts'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { startWorker } from '../../src/platform/jobs/worker.ts'
import { createLog, type Log } from '../../src/platform/observability/log.ts'
import type { Clock } from '../../src/platform/time/clock.ts'
import { RETELL_KEY, testConfig } from './test-config.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field; a wrong one fails the test
export type Json = any

export type TestProduct = {
  readonly app: App
  readonly http: HttpServer
  readonly url: string
  readonly database: TestDatabase
  readonly retell: RetellSimulator
  readonly mail: MailSimulator
  /** Bearer keys of the worlds. */
  readonly keys: Readonly<Record<'salon' | 'practice' | 'garage' | 'consultants', string>>
  tenantId(slug: string): Promise<TenantId>
  get(path: string, key: string): Promise<{ status: number; body: Json }>
  post(
    path: string,
    key: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Json; headers: Headers }>
  /** Waits until no job and no event is left that will still be worked on. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** The whole product in one process with both simulators: web, worker, live updates, on a cloned database. */
export async function startProduct(
  options: {
    clock?: Clock
    config?: Partial<Config>
    web?: boolean
    /** Without a worker nothing but requests goes to the database. */
    worker?: 'none'
    /** Instead of one that says nothing. */
    log?: Log
    /** Adds jobs or readers of the test's own before the worker starts. */
    prepare?: (app: App) => void
    /** Stand in for providers of calendars. */
    calendarAdapters?: Partial<CalendarAdapters>
  } = {},
): Promise<TestProduct> {
  const database = await createTestDatabase()
  const mail = await startMail({})
  const retell = await startRetell({
    signingNow: () => (options.clock ? options.clock.now().epochMilliseconds : Date.now()),
  })
  const log = options.log ?? createLog({ level: process.env.TEST_LOG ?? 'silent', destination: 'stderr' })
  const app = createApp({
    config: testConfig(options.config),
    databaseUrl: database.url,
    log,
    outside: { smtpUrl: mail.smtpUrl, retellSimulatorUrl: retell.url },
    undeclaredAnswers: 'throw',
    calendarAdapters: options.calendarAdapters ?? {},
    ...(options.clock ? { clock: options.clock } : {}),
  })
  options.prepare?.(app)
  await app.platform.live.start()
  const http = await app.createHttp()
  if (options.web) await serveWeb(http)
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const { jobs, metrics, clock } = app.platform
  const worker =
    options.worker === 'none' ? null : await startWorker({ url: database.url, jobs, log, metrics, clock })
  app.modules.ops.health.setServing(true)
  retell.setTarget({ productUrl: url, connection: 'default', apiKey: RETELL_KEY })

  const tenantId = async (slug: string): Promise<TenantId> => {
    const tenant = await app.modules.tenants.findBySlug(slug)
    if (!tenant) throw new Error(`There is no world "${slug}".`)
    return tenant.id
  }
  const keyFor = async (slug: string): Promise<string> => {
    const wish = { tenantId: await tenantId(slug), scopes: ['all' as const], name: 'test' }
    return (await app.modules.identity.createApiKey(wish)).key
  }

  return {
    app,
    http,
    url,
    database,
    retell,
    mail,
    keys: {
      salon: await keyFor('salon'),
      practice: await keyFor('practice'),
      garage: await keyFor('garage'),
      consultants: await keyFor('consultants'),
    },
    tenantId,
    get: async (path, key) => {
      const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } })
      return { status: response.status, body: await response.json() }
    },
    post: async (path, key, body, headers = {}) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json(), headers: response.headers }
    },
    settled: () => settled(database),
    stop: async () => {
      await http.close()
      await worker?.stop()
      await app.platform.live.stop()
      await app.close()
      await retell.close()
      await mail.close()
      await database.drop()
    },
  }
}

/** Rings that no call followed wait ten minutes by design and do not count. */
async function settled(database: TestDatabase): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const [row] = await database.query<{ open: number }>(`
      select (select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts)
           + (select count(*) from inbox where processed_at is null and dead_at is null and event_key not like 'call_inbound/%') as open`)
    if (Number(row?.open) === 0) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('Jobs or events are left over.')
}
