import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** How to start a PostgreSQL program, and who owns its files (null: whoever we are). */
export type RunAs = {
  readonly owner: { readonly uid: number; readonly gid: number } | null
  command(program: string, args: readonly string[]): [string, string[]]
}

const USER = 'postgres'
const exec = promisify(execFile)

/**
 * PostgreSQL refuses to run as root. As root it runs as the user `postgres` (made when missing).
 *
 * Danger: below a folder that only root may enter (a checkout in /root, a `mktemp -d`) that user can reach
 * neither the programs nor the data. It then gets the one capability to pass such folders
 * (CAP_DAC_READ_SEARCH, or CAP_DAC_OVERRIDE where a container withholds that), and the secure bit under which
 * access(2) counts it, because PostgreSQL looks for its own files with that call. The alternative, opening the
 * folders themselves, would change what is not ours.
 */
export async function runAsDatabaseUser(options: {
  binaries: PostgresBinaries
  directory: string
}): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { owner: null, command: (program, args) => [program, [...args]] }
  const owner = (await lookUp()) ?? (await createUser())
  const plain = ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups']
  const variants = [
    plain,
    ...['dac_read_search', 'dac_override'].map(name => [
      ...plain,
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${name}`,
      `--ambient-caps=-all,+${name}`,
    ]),
  ]
  for (const flags of variants) {
    if (await canReach(flags, options)) {
      return { owner, command: (program, args) => ['setpriv', [...flags, '--', program, ...args]] }
    }
  }
  throw new Error(
    `The user "${USER}" cannot reach ${options.directory} or the database programs. Put the project into a folder ` +
      'that others may enter, or start it as an ordinary user.',
  )
}

async function canReach(
  flags: readonly string[],
  options: { binaries: PostgresBinaries; directory: string },
) {
  try {
    await exec('setpriv', [...flags, '--', options.binaries.postgres, '--version'], { cwd: '/' })
    await exec('setpriv', [...flags, '--', 'test', '-x', options.directory], { cwd: '/' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('Starting as root needs the program "setpriv" (package util-linux).', { cause: error })
    return false
  }
}

async function lookUp(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([exec('id', ['-u', USER]), exec('id', ['-g', USER])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function createUser(): Promise<{ uid: number; gid: number }> {
  await exec('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    USER,
  ])
  const owner = await lookUp()
  if (!owner) throw new Error(`The user "${USER}" could not be created.`)
  return owner
}
