import Retell from 'retell-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallRequestInput } from '../../../sandbox/retell/start-retell.ts'
import { RETELL_KEY } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const CALLS = 100
const TOGETHER = 10
const SALON = '+493023125001'
let product: TestProduct
let sdk: Retell

beforeAll(async () => {
  product = await startProduct()
  sdk = new Retell({ apiKey: RETELL_KEY, baseURL: product.retell.url, maxRetries: 0 })
})
afterAll(() => product.stop())

/** As if the events of the last minutes had had their time. */
async function reconcile(): Promise<void> {
  const { reconcileCalls } = product.app.modules.voice
  await reconcileCalls({ hours: 3, settledMinutes: 0 })
  await product.settled()
}

const script = (number: number): CallRequestInput => ({
  script: {
    from: `+4917139200${String(10 + (number % 90)).padStart(2, '0')}`,
    to: SALON,
    steps: [{ agent: 'Guten Tag, hier spricht eine KI.' }, { user: 'Danke, falsch verbunden.' }],
    ended: { disconnection_reason: number % 5 === 0 ? 'error_asr' : 'user_hangup' },
  },
})

/** Three of ten events lost, doubled or out of order, the same way every time. */
const faultsOf = (number: number): CallRequestInput['faults'] => ({
  ...(number % 10 === 1 ? { drop: ['call_ended', 'call_analyzed'] } : {}),
  ...(number % 10 === 3 ? { drop: ['call_started', 'call_ended', 'call_analyzed'] } : {}),
  ...(number % 10 === 5 ? { drop: ['call_analyzed'] } : {}),
  ...(number % 10 === 6 ? { duplicate: true } : {}),
  ...(number % 10 === 7 ? { reorder: true } : {}),
  ...(number % 10 === 8 ? { drop: ['call_ended'], duplicate: true, reorder: true } : {}),
  ...(number % 20 === 9 ? { not_connected: 'dial_no_answer', drop: ['call_ended', 'call_analyzed'] } : {}),
})

type Row = {
  id: string
  state: string
  reason: string | null
  ms: number | null
  cents: number | null
  waited: number | null
  analysis: boolean
}

async function stored(): Promise<Map<string, Row>> {
  const rows = await product.database.query<Row>(
    `select call.provider_call_id as id, call.state, call.disconnection_reason as reason,
       round(extract(epoch from call.ended_at - call.started_at) * 1000)::int as ms,
       call.cost_cents_hundredths as cents, call.latency_p50_ms as waited, call.analysis is not null as analysis
     from call where call.called_e164 = $1`,
    [SALON],
  )
  return new Map(rows.map(row => [row.id, row]))
}

test(`of ${CALLS} calls with lost, doubled and disordered events every one has its true outcome, duration, cost and latency (failures 9, 17, 18)`, async () => {
  const placed: string[] = []
  for (let first = 0; first < CALLS; first += TOGETHER)
    placed.push(
      ...(await Promise.all(
        Array.from({ length: TOGETHER }, async (_, index) => {
          const number = first + index
          return (await product.retell.playCall({ ...script(number), faults: faultsOf(number) })).call_id
        }),
      )),
    )
  await product.settled()
  const before = await stored()
  expect(placed.some(id => before.get(id)?.state !== 'ended')).toBe(true)
  await reconcile()
  const after = await stored()
  for (const id of placed) {
    const truth = await sdk.call.retrieve(id)
    const cost = truth.call_cost?.combined_cost
    expect(after.get(id)).toMatchObject({
      state: { ended: 'ended', error: 'failed', not_connected: 'not_connected' }[truth.call_status as string],
      reason: truth.disconnection_reason,
      cents: cost === undefined ? null : Math.round(cost * 100),
      waited: truth.latency?.e2e?.p50 ?? null,
      ...(truth.start_timestamp === undefined ? {} : { ms: truth.duration_ms }),
    })
  }
})

test('what is known is not asked for again', async () => {
  const [before] = await product.database.query(
    "select count(*)::int as count from inbox where event_key not like 'call_inbound/%'",
  )
  await reconcile()
  const [after] = await product.database.query(
    "select count(*)::int as count from inbox where event_key not like 'call_inbound/%'",
  )
  expect(after).toEqual(before)
})

test('an end that the timer assumed gives way to the true one', async () => {
  const faults = { drop: ['call_ended', 'call_analyzed'] } as const
  const { call_id } = await product.retell.playCall({ ...script(1), faults: { drop: [...faults.drop] } })
  await product.settled()
  await product.database.query(
    "update call set state = 'ended', ended_at = now() + interval '130 minutes', disconnection_reason = 'no_end_event' where provider_call_id = $1",
    [call_id],
  )
  await reconcile()
  const truth = await sdk.call.retrieve(call_id)
  expect((await stored()).get(call_id)).toMatchObject({ reason: 'user_hangup', ms: truth.duration_ms })
})

test('words and analysis that may not be kept are kept neither in the call nor in its event', async () => {
  const rows = await product.database.query<{ body: string | null }>(
    "select inbox.body from inbox where inbox.headers->>'found' = 'reconciled' and inbox.processed_at is not null",
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/falsch verbunden|call_analysis/)
  expect([...(await stored()).values()].some(call => call.analysis)).toBe(false)
})

test('a provider that is down for a moment costs nothing', async () => {
  const { call_id } = await product.retell.playCall({
    ...script(1),
    faults: { drop: ['call_started', 'call_ended', 'call_analyzed'] },
  })
  product.retell.failApi({ status: 503, times: 1, path: '/v3/list-calls' })
  await reconcile()
  expect((await stored()).get(call_id)).toMatchObject({ state: 'ended' })
})

test('an account that refuses us does not keep the calls of the others from being found', async () => {
  const { call_id } = await product.retell.playCall({
    ...script(1),
    faults: { drop: ['call_started', 'call_ended', 'call_analyzed'] },
  })
  await product.app.modules.voice.connections.save({
    ...{ slug: 'another', provider: 'retell', keys: ['key_that_was_withdrawn'] },
  })
  await expect(reconcile()).rejects.toThrow('401')
  await product.settled()
  expect((await stored()).get(call_id)).toMatchObject({ state: 'ended' })
})
