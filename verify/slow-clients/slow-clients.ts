import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { runCommand, startProcess } from '../processes.ts'
import type { Proof, ProofOptions, ProofResult } from '../proof.ts'
import { type BadClient, type Kind, openBadClient, openDeafPage } from './bad-clients.ts'
import { startGoodClient } from './good-client.ts'

const CONNECTIONS = 2000
/** Slower than that, and somebody on the telephone notices. */
const MOST_P95_MS = 250
const BASELINE_MS = 3000
/** Headers get ten seconds and are looked at once a second, a whole request gets thirty. */
const HEADERS_END_MS = 14_000
const BODIES_END_MS = 36_000
/** Unread updates until the buffers of both machines and of the stream are full. */
const UPDATES = 3000

/** Of hundred connections. The first three are what the promise calls half-open. */
const MIX: Readonly<Record<Kind, number>> = {
  silent: 20,
  half_line: 20,
  half_headers: 20,
  slow_headers: 5,
  slow_body: 10,
  large_headers: 5,
  garbage: 5,
  pipelined_garbage: 5,
  idle: 10,
}
const EXPECTED: Partial<Record<Kind, RegExp>> = {
  silent: /^HTTP\/1\.1 408/,
  half_line: /^HTTP\/1\.1 408/,
  half_headers: /^HTTP\/1\.1 408/,
  slow_headers: /^HTTP\/1\.1 408/,
  large_headers: /^HTTP\/1\.1 431/,
  garbage: /^HTTP\/1\.1 400/,
  idle: /^HTTP\/1\.1 200/,
}

export const slowClients: Proof = {
  name: 'slow-clients',
  summary:
    '2,000 connections that are silent, slow, too large, no HTTP or deaf: others keep their answers, and the bad ones are closed.',
  run: options => provesSlowClients({ ...options, bodies: 'waited_for' }),
}

export async function provesSlowClients(
  options: ProofOptions & { bodies: 'waited_for' | 'left' },
): Promise<ProofResult> {
  const connections = options.operations ?? CONNECTIONS
  const folder = await mkdtemp(join(tmpdir(), 'askpro-slow-'))
  const env = { DATA_DIR: folder }
  const product = await startProcess('start', env)
  try {
    const words = ['api-key', 'create', '--tenant', 'salon', '--scope', 'all', '--json']
    const { key } = JSON.parse((await runCommand(words, env)).output) as { key: string }
    const before = startGoodClient(product.url, key)
    await wait(BASELINE_MS)
    const baseline = await before.stop()

    const during = startGoodClient(product.url, key)
    const clients = await openAll(product.url, connections)
    const deaf = await Promise.all(
      Array.from({ length: Math.max(2, connections / 100) }, () => openDeafPage(product.url, key)),
    )
    const begun = Date.now()
    await wait(500)
    await flood(folder)
    await untilClosed(clients, begun, options.bodies)
    const others = await during.stop()
    const open = countOpen(clients)
    const cutOff = await Promise.all(deaf.map(page => page.wasCutOff()))
    const deafOpen = cutOff.filter(cut => !cut).length
    const unexpected = clients.filter(client => !(EXPECTED[client.kind]?.test(client.answer()) ?? true))
    for (const client of [...clients, ...deaf]) client.close()
    const stopped = await product.stop()
    return {
      verify: 'slow-clients',
      seed: options.seed,
      holds:
        others.failed === 0 &&
        others.p95 < MOST_P95_MS &&
        unexpected.length === 0 &&
        deafOpen === 0 &&
        stopped === 0 &&
        isClosed(open, options.bodies),
      connections: clients.length,
      others,
      baseline,
      still_open: open,
      deaf_pages_still_open: deafOpen,
      unexpected_answers: unexpected.length,
      first_unexpected: unexpected[0] ? `${unexpected[0].kind}: ${unexpected[0].answer()}` : null,
      exit_code: stopped,
    }
  } finally {
    await product.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function openAll(url: string, connections: number): Promise<BadClient[]> {
  const kinds = Object.entries(MIX).flatMap(([kind, share]) =>
    Array.from({ length: Math.round((connections * share) / 100) }, () => kind as Kind),
  )
  const clients: BadClient[] = []
  for (let index = 0; index < kinds.length; index += 100)
    clients.push(
      ...(await Promise.all(kinds.slice(index, index + 100).map(kind => openBadClient(url, kind)))),
    )
  return clients
}

/** More updates for the salon than fit into the buffers of a page that does not read. */
async function flood(folder: string): Promise<void> {
  const cluster = join(folder, 'postgres')
  const password = (await readFile(join(cluster, 'admin-password'), 'utf8')).trim()
  const port = (await readFile(join(cluster, 'port'), 'utf8')).trim()
  const client = new pg.Client({
    connectionString: `postgres://askpro_admin:${password}@127.0.0.1:${port}/askpro`,
  })
  await client.connect()
  try {
    await client.query(
      `select pg_notify('askpro_live', json_build_object('tenant', tenant.id, 'topic', 'call',
         'id', repeat('x', 7000) || number, 'call_id', null)::text)
       from tenant, generate_series(1, $1) as number where tenant.slug = 'salon'`,
      [UPDATES],
    )
  } finally {
    await client.end()
  }
}

async function untilClosed(
  clients: readonly BadClient[],
  begun: number,
  bodies: 'waited_for' | 'left',
): Promise<void> {
  const end = begun + (bodies === 'waited_for' ? BODIES_END_MS : HEADERS_END_MS)
  while (Date.now() < end && !isClosed(countOpen(clients), bodies)) await wait(100)
}

function countOpen(clients: readonly BadClient[]): Readonly<Record<string, number>> {
  const open: Record<string, number> = {}
  for (const client of clients) if (client.isOpen()) open[client.kind] = (open[client.kind] ?? 0) + 1
  return open
}

/** An idle connection may stay for 65 s: that is what keep-alive is for. */
function isClosed(open: Readonly<Record<string, number>>, bodies: 'waited_for' | 'left'): boolean {
  const mayStay = bodies === 'waited_for' ? ['idle'] : ['idle', 'slow_body']
  return Object.keys(open).every(kind => mayStay.includes(kind))
}
