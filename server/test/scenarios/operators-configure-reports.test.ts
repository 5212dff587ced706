import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
let dataDir: string
let sentry: Server
let answer = 200
const envelopes: string[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-reports-'))
  sentry = createServer((request, response) => {
    request.on('data', part => envelopes.push(String(part)))
    request.on('end', () => response.writeHead(answer).end('{}'))
  })
  await new Promise<void>(resolve => sentry.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  sentry.closeAllConnections()
  sentry.close()
  await rm(dataDir, { recursive: true, force: true })
})

const dsn = (): string => `http://public@127.0.0.1:${(sentry.address() as AddressInfo).port}/42`

async function askpro(words: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += String(chunk)
    })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, output }
}

describe('askpro sentry-test', () => {
  test('succeeds when Sentry takes the test event', async () => {
    const { code, output } = await askpro(['sentry-test', '--json'], { SENTRY_DSN: dsn() })
    expect(JSON.parse(output)).toEqual({ configured: true, delivered: true, status: 200 })
    expect(code).toBe(0)
    expect(envelopes.join()).toContain('This is a test of AskProAI')
  })

  test('fails when Sentry refuses it', async () => {
    answer = 403
    const { code, output } = await askpro(['sentry-test'], { SENTRY_DSN: dsn() })
    expect([code, output.trim()]).toEqual([1, 'Sentry refused the test event (403).'])
  })

  test('fails when Sentry is not configured, and says so', async () => {
    const { code, output } = await askpro(['sentry-test'], {})
    expect([code, output.trim()]).toEqual([1, 'Not configured: SENTRY_DSN is not set.'])
  })

  test('refuses an address that is none of Sentry’s', async () => {
    const { code, output } = await askpro(['sentry-test'], { SENTRY_DSN: 'http://127.0.0.1/42' })
    expect([code, output.trim()]).toEqual([2, 'askpro: SENTRY_DSN must look like https://key@host/project.'])
  })
})

describe('A product that cannot start', () => {
  const wrongDatabase = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    DATABASE_OWNER_URL: 'postgres://nobody@127.0.0.1:1/none',
  }

  test('keeps files of its log beside its data, and ends all the same', async () => {
    const { code } = await askpro(['worker'], wrongDatabase)
    expect(code).toBe(1)
    expect(await readdir(join(dataDir, 'logs'))).toEqual([
      expect.stringMatching(/^worker\.\d{4}-\d\d-\d\d\.1\.log$/),
    ])
  })

  test('writes no files when they are switched off', async () => {
    const elsewhere = join(dataDir, 'without')
    await askpro(['worker'], { ...wrongDatabase, DATA_DIR: elsewhere, LOG_FILE_DAYS: '0' })
    expect(await readdir(elsewhere)).not.toContain('logs')
  })

  test('says in one sentence that it cannot write them', async () => {
    const file = join(dataDir, 'secret-key')
    const { code, output } = await askpro(['worker'], {
      ...wrongDatabase,
      ...{
        DATA_DIR: file,
        ASKPRO_DEMO: '0',
        ASKPRO_SECRET_KEY: (await readFile(file, 'utf8')).trim().repeat(2),
      },
    })
    expect(code).toBe(2)
    expect(output).toMatch(/^askpro: Log files cannot be written to .*LOG_FILE_DAYS=0 switches them off\./)
  })
})
