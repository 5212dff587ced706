import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type App, createApp } from '../../server/src/app.ts'
import { type Config, loadConfig } from '../../server/src/config.ts'
import { startEmbeddedServer } from '../../server/src/platform/db/embedded-server.ts'
import { migrate } from '../../server/src/platform/db/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../server/src/platform/db/open-database.ts'
import type { TenantId } from '../../server/src/platform/ids/ids.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { seedWorlds } from '../../server/src/worlds/seed-worlds.ts'

const ROOT = join(import.meta.dirname, '../..')
const LONGEST_START_MS = 60_000

export type Role = 'web' | 'worker'

/** The product as users run it: processes of their own on an embedded database with durable commits. */
export type ServedProduct = {
  readonly url: string
  readonly database: OpenDatabase
  /** Superuser of its database, to count what row-level security hides and to fill it. */
  readonly adminUrl: string
  /** The same code in this process, to prepare and to look: nothing is measured through it. */
  readonly app: App
  readonly config: Config
  apiKey(tenantId: TenantId): Promise<string>
  start(role: Role): Promise<void>
  stop(): Promise<void>
}

/** Opens a fresh data directory (or the one given, which then stays) and serves it on a free port. */
export async function serveProduct(
  options: {
    dataDir?: string
    prepare?: (app: App) => Promise<void>
    environment?: Record<string, string>
    nodeOptions?: readonly string[]
  } = {},
): Promise<ServedProduct> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'askpro-bench-')))
  const environment = {
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    // The client of a benchmark is one address, one key and one call.
    LIMIT_FACTOR: '1000',
    ...options.environment,
  }
  const config = loadConfig(environment)
  const database = await openDatabase({ dataDir, ...config.database })
  const server = await startEmbeddedServer({ directory: join(dataDir, 'postgres') })
  const adminUrl = new URL(new URL(database.url).pathname, server.adminUrl).href
  await migrate(database.ownerUrl)
  const app = createApp({ config, databaseUrl: database.url, log: createLog({ level: 'silent' }) })
  await app.modules.voice.ensurePlatformConnections()
  await seedWorlds(app)
  await options.prepare?.(app)

  const children = new Map<Role, ReturnType<typeof spawn>>()
  const start = async (role: Role): Promise<void> => {
    const child = spawn(
      process.execPath,
      [...(options.nodeOptions ?? []), join(ROOT, 'server/src/main.ts'), role],
      { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    children.set(role, child)
  }
  await start('web')
  const url = await untilReady(join(dataDir, 'server.json'))
  return {
    url,
    database,
    adminUrl,
    app,
    config,
    apiKey: async tenantId =>
      (await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'bench' })).key,
    start,
    stop: async () => {
      for (const child of children.values()) {
        if (child.exitCode !== null) continue
        child.kill('SIGTERM')
        await once(child, 'close')
      }
      await app.close()
      await database.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilReady(announcement: string): Promise<string> {
  const deadline = performance.now() + LONGEST_START_MS
  while (performance.now() < deadline) {
    try {
      const { url } = JSON.parse(await readFile(announcement, 'utf8')) as { url: string }
      if ((await fetch(new URL('/health/ready', url))).ok) return url
    } catch {
      // Not announced yet, or not listening yet.
    }
    await wait(20)
  }
  throw new Error(`The product was not ready after ${LONGEST_START_MS} ms.`)
}
