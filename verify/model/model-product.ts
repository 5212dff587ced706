import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Pool } from 'undici'
import { createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { startEmbeddedServer } from '../../server/src/platform/db/embedded-server.ts'
import { migrate } from '../../server/src/platform/db/migrate.ts'
import { openDatabase } from '../../server/src/platform/db/open-database.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { seedWorld } from '../../server/src/worlds/seed-worlds.ts'
import type { Query } from '../product/embedded-postgres.ts'
import { BEGINS, catalogue, ZONE } from './shop.ts'

const MOST_ATTEMPTS = 8
const PAUSE_MS = 250

export type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field; a wrong one is a finding
  readonly body: any
}

export type ModelProduct = {
  readonly clock: { now: number }
  /** By name of a person or room. */
  readonly resourceIds: ReadonlyMap<string, string>
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<Answer>
  readonly query: Query
  stop(): Promise<void>
}

/** The product in this process with one business, real HTTP and a clock that the proof moves; jobs are not worked on. */
export async function startModelProduct(): Promise<ModelProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-model-'))
  // Nothing is killed here, so nothing needs the disk.
  const server = await startEmbeddedServer({ directory: join(dataDir, 'postgres'), durability: 'fast' })
  const config = loadConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', LIMIT_FACTOR: '1000' })
  const database = await openDatabase({ dataDir, ...config.database })
  await migrate(database.ownerUrl)
  const clock = { now: Temporal.Instant.from(BEGINS).epochMilliseconds }
  const app = createApp({
    config,
    databaseUrl: database.url,
    log: createLog({ level: 'silent' }),
    undeclaredAnswers: 'throw',
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(clock.now) },
  })
  await app.modules.voice.ensurePlatformConnections()
  const tenantId = await seedWorld(app, {
    tenant: {
      slug: 'model',
      name: 'Salon Muster',
      sector: 'salon',
      timeZone: ZONE,
      locale: 'de-DE',
      region: 'DE-BE',
    },
    phoneNumber: '+493023125777',
    catalogue,
  })
  const { key } = await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'model' })
  const http = await app.createHttp()
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const pool = new Pool(url, { connections: 16, pipelining: 1 })
  const reader = new pg.Client(new URL(new URL(database.url).pathname, server.adminUrl).href)
  await reader.connect()
  const query: Query = async (text, values) => (await reader.query(text, values)).rows
  const rows = await query<{ id: string; name: string }>('select resource.id, resource.name from resource')
  return {
    clock,
    resourceIds: new Map(rows.map(row => [row.name, row.id])),
    query,
    send: async (method, path, body, idempotencyKey) => {
      const ask = async (): Promise<Answer> => {
        const answer = await pool.request({
          method,
          path,
          headers: {
            authorization: `Bearer ${key}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          },
          body: body === undefined ? null : JSON.stringify(body),
        })
        return { status: answer.statusCode, body: (await answer.body.json()) as Answer['body'] }
      }
      return await untilTaken(ask)
    },
    stop: async () => {
      await pool.close()
      await http.close()
      await app.close()
      await reader.end()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
    },
  }
}

/** On a busy machine the product says that nothing was begun, and asks to come again: that is no answer yet. */
async function untilTaken(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask()
    const isBusy = answer.status === 503 && answer.body?.type === '/errors/platform/overloaded'
    if (!isBusy || attempt === MOST_ATTEMPTS) return answer
    await wait(PAUSE_MS * attempt)
  }
}
