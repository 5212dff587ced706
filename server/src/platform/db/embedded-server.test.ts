import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedServer } from './embedded-server.ts'

let directory: string
beforeEach(async () => {
  // mkdtemp makes a folder that only its owner may enter, which is the hard case for root.
  directory = join(await mkdtemp(join(tmpdir(), 'askpro-embedded-')), 'postgres')
})
afterEach(async () => {
  const server = await startEmbeddedServer({ directory, durability: 'fast' }).catch(() => null)
  await server?.stop()
  await rm(join(directory, '..'), { recursive: true, force: true })
})

async function select(adminUrl: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}
const postmaster = async () =>
  Number((await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

test('starts, keeps what was written, and starts again', async () => {
  const first = await startEmbeddedServer({ directory, durability: 'fast' })
  await select(first.adminUrl, 'create table kept (id int)')
  await first.stop()
  const second = await startEmbeddedServer({ directory, durability: 'fast' })
  expect(second.started).toBe(true)
  expect(await select(second.adminUrl, "select to_regclass('kept') is not null as kept")).toEqual({
    kept: true,
  })
})

test('joins a server that already runs on the cluster', async () => {
  const first = await startEmbeddedServer({ directory, durability: 'fast' })
  const second = await startEmbeddedServer({ directory, durability: 'fast' })
  expect([second.started, second.port]).toEqual([false, first.port])
})

test('starts again after a kill -9, which leaves its pid file behind', async () => {
  const first = await startEmbeddedServer({ directory })
  await select(first.adminUrl, 'create table kept (id int)')
  process.kill(await postmaster(), 'SIGKILL')
  const second = await startEmbeddedServer({ directory })
  expect(await select(second.adminUrl, "select to_regclass('kept') is not null as kept")).toEqual({
    kept: true,
  })
})

test('a cluster of another version is refused with a sentence', async () => {
  const first = await startEmbeddedServer({ directory, durability: 'fast' })
  await first.stop()
  const file = join(directory, 'cluster', 'PG_VERSION')
  const version = await readFile(file, 'utf8')
  await writeFile(file, '14\n')
  await expect(startEmbeddedServer({ directory })).rejects.toThrow(/made by PostgreSQL 14/)
  await writeFile(file, version)
})
