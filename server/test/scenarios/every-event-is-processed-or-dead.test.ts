import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { newId, type TenantId } from '../../src/platform/ids/ids.ts'
import type { InboxEvent } from '../../src/platform/inbox/inbox.ts'
import { TerminalError } from '../../src/platform/jobs/retry-classes.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let salon: TenantId
/** What happens before and after the effect of the event of a key, attempt by attempt. */
type Fate = 'good' | 'fails' | 'fails after its effect' | 'terminal' | 'unreadable'
const fates = new Map<string, Fate[]>()

beforeAll(async () => {
  product = await startProduct({ prepare: readTestEvents })
  salon = await product.tenantId('salon')
})
afterAll(() => product.stop())
beforeEach(() => fates.clear())

/** A reader whose effect is one row in its tenant, written in the transaction that completes the event. */
function readTestEvents(app: App): void {
  const { db, inbox } = app.platform
  inbox.read('test', {
    whose: async () => salon,
    process: async event => {
      const fate = fates.get(event.eventKey)?.shift() ?? 'good'
      if (fate === 'fails') throw new Error('petra@example.org did not answer')
      if (fate === 'terminal') throw new TerminalError('This will never work.')
      if (fate === 'unreadable') z.object({ call: z.string() }).parse({})
      await db.inTenant(salon, async tx => {
        if (!(await inbox.complete(tx, event))) return
        await tx
          .insertInto('location')
          .values({ id: newId<'location'>(), name: nameOf(event), time_zone: 'Europe/Berlin' })
          .execute()
        if (fate === 'fails after its effect') throw new Error('killed before the commit')
      })
    },
  })
}
const nameOf = (event: Pick<InboxEvent, 'eventKey'>): string => `effect of ${event.eventKey}`

async function receive(key: string, ...attempts: Fate[]): Promise<void> {
  fates.set(key, attempts)
  const body = JSON.stringify({
    event: key,
    call: { from_number: '+491713920017', to_number: '+493023125001' },
  })
  await product.app.platform.inbox.receive({
    source: 'test/default',
    eventKey: key,
    headers: { authorization: 'secret' },
    body,
    requestId: `request-${key}`,
  })
}
const effects = async (key: string): Promise<number> =>
  (await product.database.query('select id from location where name = $1', [nameOf({ eventKey: key })]))
    .length
/** Nobody waits for the next attempt. */
const hurry = () =>
  product.database.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')
const list = async (query: string, key = product.keys.salon): Promise<Json[]> =>
  (await product.get(`/api/v1/inbox-events${query}`, key)).body.items
async function dead(key: string): Promise<Json> {
  return await vi.waitFor(
    async () => {
      const found = (await list('?state=dead&source=test/default')).find(event => event.event_key === key)
      expect(found).toBeDefined()
      return found
    },
    { timeout: 15_000 },
  )
}

// Failure 18: half of an effect that is told again as a whole.
test('whatever fails in between: each event has its effect once, or is dead with a reason (invariant 4)', async () => {
  const all: Fate[] = ['good', 'fails', 'fails after its effect', 'terminal', 'unreadable']
  const always = Array.from({ length: 12 }, () => 'fails' as const)
  const courses = fc.sample(fc.array(fc.constantFrom(...all), { maxLength: 4 }), { seed: 7, numRuns: 60 })
  const keys: string[] = []
  for (const [index, course] of courses.entries()) {
    const fate = index % 10 === 0 ? always : course
    keys.push(`random-${index}`)
    await receive(`random-${index}`, ...fate)
    if (index % 3 === 0) await receive(`random-${index}`, ...fate)
  }
  const rows = await vi.waitFor(
    async () => {
      await hurry()
      const found = await product.database.query<Json>(
        `select event_key, processed_at is not null as processed, dead_reason, resolved_tenant_id from inbox
         where event_key like 'random-%' and (processed_at is not null or dead_at is not null)`,
      )
      expect(found).toHaveLength(keys.length)
      return found
    },
    { timeout: 25_000, interval: 200 },
  )
  for (const row of rows) {
    expect([row.event_key, await effects(row.event_key)]).toEqual([row.event_key, row.processed ? 1 : 0])
    expect(row.processed).toBe(row.dead_reason === null)
    expect(row.resolved_tenant_id).toBe(salon)
  }
  const reasons = new Set(rows.map(row => row.dead_reason))
  expect(reasons).toEqual(new Set([null, 'terminal', 'payload_invalid', 'attempts_used_up']))
})

