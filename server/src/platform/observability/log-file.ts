import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DestinationStream } from 'pino'
import roll from 'pino-roll'
import { DAY } from '../time/working-time.ts'

/**
 * Log lines as files beside stdout: `<folder>/<name>.<date>.<number>.log`, a new one each day and after 50 MB, only
 * for the owner to read. Written at once and not in the background: 9 microseconds a line, and nothing is lost
 * however the process ends.
 */
export type LogFile = { readonly stream: DestinationStream; close(): void }

const SIZE = '50m'
const LOOK_MS = 3_600_000

/** Files older than `days` are removed, at the start and once an hour. Throws when the folder cannot be written. */
export async function openLogFile(options: {
  folder: string
  name: string
  days: number
  size?: string
}): Promise<LogFile> {
  const { folder, name, days, size = SIZE } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeOldLogFiles(folder, days)
  const stream = await roll({
    file: join(folder, name),
    size,
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    extension: '.log',
    mode: 0o600,
    sync: true,
  })
  let complained = false
  stream.on('error', error => {
    // A full disk must not stop the product; stdout still has every line.
    if (!complained) console.error(`askpro: the log file cannot be written (${error.message}).`)
    complained = true
  })
  const removing = setInterval(() => {
    removeOldLogFiles(folder, days).catch(() => {})
  }, LOOK_MS).unref()
  let isOpen = true
  return {
    // A line that comes after the end would throw; stdout has it.
    stream: { write: line => void (isOpen && stream.write(line)) },
    close: () => {
      if (!isOpen) return
      isOpen = false
      clearInterval(removing)
      stream.end()
    },
  }
}

const OURS = /^[a-z]+\.\d{4}-\d{2}-\d{2}\.\d+\.log$/

/** Files of other processes on the same folder are kept as long and removed alike. */
export async function removeOldLogFiles(folder: string, days: number): Promise<void> {
  const oldest = Date.now() - days * DAY
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (OURS.test(name) && (await stat(file)).mtimeMs < oldest) await rm(file, { force: true })
  }
}
