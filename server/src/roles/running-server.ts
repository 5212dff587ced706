import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sendJson } from '../platform/resilience/outbound.ts'

/** Where the product of a data directory listens, for commands that ask it something. */
export type RunningServer = { readonly pid: number; readonly url: string }

const fileIn = (dataDir: string): string => join(dataDir, 'server.json')

export async function announceServer(dataDir: string, server: RunningServer): Promise<void> {
  await writeFile(fileIn(dataDir), `${JSON.stringify(server)}\n`)
}

export async function withdrawServer(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true })
}

/** Null when none runs, also when one was killed and left its file behind, or its number went to another process. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | null> {
  if (!existsSync(fileIn(dataDir))) return null
  const server = JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as RunningServer
  return isAlive(server.pid) && (await answers(server.url)) ? server : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await sendJson({ provider: 'askpro', operation: 'live', url: `${url}/health/live`, timeoutMs: 3000 })
    return true
  } catch {
    return false
  }
}
