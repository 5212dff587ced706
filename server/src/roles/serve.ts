import { type App, createApp, type Outside } from '../app.ts'
import type { Config } from '../config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { type OpenDatabase, openDatabase } from '../platform/db/open-database.ts'
import type { HttpServer } from '../platform/http/http-server.ts'
import { serveWeb } from '../platform/http/serve-web.ts'
import { startWorker, type Worker } from '../platform/jobs/worker.ts'
import type { Log } from '../platform/observability/log.ts'
import { markInstallation } from '../worlds/installation.ts'
import { seedWorlds } from '../worlds/seed-worlds.ts'
import { announceServer, findRunningServer, withdrawServer } from './running-server.ts'
import { type Simulators, startSimulators } from './simulators.ts'

export type Role = 'start' | 'web' | 'worker'

export type Running = {
  readonly app: App
  /** Null for a worker. */
  readonly url: string | null
  readonly simulators: Simulators | null
  stop(): Promise<void>
  /** When stopping is not possible any more. */
  force(): void
}

/** Brings up what a role mounts: `start` is web and worker in one process, and in demo mode the simulators. */
export async function serve(config: Config, log: Log, role: Role): Promise<Running> {
  await refuseSecond(config, role)
  const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
  try {
    return await serveOn(database, { config, log, role })
  } catch (error) {
    await database.close()
    throw error
  }
}

async function refuseSecond(config: Config, role: Role): Promise<void> {
  const running = role === 'worker' ? null : await findRunningServer(config.dataDir)
  if (running)
    throw new Error(
      `The product already runs on this data directory: ${running.url} (process ${running.pid}).`,
    )
}

async function serveOn(
  database: OpenDatabase,
  { config, log, role }: { config: Config; log: Log; role: Role },
): Promise<Running> {
  await migrate(database.ownerUrl)
  const withSimulators = config.demo && role === 'start'
  const outside: Outside = { smtpUrl: config.secrets.smtpUrl, retellSimulatorUrl: null }
  const app = createApp({ config, databaseUrl: database.url, log, outside })
  await markInstallation(app.platform, config.demo ? 'demo' : 'real')
  await app.modules.voice.ensurePlatformConnections()
  if (config.demo) await seedWorlds(app)
  const simulators = withSimulators ? await startSimulators() : null
  if (simulators) {
    outside.smtpUrl ??= simulators.mail.smtp
    if (config.retell.baseUrl === null) outside.retellSimulatorUrl = simulators.retell.url
  }
  const worker: Worker | null =
    role === 'web'
      ? null
      : await startWorker({ url: database.url, jobs: app.platform.jobs, log, metrics: app.platform.metrics })
  const web = role === 'worker' ? null : await listen(app, config)
  if (web && simulators)
    await simulators.aim({
      productUrl: web.url,
      connection: 'default',
      apiKey: config.secrets.retellApiKeys[0] ?? '',
    })
  if (web) await announceServer(config.dataDir, { pid: process.pid, url: web.url })

  return {
    app,
    url: web?.url ?? null,
    simulators,
    stop: async () => {
      app.modules.ops.health.setServing(false)
      await web?.http.close()
      await worker?.stop()
      await app.platform.live.stop()
      await app.close()
      simulators?.stop()
      if (web) await withdrawServer(config.dataDir)
      await database.close()
    },
    force: () => simulators?.stop(),
  }
}

async function listen(app: App, config: Config): Promise<{ http: HttpServer; url: string }> {
  await app.platform.live.start()
  const http = await app.createHttp()
  await serveWeb(http)
  await http.listen({ port: config.port, host: config.host })
  app.modules.ops.health.setServing(true)
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return { http, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }
}
