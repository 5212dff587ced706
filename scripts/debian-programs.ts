import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** Where a program that only tests need is, or one sentence saying why there is none. */
export type Program = { readonly path: string } | { readonly path: null; readonly reason: string }

type Wanted = {
  /** As people say it. */
  readonly title: string
  /** What it may be called on the PATH. */
  readonly names: readonly string[]
  readonly debianPackage: string
  /** Names the program where it stands elsewhere, and hands it to the tests. */
  readonly variable: string
}

export const CHROMIUM: Wanted = {
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  debianPackage: 'chromium',
  variable: 'CHROMIUM_PATH',
}
/** A CalDAV server. */
export const RADICALE: Wanted = {
  title: 'Radicale',
  names: ['radicale'],
  debianPackage: 'radicale',
  variable: 'RADICALE_PATH',
}
/** Or what speaks as it does. */
export const REDIS: Wanted = {
  title: 'Redis',
  names: ['redis-server', 'valkey-server'],
  debianPackage: 'redis-server',
  variable: 'REDIS_PATH',
}

/**
 * Finds an installed program (its variable, then the PATH). As root on Debian a missing one is installed;
 * anywhere else nobody asked us to change the machine.
 */
export async function ensureProgram(wanted: Wanted): Promise<Program> {
  const { title, debianPackage, variable } = wanted
  const found = await findProgram(wanted)
  if (found !== null) return { path: found }
  const given = process.env[variable]
  if (given) return { path: null, reason: `${variable} is ${given}, and there is no program.` }
  if (process.getuid?.() !== 0 || !(await isThere('/etc/debian_version'))) {
    const help = `Debian: apt-get install ${debianPackage}; or set ${variable}`
    return { path: null, reason: `${title} is missing (${help}).` }
  }
  console.log(`Installing the Debian package ${debianPackage} …`)
  const problem = await installPackage(debianPackage)
  const installed = await findProgram(wanted)
  if (installed !== null) return { path: installed }
  return { path: null, reason: `${title} is missing and could not be installed${problem}.` }
}

async function findProgram({ names, variable }: Wanted): Promise<string | null> {
  const given = process.env[variable]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = given ? [given] : names.flatMap(name => folders.map(folder => join(folder, name)))
  for (const candidate of candidates) if (await isThere(candidate, constants.X_OK)) return candidate
  return null
}

/** Quiet; returns what went wrong as the end of a sentence, or nothing. */
async function installPackage(name: string): Promise<string> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 }
  const exec = promisify(execFile)
  try {
    await exec('apt-get', ['update'], options)
    await exec('apt-get', ['install', '--yes', '--no-install-recommends', name], options)
    return ''
  } catch (error) {
    const lines = ((error as { stderr?: string }).stderr ?? '').trim().split('\n')
    return ` (${lines.at(-1) ?? 'no reason given'})`
  }
}

async function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