describe('An event that failed for good', () => {
  test('is shown to its business with a reason, and to no other', async () => {
    await receive('hopeless', 'terminal')
    expect(await dead('hopeless')).toMatchObject({
      state: 'dead',
      reason: 'terminal',
      last_error: 'This will never work.',
      attempts: 1,
      request_id: 'request-hopeless',
      allowed: { replay: true },
    })
    const others = await list('?state=dead', product.keys.practice)
    expect(others).toEqual([])
  })

  test('shows its body without secrets and people', async () => {
    await receive('shown', 'terminal')
    const { id } = await dead('shown')
    const { body } = await product.get(`/api/v1/inbox-events/${id}`, product.keys.salon)
    expect(body).toMatchObject({ body_state: 'masked', headers: { authorization: '[secret]' } })
    expect(body.body).toEqual({
      event: 'shown',
      call: { from_number: '[personal]', to_number: '+493023125001' },
    })
    const foreign = await product.get(`/api/v1/inbox-events/${id}`, product.keys.practice)
    expect(foreign).toMatchObject({ status: 404, body: { type: '/errors/ops/unknown-inbox-event' } })
  })

  test('has its effect once when two people replay it at the same moment', async () => {
    await receive('twice', 'terminal')
    const { id } = await dead('twice')
    const answers = await Promise.all(
      [1, 2].map(() => product.post(`/api/v1/inbox-events/${id}/replay`, product.keys.salon, {})),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([202, 409])
    await product.settled()
    expect(await effects('twice')).toBe(1)
  })

  test('does not hear the replay of another business', async () => {
    await receive('foreign', 'terminal')
    const { id } = await dead('foreign')
    const one = await product.post(`/api/v1/inbox-events/${id}/replay`, product.keys.practice, {})
    expect(one.status).toBe(404)
    const many = await product.post('/api/v1/inbox-events/replay', product.keys.practice, { ids: [id] })
    expect(many.body).toMatchObject({ replayed: [], skipped: [{ id, why: 'unknown' }] })
    expect(await dead('foreign')).toMatchObject({ id })
  })
})

describe('Replaying', () => {
  test('many takes up those it can and says why not of the others', async () => {
    await receive('first', 'terminal')
    await receive('second', 'terminal')
    const [first, second] = [await dead('first'), await dead('second')]
    await product.database.query("update inbox set body = '', body_removed_at = now() where id = $1", [
      second.id,
    ])
    const { body } = await product.post('/api/v1/inbox-events/replay', product.keys.salon, {
      ids: [first.id, second.id],
    })
    expect(body).toMatchObject({
      replayed: [first.id],
      skipped: [
        {
          id: second.id,
          why: 'body_removed',
          no: 'Its content was deleted at the end of its retention period.',
        },
      ],
    })
  })

  test('a real webhook changes nothing in the call it reported', async () => {
    const steps = [{ agent: 'Guten Tag.' }, { user: 'Ich wollte nur hören, ob Sie offen haben.' }]
    const script = {
      language: 'de',
      to: '+493023125001',
      steps,
      ended: { disconnection_reason: 'user_hangup' },
    }
    await product.retell.playCall({ script, from: '+491713920017', pace: 'instant', faults: {} } as never)
    await product.settled()
    const before = await calls()
    const events = await list('?state=processed&source=retell/default')
    expect(events.length).toBeGreaterThan(2)
    const { body } = await product.post('/api/v1/inbox-events/replay', product.keys.salon, {
      ids: events.map(event => event.id),
    })
    expect(body.replayed).toHaveLength(events.length)
    await product.settled()
    expect(await calls()).toEqual(before)
    expect(await list('?state=waiting&source=retell/default')).toEqual([])
  })
})

const calls = async (): Promise<Json> => (await product.get('/api/v1/calls', product.keys.salon)).body.items

test('an event whose worker died in the last attempt is found, and is dead with a reason', async () => {
  await receive('lost', 'fails')
  await vi.waitFor(
    async () => {
      const [row] = await product.database.query<Json>("select attempts from inbox where event_key = 'lost'")
      expect(row.attempts).toBe(1)
    },
    { timeout: 10_000 },
  )
  await product.database.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where locked_at is null and
     payload #>> '{data,inbox_id}' = (select id::text from inbox where event_key = 'lost')`,
  )
  const look = product.app.platform.jobs.schedules().get('platform.find-lost-inbox-events')
  await vi.waitFor(async () => {
    await look?.run(Temporal.Now.instant())
    expect(await dead('lost')).toMatchObject({ reason: 'worker_lost' })
  })
})

test('the bodies of old events are removed, and that they came stays', async () => {
  await receive('old', 'good')
  await receive('old and dead', 'terminal')
  await receive('young', 'good')
  await dead('old and dead')
  await product.settled()
  await product.database.query(
    "update inbox set processed_at = now() - interval '31 days' where event_key = 'old'",
  )
  await product.database.query(
    "update inbox set dead_at = now() - interval '31 days' where event_key = 'old and dead'",
  )
  await product.app.platform.jobs.schedules().get('platform.remove-inbox-bodies')?.run(Temporal.Now.instant())
  const rows = await product.database.query(
    "select event_key, body = '' as empty, body_removed_at is not null as removed from inbox where event_key in ('old', 'old and dead', 'young') order by 1",
  )
  expect(rows).toEqual([
    { event_key: 'old', empty: true, removed: true },
    { event_key: 'old and dead', empty: false, removed: false },
    { event_key: 'young', empty: false, removed: false },
  ])
})
