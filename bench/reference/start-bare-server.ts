import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

export type BareServer = { readonly url: string; stop(): Promise<void> }

/** The bare reference that takes events, on the same PostgreSQL server as the product, in a table of its own. */
export async function startBareEvents(ownerUrl: string): Promise<BareServer> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`
    create schema if not exists bench;
    create table if not exists bench.event (
      id bigint generated always as identity primary key, body text not null, at timestamptz not null default now())`)
  await owner.end()
  return await startBareServer(ownerUrl, 'bare-events')
}

/** One of the programs beside this file, on a free port. */
export async function startBareServer(
  databaseUrl: string,
  program: 'bare-events' | 'bare-busy-times',
): Promise<BareServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${program}.ts`), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await once(child, 'close')
    },
  }
}
