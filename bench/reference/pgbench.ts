import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const SECONDS = 5

/** The least a booking can be: one row under the exclusion constraint, one job, one durable commit. */
const SCHEMA = `
  create schema if not exists bench;
  create sequence if not exists bench.place;
  create table if not exists bench.taken (
    resource_id integer not null,
    during tstzrange not null,
    exclude using gist (resource_id with =, during with &&));
  create table if not exists bench.job (id bigint generated always as identity primary key, payload jsonb not null);`
const TRANSACTION = `
  select nextval('bench.place') as place \\gset
  begin;
  insert into bench.taken (resource_id, during)
    values (:client_id, tstzrange(to_timestamp(:place * 1800), to_timestamp(:place * 1800 + 1800)));
  insert into bench.job (payload) values ('{"appointment": 1}');
  commit;
`

/** Transactions per second of pgbench with the minimal booking on the same server, or null without pgbench. */
export async function minimalBookings(ownerUrl: string, clients: number): Promise<number | null> {
  const program = findPgbench()
  if (program === null) return null
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(SCHEMA)
  await owner.end()
  const folder = await mkdtemp(join(tmpdir(), 'askpro-pgbench-'))
  try {
    const script = join(folder, 'booking.sql')
    await writeFile(script, TRANSACTION)
    const url = new URL(ownerUrl)
    const { stdout } = await promisify(execFile)(
      program,
      [
        '-n',
        '-f',
        script,
        '-c',
        String(clients),
        '-j',
        '2',
        '-T',
        String(SECONDS),
        '-M',
        'prepared',
        url.pathname.slice(1),
      ],
      {
        env: {
          ...process.env,
          PGHOST: url.hostname,
          PGPORT: url.port,
          PGUSER: url.username,
          PGPASSWORD: decodeURIComponent(url.password),
        },
      },
    )
    const perSecond = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (perSecond === undefined) throw new Error(`pgbench said something else: ${stdout}`)
    return Math.round(Number(perSecond))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** PostgreSQL's own load generator comes with its server packages, not with the embedded binaries. */
function findPgbench(): string | null {
  const folders = (process.env.PATH ?? '').split(':')
  const debian = '/usr/lib/postgresql'
  if (existsSync(debian))
    for (const version of readdirSync(debian)) folders.push(join(debian, version, 'bin'))
  return folders.map(folder => join(folder, 'pgbench')).find(existsSync) ?? null
}
