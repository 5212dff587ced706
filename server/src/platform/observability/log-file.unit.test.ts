import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { type LogFile, openLogFile, removeOldLogFiles } from './log-file.ts'

let folder: string
let open: LogFile[]
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'askpro-log-')), 'logs')
  open = []
})
afterEach(async () => {
  for (const file of open) file.close()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function logTo(options: { size?: string } = {}) {
  const file = await openLogFile({ folder, name: 'web', days: 7, ...options })
  open.push(file)
  return createLog({ level: 'info', destination: 'stderr', file: file.stream })
}
const files = async () => (await readdir(folder)).sort()
const text = async () =>
  (await Promise.all((await files()).map(name => readFile(join(folder, name), 'utf8')))).join('')

test('a line is in the file as soon as it is logged, with persons masked', async () => {
  const log = await logTo()
  log.info({ phone: '+491713920017', service: 'Färben' }, 'a line')
  expect(JSON.parse(await text())).toMatchObject({
    message: 'a line',
    phone: '[personal]',
    service: 'Färben',
  })
})

test('only the owner may read a log file and its folder', async () => {
  await logTo()
  const [name] = await files()
  expect((await stat(join(folder, name ?? ''))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('a file that is full is followed by another, and no line is lost', async () => {
  const log = await logTo({ size: '2k' })
  for (let number = 0; number < 100; number += 1) {
    log.info({ number }, 'x'.repeat(100))
    await new Promise(resolve => setImmediate(resolve))
  }
  expect((await files()).length).toBeGreaterThan(3)
  const numbers = (await text())
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, number) => number))
})

test('a second start continues the file of the day', async () => {
  const first = await logTo()
  first.info('before')
  const second = await logTo()
  second.info('after')
  expect(await files()).toHaveLength(1)
  expect(await text()).toMatch(/before[\s\S]*after/)
})

test('files of days long gone are removed, others and strangers stay', async () => {
  const log = await logTo()
  log.info('today')
  const old = new Date(Date.now() - 8 * 86_400_000)
  for (const name of ['web.2026-01-01.1.log', 'worker.2026-01-01.1.log', 'notes.txt']) {
    await writeFile(join(folder, name), 'old')
    await utimes(join(folder, name), old, old)
  }
  await removeOldLogFiles(folder, 7)
  expect(await files()).toEqual(['notes.txt', expect.stringMatching(/^web\.\d{4}-\d\d-\d\d\.1\.log$/)])
})

test('a process that is killed has lost no line', async () => {
  const script = `
    const { openLogFile } = await import(${JSON.stringify(join(import.meta.dirname, 'log-file.ts'))})
    const { createLog } = await import(${JSON.stringify(join(import.meta.dirname, 'log.ts'))})
    const file = await openLogFile({ folder: process.argv[1], name: 'web', days: 7 })
    const log = createLog({ level: 'info', destination: 'stderr', file: file.stream })
    for (let number = 1; number <= 500; number += 1) log.info({ number }, 'a line')
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: 'ignore' })
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
  expect((await text()).trim().split('\n')).toHaveLength(500)
})

test('a line that comes after the file was closed harms nobody, and stdout has it', async () => {
  const log = await logTo()
  log.info('the last line')
  for (const file of open) file.close()
  expect(() => log.info('a late line')).not.toThrow()
  expect(await text()).toContain('the last line')
})
