import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
let dataDir: string
let database: TestDatabase
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-foreign-'))
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

type Ended = { code: number | null; output: string }
type Database = { url: string; ownerUrl: string }

/** Runs a command against an external database; `until` sends it the signal to stop as soon as it says so. */
async function askpro(words: readonly string[], { url, ownerUrl }: Database, until?: RegExp): Promise<Ended> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    PORT: '0',
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
  }
  const child = spawn(process.execPath, [MAIN, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += String(chunk)
      if (until?.test(output)) child.kill('SIGTERM')
    })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, output }
}
const changed = (url: string, change: (url: URL) => void): string => {
  const copy = new URL(url)
  change(copy)
  return copy.href
}

test('migrate --check is good only after migrate', async () => {
  const empty = await createEmptyTestDatabase()
  const before = await askpro(['migrate', '--check'], empty)
  expect(before).toMatchObject({ code: 1, output: expect.stringMatching(/^Pending: 0001_foundation\.sql/) })
  expect((await askpro(['migrate'], empty)).code).toBe(0)
  const after = await askpro(['migrate', '--check', '--json'], empty)
  expect(after.code).toBe(0)
  expect(JSON.parse(after.output)).toEqual({
    ...{ pending: [], unknown: [], changed: [], schema: 'equal', difference: null },
  })
  await empty.drop()
})

describe('One sentence ends the start when', () => {
  test('the password is wrong, and the password is not in it', async () => {
    const ownerUrl = changed(database.ownerUrl, url => {
      url.password = 'streng-geheim'
    })
    const { code, output } = await askpro(['web'], { ...database, ownerUrl })
    expect(code).toBe(1)
    expect(output).toMatch(/refuses the password of "askpro_owner"/)
    expect(output).not.toMatch(/streng-geheim|\n\s+at /)
  })

  test('nobody listens at the address', async () => {
    const ownerUrl = changed(database.ownerUrl, url => {
      url.port = '1'
    })
    const { code, output } = await askpro(['worker'], { ...database, ownerUrl })
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/DATABASE_OWNER_URL: no database server answers at 127\.0\.0\.1:1/),
    ])
  })

  test('a newer version has changed the database in a breaking way', async () => {
    await newer('true')
    const { code, output } = await askpro(['web'], database)
    expect([code, output]).toEqual([1, expect.stringMatching(/breaking migration 0999_newer\.sql/)])
    await forgetNewer()
  })
})

test('a database that a newer version has changed without breaking anything is served, with a warning', async () => {
  await newer('false')
  const { code, output } = await askpro(['web'], database, /AskProAI is running/)
  expect(code).toBe(0)
  expect(output).toMatch(/0999_newer\.sql.*a newer version has migrated this database/)
  await forgetNewer()
})

test.each(['real', 'test'])('demo reset leaves a database alone that says "%s" (failure 91)', async kind => {
  await database.query('update installation set kind = $1', [kind])
  const { code, output } = await askpro(['demo', 'reset'], database)
  expect([code, output]).toEqual([1, expect.stringMatching(/not a demo installation\. Nothing was changed/)])
  expect(await database.query('select 1 from tenant')).not.toEqual([])
  await database.query("update installation set kind = 'test'")
})

const newer = (breaking: 'true' | 'false') =>
  database.query(
    `insert into schema_migration (number, name, checksum, breaking) values (999, '0999_newer.sql', 'x', ${breaking})`,
  )
const forgetNewer = () => database.query('delete from schema_migration where number = 999')
