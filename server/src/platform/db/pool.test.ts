import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../observability/log.ts'
import { connect, type DatabaseLimits, type Waiting } from './connect.ts'
import { createDatabase, type Database } from './database.ts'
import { choosePoolSize, LEFT_FOR_OTHERS, WEB_EXTRA, WORKER_EXTRA } from './pool-size.ts'

const log = createLog({ level: 'silent' })
let source: TestDatabase
beforeAll(async () => {
  source = await createTestDatabase()
})
afterAll(() => source.drop())

const LIMITS: DatabaseLimits = { statementMs: 400, lockMs: 200, idleInTransactionMs: 300 }

/** A database with the given limits, and the waits its pool reported. */
async function withPool(
  options: { url?: string; max: number; waiting?: Waiting },
  work: (db: Database, waits: number[]) => Promise<void>,
): Promise<void> {
  const waits: number[] = []
  const metrics = { databasePoolWait: { observe: (seconds: number) => waits.push(seconds) } }
  const pool = connect({
    ...{ url: source.url, applicationName: 'test', log, limits: LIMITS, ...options },
    metrics: metrics as never,
  })
  const db = createDatabase(pool, log)
  try {
    await work(db, waits)
  } finally {
    await db.close()
  }
}

describe('The pool', () => {
  test('refuses with "overloaded" whoever waits too long, and serves again afterwards', async () => {
    await withPool({ max: 1, waiting: { most: 5, longestMs: 100 } }, async (db, waits) => {
      const held = Promise.withResolvers<void>()
      const taken = Promise.withResolvers<void>()
      const holder = db.acrossTenants('hold', async () => {
        taken.resolve()
        await held.promise
      })
      await taken.promise
      await expect(db.ping()).rejects.toMatchObject({
        definition: { code: 'platform/overloaded', status: 503 },
      })
      expect(waits.at(-1)).toBeGreaterThan(0.09)
      held.resolve()
      await holder
      await db.ping()
    })
  })

  test('lets so many wait, serves them in turn, and refuses the next at once', async () => {
    await withPool({ max: 1, waiting: { most: 3, longestMs: 10_000 } }, async db => {
      const held = Promise.withResolvers<void>()
      const taken = Promise.withResolvers<void>()
      const holder = db.acrossTenants('hold', async () => {
        taken.resolve()
        await held.promise
      })
      await taken.promise
      const waiting = [1, 2, 3].map(() => db.ping())
      await expect(db.ping()).rejects.toMatchObject({
        definition: { code: 'platform/overloaded', status: 503 },
      })
      held.resolve()
      await holder
      await Promise.all(waiting)
    })
  })

  test('says that the database is unavailable when no server answers', async () => {
    const url = new URL(source.url)
    url.port = '1'
    await withPool({ url: url.href, max: 1 }, async db => {
      await expect(db.ping()).rejects.toMatchObject({ definition: { code: 'platform/unavailable' } })
    })
  })

  test('replaces a connection that the server cut', async () => {
    await withPool({ max: 1 }, async db => {
      await db.ping()
      await source.query(
        `select pg_terminate_backend(pg_stat_activity.pid) from pg_stat_activity
         where pg_stat_activity.application_name = 'test' and pg_stat_activity.datname = current_database()`,
      )
      await expect.poll(() => db.ping().then(() => 'ok', String)).toBe('ok')
    })
  })
})

describe('A limit', () => {
  test('ends a statement that runs too long', async () => {
    await withPool({ max: 1 }, async db => {
      await expect(db.pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
    })
  })

  test('ends a transaction that does nothing, and the process goes on', async () => {
    await withPool({ max: 1 }, async db => {
      const idle = db.acrossTenants('do nothing', async tx => {
        await expect.poll(openTransactions).toBe(1)
        await expect.poll(openTransactions, { timeout: 10_000 }).toBe(0)
        await tx.selectFrom('inbox').select('inbox.id').execute()
      })
      await expect(idle).rejects.toThrow(/not queryable|terminat/i)
      await db.ping()
    })
  })

  test('turns waiting for a lock into "overloaded"', async () => {
    await withPool({ max: 2 }, async db => {
      const held = Promise.withResolvers<void>()
      const taken = Promise.withResolvers<void>()
      const holder = db.acrossTenants('hold', async tx => {
        await tx.insertInto('inbox').values(EVENT).execute()
        taken.resolve()
        await held.promise
        throw new Error('undo')
      })
      await taken.promise
      const second = db.acrossTenants('wait', tx => tx.insertInto('inbox').values(EVENT).execute())
      await expect(second).rejects.toMatchObject({ definition: { code: 'platform/overloaded' } })
      held.resolve()
      await expect(holder).rejects.toThrow('undo')
    })
  })
})

async function openTransactions(): Promise<number> {
  const rows = await source.query(
    `select 1 from pg_stat_activity where pg_stat_activity.application_name = 'test'
       and pg_stat_activity.state = 'idle in transaction' and pg_stat_activity.datname = current_database()`,
  )
  return rows.length
}

const EVENT = {
  id: '0197f000-0000-7000-8000-000000000001',
  source: 'test/pool',
  event_key: 'one',
  headers: '{}',
  body: '{}',
  request_id: 'test-request',
  received_at: '2026-11-20T10:00:00Z',
}

describe('The size of the pool', () => {
  test.each([
    ['follows the cores', { configured: null, maxConnections: 1000, cores: 2 }, 16],
    ['stays below forty', { configured: null, maxConnections: 1000, cores: 64 }, 40],
    ['leaves room for three other processes', { configured: null, maxConnections: 97, cores: 64 }, 12],
    ['is at least five', { configured: null, maxConnections: 25, cores: 1 }, 5],
    ['is what was configured', { configured: 33, maxConnections: 100, cores: 1 }, 33],
  ])('%s', (_what, given, size) => {
    expect(choosePoolSize(given)).toBe(size)
  })

  test('leaves two web and two worker processes with all their connections below the limit', () => {
    for (const maxConnections of [97, 197, 497]) {
      const pools = 4 * choosePoolSize({ configured: null, maxConnections, cores: 64 })
      expect(pools + 2 * (WEB_EXTRA + WORKER_EXTRA)).toBeLessThan(maxConnections)
    }
  })

  test('is told to operators with the numbers that count', async () => {
    const read = (path: string) => readFile(join(import.meta.dirname, '../../../..', path), 'utf8')
    expect(await read('.env.example')).toContain(
      `less ${LEFT_FOR_OTHERS}. A web process takes ${WEB_EXTRA} more, a worker ${WORKER_EXTRA}.`,
    )
    const guide = await read('docs/guides/operator.md')
    expect(guide).toContain(`\`max_connections\` less ${LEFT_FOR_OTHERS},`)
    expect(guide).toContain(
      `A \`web\` process takes ${WEB_EXTRA} more for live updates and accounts, a \`worker\` ${WORKER_EXTRA} more for the queue.`,
    )
  })

  test('may not be more than the server allows', () => {
    expect(() => choosePoolSize({ configured: 200, maxConnections: 97 })).toThrow(
      'DATABASE_POOL_SIZE is 200, but the database server allows 97 connections (max_connections).',
    )
  })
})
