import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, openSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { runAsDatabaseUser } from './database-user.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'

/**
 * PostgreSQL as a child of this product: real binaries from the npm registry, its cluster under
 * `DATA_DIR/postgres`, listening on a free loopback port.
 *
 * States: no cluster → initialised → running. A cluster that is already running (another process of this
 * product, or one orphaned by a kill) is joined, never started twice: PostgreSQL's own `postmaster.pid` says
 * where it listens. It runs in a process group of its own, because Ctrl-C must reach us first and the database last.
 */
export type EmbeddedServer = {
  /** Superuser address; only for making roles and databases. */
  readonly adminUrl: string
  readonly port: number
  /** True when this process started it. */
  readonly started: boolean
  /** Whether its main process lives. */
  isRunning(): boolean
  /** Fast shutdown, waits until the last process is gone. */
  stop(): Promise<void>
}

const ADMIN = 'askpro_admin'

export async function startEmbeddedServer(options: {
  directory: string
  /** Tests trade durability for speed; nothing else may. */
  durability?: 'durable' | 'fast'
}): Promise<EmbeddedServer> {
  const { directory } = options
  const binaries = await findPostgresBinaries()
  const cluster = join(directory, 'cluster')
  const password = await keepPassword(directory)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(binaries, directory, password)
  await requireSameMajor(binaries, cluster)

  const running = await findRunning(cluster, password)
  if (running) return { ...running, ...lifeOf(cluster), started: false }

  const port = await keepPort(directory)
  await launch(binaries, { directory, cluster, port, durability: options.durability ?? 'durable' })
  const adminUrl = urlFor(port, password)
  await untilReady(adminUrl, directory)
  return { adminUrl, port, ...lifeOf(cluster), started: true }
}

/** The port of the last start if it is free: a product that lost its database finds it where it was. */
async function keepPort(directory: string): Promise<number> {
  const file = join(directory, 'port')
  const last = Number(await readFile(file, 'utf8').catch(() => ''))
  const port = last > 0 && (await isFree(last)) ? last : await freePort()
  await writeFile(file, `${port}\n`)
  return port
}

async function keepPassword(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, 'admin-password')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const password = randomBytes(18).toString('base64url')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** Initialises beside the final place and renames, so that a kill half-way leaves nothing that looks finished. */
async function initialise(binaries: PostgresBinaries, directory: string, password: string): Promise<void> {
  const partial = join(directory, 'cluster.partial')
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  const passwordFile = join(directory, 'initdb-password')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  const runAs = await runAsDatabaseUser({ binaries, directory })
  if (runAs.owner) {
    await chown(partial, runAs.owner.uid, runAs.owner.gid)
    await chown(passwordFile, runAs.owner.uid, runAs.owner.gid)
  }
  const [command, args] = runAs.command(binaries.initdb, [
    `--pgdata=${partial}`,
    `--username=${ADMIN}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ])
  try {
    await run(command, args)
    await rename(partial, join(directory, 'cluster'))
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw new Error('The embedded database could not be created.', { cause: error })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function requireSameMajor(binaries: PostgresBinaries, cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found !== binaries.major)
    throw new Error(
      `${cluster} was made by PostgreSQL ${found}, this version brings PostgreSQL ${binaries.major}. ` +
        'Start the older version, make a backup, and restore it here.',
    )
}

async function launch(
  binaries: PostgresBinaries,
  options: { directory: string; cluster: string; port: number; durability: 'durable' | 'fast' },
): Promise<void> {
  const fast =
    options.durability === 'fast' ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${options.port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    ...fast,
  ]
  const runAs = await runAsDatabaseUser({ binaries, directory: options.directory })
  const [command, args] = runAs.command(binaries.postgres, [
    '-D',
    options.cluster,
    ...settings.flatMap(setting => ['-c', setting]),
  ])
  const log = openSync(join(options.directory, 'postgres.log'), 'a', 0o600)
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { TZ: 'UTC' },
  })
  child.on('error', () => {}) // A missing binary shows up in untilReady, with the log's last lines.
  child.unref()
}

async function untilReady(adminUrl: string, directory: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const problem = await tryConnect(adminUrl)
    if (problem === null) return
    if (Date.now() > deadline) {
      const log = await readFile(join(directory, 'postgres.log'), 'utf8').catch(() => '')
      throw new Error(
        `The embedded database did not start: ${log.trim().split('\n').slice(-3).join(' | ')}`,
        {
          cause: problem,
        },
      )
    }
    await wait(20)
  }
}

/** The address of a server that already runs on this cluster, or null. */
async function findRunning(
  cluster: string,
  password: string,
): Promise<{ adminUrl: string; port: number } | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  // A copied data directory brings the pid file of the original along: that server is not ours.
  if (!pid || !port || lines[1] !== cluster || !isAlive(pid)) return null
  const adminUrl = urlFor(port, password)
  for (let attempt = 0; attempt < 250; attempt += 1) {
    if ((await tryConnect(adminUrl)) === null) return { adminUrl, port }
    if (!isAlive(pid)) return null
    await wait(20)
  }
  // The process id was taken over by something else after a crash of the machine; PostgreSQL clears the file itself.
  return null
}

function lifeOf(cluster: string): Pick<EmbeddedServer, 'isRunning' | 'stop'> {
  return {
    isRunning: () => {
      try {
        return isAlive(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]))
      } catch {
        return false
      }
    },
    stop: () => stopServer(cluster),
  }
}

async function stopServer(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid || lines[1] !== cluster || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let attempt = 0; attempt < 1500 && isAlive(pid); attempt += 1) await wait(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function tryConnect(url: string): Promise<unknown> {
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

function urlFor(port: number, password: string): string {
  return `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
    let problem = ''
    child.stderr.on('data', chunk => {
      problem += String(chunk)
    })
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(problem.trim() || `exit code ${code}`)),
    )
  })
}
