import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

/**
 * PostgreSQL's own note beside its files, `postmaster.pid`: the process, the folder, the port. It stays behind when
 * the process is killed, travels along when the folder is copied, and its number may belong to somebody else after a
 * restart of the machine or a container. PostgreSQL clears only the first case itself.
 */
export type Postmaster = { readonly pid: number; readonly port: number }

const FILE = 'postmaster.pid'
const WRITING_MS = 1000

/** The server that runs on these files, or null. Removes a note that is about no server of these files. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = join(cluster, FILE)
  const note = await readNote(file)
  if (note === 'none') return null
  const foreign =
    note === 'unreadable' ||
    (await resolved(note.directory)) !== (await resolved(cluster)) ||
    (isAlive(note.pid) && !(await isServerOf(note.pid, cluster)))
  if (foreign) {
    // The files stay guarded: a server that does use them holds shared memory under their inode.
    await rm(file, { force: true })
    return null
  }
  return isAlive(note.pid) ? { pid: note.pid, port: note.port } : null
}

/** Whether the process that the note names lives; without asking further. */
export function postmasterLives(cluster: string): boolean {
  try {
    return isAlive(Number(readFileSync(join(cluster, FILE), 'utf8').split('\n')[0]))
  } catch {
    return false
  }
}

/** Fast shutdown; resolves when the process is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = await findPostmaster(cluster)
  if (!running) return
  process.kill(running.pid, 'SIGINT')
  for (let attempt = 0; attempt < 1500 && isAlive(running.pid); attempt += 1) await wait(20)
}

type Note = 'none' | 'unreadable' | { pid: number; port: number; directory: string }

/** A server that starts at this very moment writes the note in two steps: what is incomplete gets a second. */
async function readNote(file: string): Promise<Note> {
  const deadline = Date.now() + WRITING_MS
  for (;;) {
    let text: string
    try {
      text = await readFile(file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none'
      throw error
    }
    const [pid, directory, , port] = text.split('\n')
    if (Number(pid) > 0 && directory && Number(port) > 0)
      return { pid: Number(pid), port: Number(port), directory }
    if (Date.now() > deadline) return 'unreadable'
    await wait(50)
  }
}

export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid)
  if (command === null) return true
  return /postgres/.test(command) && (command.includes(cluster) || command.includes(await resolved(cluster)))
}

/** Null where a process hides its command line: then it counts as ours, which refuses rather than harms. */
async function commandOf(pid: number): Promise<string | null> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
  } catch {
    const ps = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null)
    return ps === null ? null : ps.stdout
  }
}

async function resolved(path: string): Promise<string> {
  return await realpath(path).catch(() => path)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
