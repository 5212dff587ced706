import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { createKeyRing, type KeyRing } from '../crypto/key-ring.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { newId, type TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { type SealedColumn, sealAnew } from './seal-anew.ts'
import { createTenantSecrets, type TenantSecrets } from './tenant-secrets.ts'

const log = createLog({ level: 'silent' })
const [OLD, NEW] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const clock = { now: () => Temporal.Instant.from('2026-11-20T10:00:00Z') }
const LATER = Temporal.Instant.from('2026-11-21T10:00:00Z')
const contextOf = (id: string): string => `calendar_connection/${id}`
const COLUMN: SealedColumn = { table: 'calendar_connection', column: 'sealed_secrets', contextOf }

let database: TestDatabase
let db: Database
let salon: TenantId
let garage: TenantId
let secrets: TenantSecrets

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 8, applicationName: 'test', log }), log)
  const rows = await database.query<{ id: TenantId }>(
    `select id from tenant where slug in ('salon', 'garage') order by slug desc`,
  )
  ;[salon, garage] = rows.map(({ id }) => id) as [TenantId, TenantId]
})
beforeEach(async () => {
  await database.query('delete from calendar_connection')
  await database.query('delete from tenant_key')
  secrets = withKeys(createKeyRing(OLD))
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** As a process has it that has just begun: it remembers no key. */
function withKeys(keys: KeyRing): TenantSecrets {
  return createTenantSecrets({ db, keys, clock })
}

const seal = (tenant: TenantId, text: string, context = 'row/1') =>
  db.inTenant(tenant, tx => secrets.seal(tx, text, context))

/** A connection with a secret sealed as it was before businesses had keys, or as it is now. */
async function connection(tenant: TenantId, text: string, how: 'before' | 'now'): Promise<string> {
  const id = newId()
  const sealed =
    how === 'now'
      ? await seal(tenant, text, contextOf(id))
      : createKeyRing(OLD).sealer.seal(text, contextOf(id))
  await database.query(
    `insert into calendar_connection (tenant_id, id, provider, name, sealed_secrets, created_at)
     values ($1, $2, 'caldav', 'Kalender', $3, now())`,
    [tenant, id, sealed],
  )
  return id
}

async function sealedOf(id: string): Promise<string> {
  const [row] = await database.query<{ sealed_secrets: string }>(
    'select sealed_secrets from calendar_connection where id = $1',
    [id],
  )
  return row?.sealed_secrets ?? ''
}

const anew = (keys = createKeyRing(OLD), newKeyIfBefore: Temporal.Instant | null = null) =>
  sealAnew({ db, keys, clock, secrets: withKeys(keys) }, salon, { columns: [COLUMN], newKeyIfBefore })

test('a secret opens for its business and purpose, in a process that has never seen its key too', async () => {
  const sealed = await seal(salon, 'geheim: ß')
  expect(await withKeys(createKeyRing(OLD)).open(salon, sealed, 'row/1')).toBe('geheim: ß')
  expect(await db.readTenant(salon, tx => secrets.open(tx, sealed, 'row/1'))).toBe('geheim: ß')
  await expect(secrets.open(salon, sealed, 'row/2')).rejects.toThrow()
  await expect(secrets.open(garage, sealed, 'row/1')).rejects.toThrow()
})

test('a row copied to another business does not open there, its key with it neither', async () => {
  const id = await connection(salon, 'geheim', 'now')
  await database.query(`
    insert into tenant_key (tenant_id, id, sealed_key, created_at)
    select '${garage}', id, sealed_key, created_at from tenant_key`)
  const sealed = await sealedOf(id)
  expect(await withKeys(createKeyRing(OLD)).open(salon, sealed, contextOf(id))).toBe('geheim')
  await expect(withKeys(createKeyRing(OLD)).open(garage, sealed, contextOf(id))).rejects.toThrow()
})

test('everybody who seals the first secrets of a business at once uses one key', async () => {
  const sealed = await Promise.all(Array.from({ length: 8 }, (_, number) => seal(salon, `text ${number}`)))
  expect(new Set(sealed.map(text => text.split('.')[1])).size).toBe(1)
  expect(await Promise.all(sealed.map(text => secrets.open(salon, text, 'row/1')))).toEqual(
    sealed.map((_, number) => `text ${number}`),
  )
})

test('a key whose transaction was taken back is not used again', async () => {
  const given = db.inTenant(salon, async tx => {
    await secrets.seal(tx, 'lost', 'row/1')
    throw new Error('taken back')
  })
  await expect(given).rejects.toThrow('taken back')
  const sealed = await seal(salon, 'kept')
  expect(await withKeys(createKeyRing(OLD)).open(salon, sealed, 'row/1')).toBe('kept')
})

test('the database without the secret key of the installation tells no secret and no key', async () => {
  const id = await connection(salon, 'hunter2-geheim', 'now')
  const rows = await database.query<{ dump: string }>(
    `select row_to_json(tenant_key)::text || (select row_to_json(c)::text from calendar_connection c) as dump from tenant_key`,
  )
  expect(rows).toHaveLength(1)
  for (const form of ['utf8', 'base64', 'hex'] as const)
    expect(rows[0]?.dump).not.toContain(Buffer.from('hunter2-geheim').toString(form).slice(0, 16))
  const stranger = withKeys(createKeyRing(NEW))
  await expect(stranger.open(salon, await sealedOf(id), contextOf(id))).rejects.toThrow(/unknown key/)
})

test('what was sealed before businesses had keys opens, and is brought under the key of its business', async () => {
  const id = await connection(salon, 'alt', 'before')
  expect(await secrets.open(salon, await sealedOf(id), contextOf(id))).toBe('alt')
  expect(await anew()).toEqual({ replaced: 0, rewrapped: 0, sealed: 1, unreadable: 0 })
  expect(await sealedOf(id)).toMatch(/^t1\./)
  expect(await secrets.open(salon, await sealedOf(id), contextOf(id))).toBe('alt')
  expect((await anew()).sealed).toBe(0)
})

test('after the secret key was replaced the old one is needed no longer', async () => {
  const id = await connection(salon, 'geheim', 'now')
  expect(await anew(createKeyRing(NEW, { older: [OLD] }))).toMatchObject({ rewrapped: 1, sealed: 0 })
  expect(await withKeys(createKeyRing(NEW)).open(salon, await sealedOf(id), contextOf(id))).toBe('geheim')
})

test('a business gets a new key, and whoever still holds an old secret can open it', async () => {
  const ids = await Promise.all([1, 2, 3].map(number => connection(salon, `nr ${number}`, 'now')))
  const before = await Promise.all(ids.map(sealedOf))
  expect(await anew(createKeyRing(OLD), LATER)).toEqual({
    replaced: 1,
    rewrapped: 0,
    sealed: 3,
    unreadable: 0,
  })
  const after = await Promise.all(ids.map(sealedOf))
  for (const [index, id] of ids.entries()) {
    expect(after[index]?.split('.')[1]).not.toBe(before[index]?.split('.')[1])
    for (const text of [before[index], after[index]])
      expect(await withKeys(createKeyRing(OLD)).open(salon, text ?? '', contextOf(id))).toBe(
        `nr ${index + 1}`,
      )
  }
})

test('a business whose key is new enough keeps it, and what was left over is sealed with it', async () => {
  const id = await connection(salon, 'geheim', 'before')
  await seal(salon, 'makes the key')
  expect(await anew(createKeyRing(OLD), clock.now())).toEqual({
    ...{ replaced: 0, rewrapped: 0, sealed: 1, unreadable: 0 },
  })
  expect(await secrets.open(salon, await sealedOf(id), contextOf(id))).toBe('geheim')
})

test('one that nothing opens is counted and stays, and all others are sealed anew', async () => {
  const ids = await Promise.all(Array.from({ length: 120 }, (_, n) => connection(salon, `nr ${n}`, 'before')))
  const broken = ids.toSorted()[10] ?? ''
  await database.query(`update calendar_connection set sealed_secrets = 'v1.00000000.AAAA' where id = $1`, [
    broken,
  ])
  expect(await anew()).toMatchObject({ sealed: 119, unreadable: 1 })
  expect(await sealedOf(broken)).toBe('v1.00000000.AAAA')
})
