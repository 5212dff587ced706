import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAsDatabaseUser } from './database-user.ts'
import { explainStart } from './explain-start.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

export const ADMIN = 'askpro_admin'
/** In the names of what is unfinished. With the time of the start: in a container every process has the same number. */
const OWNER = `${process.pid}.${Math.floor(performance.timeOrigin)}`

/** The password of the superuser, made once. Two processes that begin at once agree: whoever links first decides. */
export async function keepPassword(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, 'admin-password')
  const found = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (found !== '') return found
  const own = `${file}.${OWNER}.${randomBytes(4).toString('hex')}`
  await writeFile(own, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  try {
    await link(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(own, { force: true })
  }
  return (await readFile(file, 'utf8')).trim()
}

/** Makes the files of a new database beside their place and renames them, so that a kill half-way leaves nothing that looks finished. */
export async function createCluster(wanted: {
  binaries: PostgresBinaries
  directory: string
  password: string
  durability: 'durable' | 'fast'
}): Promise<void> {
  const { binaries, directory, password } = wanted
  await removeUnfinished(directory)
  const own = `${OWNER}.${randomBytes(4).toString('hex')}`
  const partial = join(directory, `cluster.partial.${own}`)
  const passwordFile = join(directory, `initdb-password.${own}`)
  await mkdir(partial, { mode: 0o700 })
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
    ...(wanted.durability === 'fast' ? ['--no-sync'] : []),
  ])
  try {
    await run(command, args)
    await takePlace(partial, join(directory, 'cluster'))
  } catch (error) {
    throw new Error(explainStart(String((error as Error).message), directory), { cause: error })
  } finally {
    await rm(partial, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

async function takePlace(partial: string, cluster: string): Promise<void> {
  try {
    await rename(partial, cluster)
  } catch (error) {
    // Another process was first; its files are as good.
    if (existsSync(join(cluster, 'PG_VERSION'))) return
    throw error
  }
}

async function removeUnfinished(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const owner = /^(?:cluster\.partial|initdb-password|admin-password)\.((\d+)\.\d+)\.\w+$/.exec(name)
    if (owner === null || owner[1] === OWNER) continue
    const pid = Number(owner[2])
    if (pid !== process.pid && isProcess(pid)) continue
    await rm(join(directory, name), { recursive: true, force: true })
  }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
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
