import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import type { TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { createLive, LIVE_CHANNEL, livePayload } from './live.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Stands before the database; a connection after the first one waits until it is let through. */
async function startGate(target: URL) {
  const near = new Set<Socket>()
  const arrived = Promise.withResolvers<void>()
  const open = Promise.withResolvers<void>()
  let seen = 0
  const server = createServer(async socket => {
    near.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => near.delete(socket))
    seen += 1
    if (seen > 1) {
      arrived.resolve()
      await open.promise
    }
    const far = connect(Number(target.port), target.hostname)
    far.on('error', () => {})
    socket.on('close', () => far.destroy())
    far.on('close', () => socket.destroy())
    socket.pipe(far).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cut: () => {
      for (const socket of near) socket.resetAndDestroy()
    },
    arrived: arrived.promise,
    open: open.resolve,
    connections: () => near.size,
    close: () => server.close(),
  }
}

test('who begins to listen hears what was announced just before', async () => {
  const live = createLive({ url: database.url, log: createLog({ level: 'silent' }) })
  await live.start()
  const tenantId = randomUUID() as TenantId
  const event = { topic: 'call', id: '7', call_id: '7' } as const
  const early: unknown[] = []
  live.listen(tenantId, heard => early.push(heard))
  await database.query('select pg_notify($1, $2)', [LIVE_CHANNEL, livePayload(tenantId, event)])
  await expect.poll(() => early).toEqual([event])
  const late: unknown[] = []
  live.listen(tenantId, heard => late.push(heard))
  expect(late).toEqual([event])
  await live.stop()
})

test('who is stopped while its connection comes back leaves none behind', async () => {
  const gate = await startGate(new URL(database.url))
  const live = createLive({ url: gate.url, log: createLog({ level: 'silent' }) })
  await live.start()
  gate.cut()
  await gate.arrived
  const stopped = live.stop()
  gate.open()
  await stopped
  await expect.poll(gate.connections).toBe(0)
  gate.close()
})
