import { type ChildProcess, fork, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'

const MAIN = join(import.meta.dirname, 'main.ts')

interface Running {
  readonly child: ChildProcess
  readonly exited: Promise<unknown>
  readonly addresses: { retell: { url: string }; mail: { url: string; smtp: string } }
}

async function start(stdio: SpawnOptions['stdio'], args: string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio })
  return running(child)
}

async function running(child: ChildProcess): Promise<Running> {
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal)
  const [line] = await once(createInterface({ input: child.stdout as Readable }), 'line')
  return { child, exited, addresses: JSON.parse(line) }
}

test('the first line says where the simulators are, and they serve there', async () => {
  const { addresses } = await start(['pipe', 'pipe', 'inherit'])
  expect(addresses).toEqual({
    retell: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
    mail: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      smtp: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
    },
    llm: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1$/),
    },
    calcom: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
    graph: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      client: { id: expect.any(String), secret: expect.any(String) },
    },
    google: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      client: { id: expect.any(String), secret: expect.any(String) },
    },
  })
  const pages = await Promise.all([fetch(addresses.retell.url), fetch(addresses.mail.url)])
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
})

test('a port that is none is refused', async () => {
  const child = spawn(process.execPath, [MAIN, '--smtp-port', 'mail'], { stdio: ['pipe', 'ignore', 'pipe'] })
  const said = child.stderr.toArray()
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(Buffer.concat(await said).toString()).toContain('--smtp-port must be a port number, not "mail"')
})

describe('the end', () => {
  test('SIGTERM stops them', async () => {
    const { child, exited } = await start(['pipe', 'pipe', 'inherit'])
    child.kill('SIGTERM')
    expect(await exited).toBe(0)
  })

  test('the end of a piped stdin stops them', async () => {
    const { child, exited } = await start(['pipe', 'pipe', 'inherit'])
    child.stdin?.end()
    expect(await exited).toBe(0)
  })

  test('the end of the channel stops them', async () => {
    const child = fork(MAIN, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const { exited } = await running(child)
    child.disconnect()
    expect(await exited).toBe(0)
  })

  test('a Ctrl-C meant for the parent does not', async () => {
    const { child, exited, addresses } = await start(['pipe', 'pipe', 'inherit'])
    child.kill('SIGINT')
    expect((await fetch(addresses.mail.url)).status).toBe(200)
    child.stdin?.end()
    expect(await exited).toBe(0)
  })

  test('without a parent to watch they serve on', async () => {
    const { child, addresses } = await start(['ignore', 'pipe', 'inherit'])
    expect((await fetch(addresses.retell.url)).status).toBe(200)
    expect(child.exitCode).toBeNull()
  })
})
