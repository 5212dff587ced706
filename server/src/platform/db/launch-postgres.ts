import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { runAsDatabaseUser } from './database-user.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { findPostmaster } from './postmaster.ts'
import { removeStaleSockets, socketDirectoryOf } from './server-socket.ts'

export type Launch = {
  readonly binaries: PostgresBinaries
  readonly directory: string
  readonly cluster: string
  readonly port: number
  readonly durability: 'durable' | 'fast'
  /** Superuser address at this port, to see when it answers. */
  readonly adminUrl: string
}
/** `port_taken` and `other_server` may be otherwise at the next try; `failed` will not. */
export type Launched = { readonly kind: 'ready' | 'port_taken' | 'other_server' | 'failed'; said: string }

const LONGEST_SILENCE_MS = 60_000
const STARTING_UP = '57P03'
const LONGEST_TEXT = 8192

/** Starts the server and waits until it answers or has ended. Recovery after a crash may take as long as it takes. */
export async function launchPostgres(launch: Launch): Promise<Launched> {
  const runAs = await runAsDatabaseUser(launch)
  await removeStaleSockets(launch.cluster)
  const settings = settingsOf(launch).flatMap(setting => ['-c', setting])
  const [command, args] = runAs.command(launch.binaries.postgres, ['-D', launch.cluster, ...settings])
  const logFile = join(launch.directory, 'postgres.log')
  const log = openSync(logFile, 'a', 0o600)
  const logBegins = fstatSync(log).size
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { TZ: 'UTC' },
  })
  closeSync(log)
  child.unref()
  let ended: string | null = null
  child.on('error', error => {
    ended = String(error.message)
  })
  child.on('exit', () => {
    ended ??= ''
  })

  let answered = Date.now()
  for (;;) {
    const problem = await tryConnect(launch.adminUrl)
    // A stranger on our port cannot know the password; a server that ended is not the one that answers.
    if (ended !== null) return judge(`${ended}${await readFrom(logFile, logBegins)}`)
    // Another process may have started the same server at the same port: ours then ends in a moment.
    if (problem === null && (await findPostmaster(launch.cluster))?.pid === child.pid)
      return { kind: 'ready', said: '' }
    if ((problem as { code?: string } | null)?.code === STARTING_UP) answered = Date.now()
    if (Date.now() - answered > LONGEST_SILENCE_MS)
      return { kind: 'failed', said: await readFrom(logFile, logBegins) }
    await wait(20)
  }
}

/** Null when the server answers and lets us in, else the problem. */
export async function tryConnect(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (error) {
    return error ?? new Error('no connection')
  } finally {
    await client.end().catch(() => {})
  }
}

function settingsOf({ cluster, port, durability }: Launch): string[] {
  const sockets = socketDirectoryOf(cluster)
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${sockets === null ? '' : `"${sockets}"`}`,
    'max_connections=100',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'lc_messages=C',
    ...(durability === 'fast' ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
}

function judge(said: string): Launched {
  if (/Address already in use/i.test(said)) return { kind: 'port_taken', said }
  if (/lock file ".*" (already exists|is empty)|pre-existing shared memory block/i.test(said))
    return { kind: 'other_server', said }
  return { kind: 'failed', said }
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const length = Math.min(Math.max(size - position, 0), LONGEST_TEXT)
    const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: size - length })
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}
