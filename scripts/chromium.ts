import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** Where the browser for tests is, or one sentence saying why there is none. */
export type Chromium = { readonly path: string } | { readonly path: null; readonly reason: string }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * Finds an installed browser (`CHROMIUM_PATH`, then the PATH). As root on Debian a missing one is installed;
 * anywhere else nobody asked us to change the machine.
 */
export async function ensureChromium(): Promise<Chromium> {
  const found = await findChromium()
  if (found !== null) return { path: found }
  if (process.env.CHROMIUM_PATH)
    return { path: null, reason: `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and there is no program.` }
  if (process.getuid?.() !== 0 || !(await isThere('/etc/debian_version')))
    return {
      path: null,
      reason: 'Chromium is missing (Debian: apt-get install chromium; or set CHROMIUM_PATH).',
    }
  console.log('Installing the Debian package chromium …')
  const problem = await installPackage('chromium')
  const installed = await findChromium()
  if (installed !== null) return { path: installed }
  return { path: null, reason: `Chromium is missing and could not be installed${problem}.` }
}

async function findChromium(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = given ? [given] : NAMES.flatMap(name => folders.map(folder => join(folder, name)))
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
