import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { isAlive, isServerOf } from './postmaster.ts'

/** The address of a Unix socket has 108 bytes on Linux and 104 elsewhere, a zero at its end. */
const LONGEST_PATH = 103
/** Longer than anybody takes to write a number. */
const WRITING_MS = 5000
const LOCK = /^\.s\.PGSQL\.\d+\.lock$/

/**
 * Where the embedded server has a Unix socket beside its port: in its own folder, which only its user and root may
 * enter. A message over it takes half the processor time of one over the loopback, on both sides. Null where there is
 * none: on Windows, or where the path is too long.
 */
export function socketDirectoryOf(cluster: string): string | null {
  if (process.platform === 'win32' || !isAbsolute(cluster) || cluster.includes('"')) return null
  return Buffer.byteLength(join(cluster, '.s.PGSQL.65535')) > LONGEST_PATH ? null : cluster
}

/** The same database and login, over the socket. A program that knows nothing of it still finds host and port. */
export function throughSocket(url: string, directory: string | null): string {
  if (directory === null) return url
  const address = new URL(url)
  address.searchParams.set('host', directory)
  return address.href
}

/**
 * A server that was killed leaves its socket and a note with its number behind, and PostgreSQL refuses to start while
 * that number is somebody's, as after a restart of a container. Removes those of no server of these files.
 */
export async function removeStaleSockets(cluster: string): Promise<void> {
  for (const name of (await readdir(cluster)).filter(entry => LOCK.test(entry))) {
    const lock = join(cluster, name)
    if (await isInUse(lock, cluster)) continue
    await rm(lock, { force: true })
    await rm(lock.slice(0, -'.lock'.length), { force: true })
  }
}

async function isInUse(lock: string, cluster: string): Promise<boolean> {
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
  if (pid > 0) return isAlive(pid) && (await isServerOf(pid, cluster))
  // Without a number it is being written at this moment, or whoever wrote it was killed.
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs < WRITING_MS
}
