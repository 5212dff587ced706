import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
/** A killed database first makes all its files durable again, which waits for whatever else the machine writes. */
const RECOVERY_MS = 90_000
let dataDir: string
const children: ChildProcess[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-process-'))
})
// What a failed test leaves running would fail the next one too.
afterEach(async () => {
  const left = children.filter(child => child.exitCode === null && child.signalCode === null)
  for (const child of left) child.kill('SIGTERM')
  await Promise.all(left.map(child => once(child, 'close')))
}, RECOVERY_MS)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  const file = join(dataDir, 'postgres/cluster/postmaster.pid')
  if (existsSync(file)) process.kill(Number((await readFile(file, 'utf8')).split('\n')[0]), 'SIGQUIT')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

type Product = { child: ChildProcess; output: () => string; exited: Promise<number | null> }

function askpro(...parts: Array<string | Record<string, string>>): Product {
  const words = parts.filter(part => typeof part === 'string')
  const own = Object.assign({}, ...parts.filter(part => typeof part !== 'string'))
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', ...own }
  const child = spawn(process.execPath, [MAIN, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      output += String(chunk)
    })
  const exited = new Promise<number | null>(resolve => child.on('close', code => resolve(code)))
  return { child, output: () => output, exited }
}

async function started(): Promise<Product & { url: string }> {
  const product = askpro('start')
  await expect.poll(() => product.output(), { timeout: RECOVERY_MS }).toContain('Stop with Ctrl-C')
  const url = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8')).url as string
  return { ...product, url }
}
const databaseRuns = (): boolean => existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))

describe('The product on an empty data directory', { timeout: 2 * RECOVERY_MS }, () => {
  test('starts, is ready, and says where it is and how to log in', async () => {
    const product = await started()
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200)
    expect(product.output()).toMatch(/AskProAI is running: http/)
    expect(product.output()).toMatch(/salon@demo\.example/)
    expect(product.output()).toMatch(/Testanruf/)
    product.child.kill('SIGINT')
    expect(await product.exited).toBe(0)
    expect(databaseRuns()).toBe(false)
    const [logFile] = await readdir(join(dataDir, 'logs'))
    expect(await readFile(join(dataDir, 'logs', logFile ?? ''), 'utf8')).toMatch(/"message":"stopping"/)
  })

  test('refuses to start twice on one data directory, with one sentence', async () => {
    const first = await started()
    const second = askpro('start')
    expect(await second.exited).toBe(1)
    expect(second.output()).toMatch(/already runs on this data directory/)
    first.child.kill('SIGTERM')
    expect(await first.exited).toBe(0)
  })

  test('starts again after it was killed, on the database that was left behind', async () => {
    const first = await started()
    first.child.kill('SIGKILL')
    await first.exited
    expect(databaseRuns()).toBe(true)
    const second = await started()
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200)
    const key = askpro('api-key', 'create', '--tenant', 'salon', '--scope', 'all', '--json')
    expect(await key.exited).toBe(0)
    expect(JSON.parse(key.output())).toMatchObject({ key: expect.stringMatching(/^ask_/) })
    const health = askpro('health', '--json')
    const code = await health.exited
    const report = JSON.parse(health.output())
    expect(report.checks.database.status).toBe('ok')
    // A machine short of room is degraded, and neither the product's fault nor this test's.
    expect(code).toBe(report.status === 'ok' ? 0 : 1)
    expect((await fetch(`${second.url}/metrics`)).status).toBe(200)
    second.child.kill('SIGINT')
    expect(await second.exited).toBe(0)
    expect(databaseRuns()).toBe(false)
  })

  test('a command without a running product starts the database, and stops it again', async () => {
    const list = askpro('tenant', 'list')
    expect(await list.exited).toBe(0)
    expect(list.output()).toBe(
      'consultants\tBeratung Nordlicht\ngarage\tWerkstatt Krause\npractice\tPraxis Dr. Sommer\nsalon\tSalon Morgenrot\n',
    )
    expect(databaseRuns()).toBe(false)
  })

  test('brings its database back when that is killed under it, and serves again', async () => {
    const product = await started()
    const file = join(dataDir, 'postgres/cluster/postmaster.pid')
    process.kill(Number((await readFile(file, 'utf8')).split('\n')[0]), 'SIGKILL')
    const ready = async () => {
      // A connection that is lost while it is lent must not end the process.
      expect([product.child.exitCode, product.output()]).toEqual([null, expect.any(String)])
      return (await fetch(`${product.url}/health/ready`)).status
    }
    await expect.poll(ready, { timeout: RECOVERY_MS, interval: 20 }).toBe(503)
    await expect.poll(ready, { timeout: RECOVERY_MS }).toBe(200)
    product.child.kill('SIGINT')
    expect(await product.exited, product.output()).toBe(0)
    expect(databaseRuns()).toBe(false)
  })

  test('a port that is taken ends the start with one sentence and nothing left running', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const product = askpro('start', { PORT: String(port) })
    expect(await product.exited).toBe(1)
    expect(product.output()).toMatch(/EADDRINUSE.*:\d+\. Set PORT to another one\./)
    expect(databaseRuns()).toBe(false)
    taken.close()
  })

  test('a second signal forces the end while a request still hangs', async () => {
    const product = await started()
    const { port } = new URL(product.url)
    const { connect } = await import('node:net')
    const hanging = connect(Number(port), '127.0.0.1', () => {
      hanging.write(
        'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      )
    })
    hanging.on('error', () => {})
    await expect.poll(() => hanging.bytesWritten).toBeGreaterThan(0)
    product.child.kill('SIGINT')
    await expect.poll(() => product.output(), { timeout: RECOVERY_MS }).toContain('stopping')
    await new Promise(resolve => setTimeout(resolve, 700))
    product.child.kill('SIGINT')
    expect(await product.exited).toBe(130)
    hanging.destroy()
  })
})

describe('A wrong configuration', () => {
  test.each([
    ['PORT', 'abc', /PORT/],
    ['RETELL_BASE_URL', 'ftp://x', /RETELL_BASE_URL must be an address/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL/],
    ['ASKPRO_SECRET_KEY', 'short', /ASKPRO_SECRET_KEY must be at least 64 hexadecimal digits/],
  ])('%s=%s stops the start with one sentence that names it', async (name, value, sentence) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir, [name]: value }
    const child = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let problem = ''
    child.stderr.on('data', chunk => {
      problem += String(chunk)
    })
    const code = await new Promise(resolve => child.on('close', resolve))
    expect(code).toBe(2)
    expect(problem.trim().split('\n')).toHaveLength(1)
    expect(problem).toMatch(sentence)
  })
})
