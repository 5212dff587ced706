import { mkdir } from 'node:fs/promises'
import { type App, createApp, type Outside } from '../app.ts'
import type { Config } from '../config.ts'
import { WEB_LIMITS, WORKER_LIMITS } from '../platform/db/connect.ts'
import { connectOrExplain } from '../platform/db/connection-problem.ts'
import { inTurn } from '../platform/db/in-turn.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openDatabase } from '../platform/db/open-database.ts'
import { choosePoolSize, readMaxConnections } from '../platform/db/pool-size.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import type { Log } from '../platform/observability/log.ts'
import { startTracing } from '../platform/observability/start-tracing.ts'
import { VERSION } from '../version.ts'
import { markInstallation } from '../worlds/installation.ts'
import { seedWorlds } from '../worlds/seed-worlds.ts'
import { listenAsWeb, listenAsWorker } from './listen.ts'
import { findRunningServer } from './running-server.ts'
import { type Simulators, startSimulators } from './simulators.ts'

export type Role = 'start' | 'web' | 'worker'

const SEED_LOCK = 7_305_003

export type Running = {
  /** Null for a worker that was given no port. */
  readonly url: string | null
  readonly simulators: Simulators | null
  /** Drains and closes, in the reverse order of the start. */
  stop(): Promise<void>
  /** When stopping is not possible any more. */
  force(): void
}

/**
 * Brings up what a role mounts: `start` is web and worker in one process, and in demo mode the simulators.
 * What was started is closed again, last first, when the product stops and also when a later step fails.
 */
export async function serve(config: Config, log: Log, role: Role): Promise<Running> {
  await refuseSecond(config, role)
  await mkdir(config.dataDir, { recursive: true })
  const closers = new AsyncDisposableStack()
  try {
    return await bringUp(closers, { config, log, role })
  } catch (error) {
    await closers.disposeAsync()
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

async function bringUp(
  closers: AsyncDisposableStack,
  { config, log, role }: { config: Config; log: Log; role: Role },
): Promise<Running> {
  const tracing = await startTracing({ endpoint: config.otlpEndpoint, version: VERSION, role })
  closers.defer(() => tracing.stop())
  const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
  closers.defer(() => database.close())
  database.keepAlive(log)
  const { newer } = await migrate(database.ownerUrl)
  if (newer.length > 0) log.warn({ migrations: newer }, 'a newer version has migrated this database')
  const outside: Outside = { smtpUrl: config.secrets.smtpUrl, retellSimulatorUrl: null }
  const app = createApp({
    config,
    databaseUrl: database.url,
    log,
    outside,
    database: {
      poolSize: await fitPool(config, database.url),
      limits: role === 'worker' ? WORKER_LIMITS : WEB_LIMITS,
    },
  })
  closers.defer(() => app.close())
  await markInstallation(app.platform, config.demo ? 'demo' : 'real')
  await app.modules.voice.ensurePlatformConnections()
  // Several that start at once make the demo businesses once.
  if (config.demo) await inTurn(database, SEED_LOCK, () => seedWorlds(app))

  const simulators = config.demo && role === 'start' ? await startSimulators() : null
  if (simulators) {
    closers.defer(() => simulators.stop())
    outside.smtpUrl ??= simulators.mail.smtp
    if (config.retell.baseUrl === null) outside.retellSimulatorUrl = simulators.retell.url
    outside.calcomSimulatorUrl = simulators.calcom.url
    outside.google = simulators.google
    outside.microsoft = simulators.graph
  }
  if (role !== 'web') {
    const { jobs, metrics, clock } = app.platform
    const worker = await startWorker({ url: database.url, jobs, log, metrics, clock })
    closers.defer(() => worker.stop())
  }
  const url =
    role === 'worker'
      ? await listenAsWorker(closers, app, { config, log })
      : await listenAsWeb(closers, app, config)
  if (!config.publicUrlGiven) outside.publicUrl = url
  if (url !== null && simulators) {
    await simulators.aim({
      productUrl: url,
      connection: 'default',
      apiKey: config.secrets.retellApiKeys[0] ?? '',
    })
    await simulators.know(await app.modules.voice.connections.numbersAtRetell())
  }
  return { url, simulators, stop: () => stop(closers, app), force: () => simulators?.stop() }
}

async function stop(closers: AsyncDisposableStack, app: App): Promise<void> {
  app.platform.outbound.stop()
  await closers.disposeAsync()
}

async function fitPool(config: Config, url: string): Promise<number> {
  const client = await connectOrExplain({ variable: 'DATABASE_URL', url })
  try {
    const maxConnections = await readMaxConnections(client)
    return choosePoolSize({ configured: config.database.poolSize, maxConnections })
  } finally {
    await client.end()
  }
}
