import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ADMIN, createCluster, keepPassword } from './create-cluster.ts'
import { explainStart } from './explain-start.ts'
import { launchPostgres, tryConnect } from './launch-postgres.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { findPostmaster, postmasterLives, stopPostmaster } from './postmaster.ts'
import { socketDirectoryOf, throughSocket } from './server-socket.ts'

/**
 * PostgreSQL as a child of this product: real binaries from the npm registry, its cluster under
 * `DATA_DIR/postgres`, listening on a free loopback port, and on a socket in its own folder.
 *
 * States: no cluster → initialised → running. A cluster that is already running (another process of this
 * product, or one orphaned by a kill) is joined, never started twice: PostgreSQL's own `postmaster.pid` says
 * where it listens. It runs in a process group of its own, because Ctrl-C must reach us first and the database last.
 */
export type EmbeddedServer = {
  /** Superuser address; only for making roles and databases. */
  readonly adminUrl: string
  readonly port: number
  /** Where its Unix socket is, for connections that are used a lot; null: there is none, or we may not reach it. */
  readonly socketDirectory: string | null
  /** True when this process started it. */
  readonly started: boolean
  /** Whether its main process lives. */
  isRunning(): boolean
  /** Fast shutdown, waits until the last process is gone. */
  stop(): Promise<void>
}

type Start = {
  readonly directory: string
  /** Tests and simulated calls trade durability for speed; nothing else may. */
  readonly durability?: 'durable' | 'fast'
  /** No other port will do: pools that lost this server look for it there. */
  readonly port?: number
  /** Of another version; for proofs. */
  readonly binaries?: PostgresBinaries
}

const LONGEST_START_MS = 60_000
const RETRY_MS = 200

/** Throws one sentence when there can be no server; then nothing of an existing cluster was touched. */
export async function startEmbeddedServer(start: Start): Promise<EmbeddedServer> {
  try {
    return await bringUp(start)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST)$/.test(code)) throw error
    throw new Error(explainStart(code, start.directory), { cause: error })
  }
}

async function bringUp(start: Start): Promise<EmbeddedServer> {
  const { directory, durability = 'durable' } = start
  const binaries = start.binaries ?? (await findPostgresBinaries())
  const cluster = join(directory, 'cluster')
  await requireOurs(binaries, cluster)
  const password = await keepPassword(directory)
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await createCluster({ binaries, directory, password, durability })
  await requireOurs(binaries, cluster)

  const life = { isRunning: () => postmasterLives(cluster), stop: () => stopPostmaster(cluster) }
  const deadline = Date.now() + LONGEST_START_MS
  for (;;) {
    const joined = await joinRunning(cluster, password)
    if (joined !== null) return { ...(await reached(joined)), ...life, started: false }
    const port = start.port ?? (await keepPort(directory))
    const address = addressOf(port, password)
    const launched = await launchPostgres({
      ...{ binaries, directory, cluster, port, durability },
      adminUrl: address.adminUrl,
    })
    if (launched.kind === 'ready') return { ...(await reached(port)), ...life, started: true }
    if (launched.kind === 'port_taken' && start.port !== undefined)
      throw new Error(`Port ${port} of the embedded database is taken by another program.`)
    if (launched.kind === 'failed' || Date.now() > deadline)
      throw new Error(explainStart(launched.said, directory))
    // The port was taken just now, or another process starts the same server: look again.
    await wait(RETRY_MS)
  }

  /** Its port, and its socket if it answers there: a server that an earlier version started has none. */
  async function reached(
    port: number,
  ): Promise<Pick<EmbeddedServer, 'adminUrl' | 'port' | 'socketDirectory'>> {
    const address = addressOf(port, password)
    const directory = socketDirectoryOf(cluster)
    const answers =
      directory !== null && (await tryConnect(throughSocket(address.adminUrl, directory))) === null
    return { ...address, socketDirectory: answers ? directory : null }
  }
}

/** The port of a server that already runs on this cluster; waits while it is starting. Null when none does. */
async function joinRunning(cluster: string, password: string): Promise<number | null> {
  const deadline = Date.now() + LONGEST_START_MS
  for (;;) {
    const running = await findPostmaster(cluster)
    if (!running) return null
    const problem = await tryConnect(addressOf(running.port, password).adminUrl)
    if (problem === null) return running.port
    if ((problem as { code?: string }).code === '28P01')
      throw new Error(
        `The embedded database of ${cluster} (process ${running.pid}) does not know the password in admin-password beside it.`,
      )
    if (Date.now() > deadline)
      throw new Error(
        `The embedded database of ${cluster} runs (process ${running.pid}) and does not answer. End that process, then start again.`,
      )
    await wait(20)
  }
}

/** Refuses what is no cluster, and one of another PostgreSQL, before a byte is written. */
async function requireOurs(binaries: PostgresBinaries, cluster: string): Promise<void> {
  if (!existsSync(cluster) || (await readdir(cluster)).length === 0) return
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === '')
    throw new Error(
      `${cluster} is there, but it is no database (PG_VERSION is missing). Move it away, or set DATA_DIR. Nothing was changed.`,
    )
  if (found !== binaries.major)
    throw new Error(
      `${cluster} was made by PostgreSQL ${found}; this version of AskProAI brings PostgreSQL ${binaries.major}, which cannot read it. ` +
        `Start the version of AskProAI that made it, or run PostgreSQL ${found} on that folder yourself and set DATABASE_URL and ` +
        `DATABASE_OWNER_URL, or move the folder away to begin anew. Nothing was changed.`,
    )
}

/** The port of the last start if it is free: a product that lost its database finds it where it was. */
async function keepPort(directory: string): Promise<number> {
  const file = join(directory, 'port')
  const last = Number(await readFile(file, 'utf8').catch(() => ''))
  const port = last > 0 && last < 65536 && (await isFree(last)) ? last : await freePort()
  await writeFile(file, `${port}\n`)
  return port
}

function addressOf(port: number, password: string): { adminUrl: string; port: number } {
  return { port, adminUrl: `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres` }
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
