import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { migrate } from '../../server/src/platform/db/migrate.ts'
import { openDatabase } from '../../server/src/platform/db/open-database.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { seedWorld } from '../../server/src/worlds/seed-worlds.ts'
import { catalogue, ZONE } from '../model/shop.ts'
import { postmasterPid } from '../product/embedded-postgres.ts'
import { untilStarted } from '../product/started.ts'
import { startTcpProxy } from './tcp-proxy.ts'

/** A product that ends so often by itself will not become ready. */
const MOST_ENDS = 5

export type TorturedProduct = {
  /** Where clients find it, whatever happens behind. */
  readonly url: string
  readonly key: string
  killApp(): Promise<void>
  killDatabase(): Promise<void>
  /** Connections between product and database, and between clients and product. */
  readonly database: { cut(): number }
  readonly clients: { cut(): number }
  shiftClock(ms: number): void
  start(): void
  untilReady(): Promise<number>
  /** Sentences about every time it ended without being killed. */
  endedByItself(): readonly string[]
  stop(): Promise<void>
}

/** The product in a process of its own; its database and its clients reach it through proxies. */
export async function openTorturedProduct(dataDir: string): Promise<TorturedProduct> {
  const environment = {
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    ASKPRO_DEMO: '0',
    LIMIT_FACTOR: '1000',
  }
  const quiet = createLog({ level: 'silent' })
  const database = await openDatabase({ dataDir, url: null, ownerUrl: null })
  await migrate(database.ownerUrl)
  const key = await openShop(database.url, environment)
  database.keepAlive(quiet)
  const [toDatabase, toProduct] = await Promise.all([startTcpProxy(), startTcpProxy()])
  toDatabase.aim(Number(new URL(database.url).port))
  const proxied = new URL(database.url)
  proxied.port = String(toDatabase.port)
  // Over its socket it would pass the proxy by.
  proxied.searchParams.delete('host')
  const url = `http://127.0.0.1:${toProduct.port}`
  const output = openSync(join(dataDir, 'product.log'), 'a')
  const killed = new WeakSet<ChildProcess>()
  const ends: string[] = []
  let child: ChildProcess | null = null
  let shiftMs = 0

  const start = (): void => {
    const started = fork(join(import.meta.dirname, 'serve-product.ts'), {
      env: {
        PATH: process.env.PATH ?? '',
        ...environment,
        TORTURED_DATABASE_URL: proxied.href,
        CLOCK_SHIFT_MS: String(shiftMs),
      },
      stdio: ['ignore', output, output, 'ipc'],
    })
    child = started
    started.on('message', message => toProduct.aim((message as { port: number }).port))
    started.once('exit', (code, signal) => {
      if (child === started) child = null
      if (!killed.has(started)) ends.push(`The product ended by itself (${signal ?? `code ${code}`}).`)
    })
  }
  const killApp = async (): Promise<void> => {
    if (child === null) return
    killed.add(child)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  return {
    url,
    key,
    start,
    killApp,
    killDatabase: async () => {
      const pid = await postmasterPid(dataDir)
      if (pid !== null) process.kill(pid, 'SIGKILL')
    },
    database: toDatabase,
    clients: toProduct,
    shiftClock: ms => {
      shiftMs = ms
      child?.send({ shiftMs })
    },
    untilReady: async () => {
      const begun = performance.now()
      const started = await untilStarted({
        pid: () => {
          if (child === null) start()
          return child?.pid ?? null
        },
        isReady: () => isReady(url),
        givenUp: () => ends.length > MOST_ENDS,
      })
      if (started) return Math.round(performance.now() - begun)
      throw new Error(`The product did not become ready; see ${dataDir}/product.log.`)
    },
    endedByItself: () => ends,
    stop: async () => {
      await killApp()
      await Promise.all([toDatabase.close(), toProduct.close()])
      await database.close()
    },
  }
}

/** The shop of the model proof, and a key to it. */
async function openShop(databaseUrl: string, environment: Record<string, string>): Promise<string> {
  const app = createApp({ config: loadConfig(environment), databaseUrl, log: createLog({ level: 'silent' }) })
  try {
    await app.modules.voice.ensurePlatformConnections()
    const tenantId = await seedWorld(app, {
      tenant: {
        slug: 'torture',
        name: 'Salon Muster',
        sector: 'salon',
        timeZone: ZONE,
        locale: 'de-DE',
        region: 'DE-BE',
      },
      phoneNumber: '+493023125778',
      catalogue,
    })
    return (await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'torture' })).key
  } finally {
    await app.close()
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
