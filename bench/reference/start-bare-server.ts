import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

export type BareServer = { readonly url: string; stop(): Promise<void> }

/** The bare reference on the same PostgreSQL server as the product, in a table of its own. */
export async function startBareServer(ownerUrl: string): Promise<BareServer> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`
    create schema if not exists bench;
    create table if not exists bench.event (
      id bigint generated always as identity primary key, body text not null, at timestamptz not null default now())`)
  await owner.end()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), ownerUrl], {
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
