import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const script = {
  language: 'de',
  to: '+493023125001',
  steps: [
    { agent: 'Guten Tag.' },
    { user: 'Ich wollte nur hören, ob Sie offen haben.' },
    { tool: 'get_context', args: {}, save: 'now' },
  ],
  ended: { disconnection_reason: 'user_hangup' },
}

async function ring(faults: Json): Promise<Json> {
  const played = await product.retell.playCall({
    script,
    from: '+491713920017',
    pace: 'instant',
    faults,
  } as never)
  await product.settled()
  const { body } = await product.get(
    `/api/v1/calls?provider_call_id=${(played as Json).call_id ?? (played as Json).id}`,
    product.keys.salon,
  )
  expect(body.items).toHaveLength(1)
  return (await product.get(`/api/v1/calls/${body.items[0].id}`, product.keys.salon)).body
}
const webhooks = (call: Json): string[] =>
  call.timeline
    .filter((entry: Json) => entry.kind === 'webhook')
    .map((entry: Json) => entry.name)
    .sort()
const ALL = ['call_analyzed', 'call_ended', 'call_started']

describe('A call ends as "abandoned" with the same facts', () => {
  test.each<[string, Json, string[]]>([
    ['when everything comes in order', {}, ALL],
    ['when every event comes twice', { duplicate: true }, ALL],
    ['when the end comes before the start (failure 3)', { reorder: true }, ALL],
    ['when the start never comes', { drop: ['call_started'] }, ['call_analyzed', 'call_ended']],
    ['when only the analysis comes (failure 9)', { drop: ['call_started', 'call_ended'] }, ['call_analyzed']],
    ['when every tool request comes twice', { double_tools: true }, ALL],
  ])('%s', async (_name, faults, expected) => {
    const call = await ring(faults)
    expect(webhooks(call)).toEqual(expected)
    expect(call).toMatchObject({ state: 'ended', outcome: 'abandoned', disconnection_reason: 'user_hangup' })
    expect(Date.parse(call.ended_at)).toBeGreaterThanOrEqual(Date.parse(call.started_at))
  })
})

test('a call whose end never comes stays open, and is ended by its timer', async () => {
  const call = await ring({ drop: ['call_ended', 'call_analyzed'] })
  expect(call).toMatchObject({ state: 'ongoing', outcome: null })
  const due = await product.database.query<{ minutes: number }>(
    `select round(extract(epoch from (run_at - now())) / 60)::int as minutes from graphile_worker.jobs
     where task_identifier = 'calls.end-overdue-call' and key = $1`,
    [`calls.end-overdue-call/${call.id}`],
  )
  expect(due).toEqual([{ minutes: 130 }])
  await product.database.query('update graphile_worker._private_jobs set run_at = now() where key = $1', [
    `calls.end-overdue-call/${call.id}`,
  ])
  await product.settled()
  const { body } = await product.get(`/api/v1/calls/${call.id}`, product.keys.salon)
  expect(body).toMatchObject({ state: 'ended', outcome: 'abandoned', disconnection_reason: 'no_end_event' })
})

test('a call that never connected is no call that ended', async () => {
  const call = await ring({ not_connected: 'dial_no_answer' })
  expect(call).toMatchObject({ state: 'not_connected', outcome: 'abandoned' })
})

test('a withheld number is nobody’s number', async () => {
  const call = await ring({ withheld: true })
  expect(call.from).toBeNull()
  expect(call.customer).toBeNull()
})

test('every event that came was processed exactly once (invariant 4)', async () => {
  const [row] = await product.database.query(
    "select count(*)::int as open from inbox where processed_at is null and event_key not like 'call_inbound/%'",
  )
  expect(row).toEqual({ open: 0 })
})

test('a ring is attached to its call as soon as the call is known (failure 8)', async () => {
  const call = await ring({})
  expect(call.timeline.filter((entry: Json) => entry.kind === 'inbound')).toHaveLength(1)
})

describe('A tool that is called before anything else was heard of the call', () => {
  test.each(['call_1', '12345', 'None', 'current', 'call_before_all'])(
    'belongs to the call of the envelope and to the business that was called, whatever id the model invents: "%s" (failures 1, 2, 4)',
    async invented => {
      const id = `call_before_all_${invented}`
      const asked = await product.retell.request({
        kind: 'tools',
        body: {
          name: 'request_callback',
          call: {
            ...{ call_id: id, call_type: 'phone_call', call_status: 'ongoing', direction: 'inbound' },
            ...{ from_number: '+491713920029', to_number: '+493023125001' },
          },
          args: { reason: 'Rückfrage', call_id: invented, callId: invented, tenant: 'practice' },
        },
      })
      expect(asked).toMatchObject({ status: 200, body: { status: 'noted' } })
      const rows = await product.database.query<{ call: string; slug: string }>(
        `select call.provider_call_id as call, tenant.slug from callback_request
         join call on call.tenant_id = callback_request.tenant_id and call.id = callback_request.call_id
         join tenant on tenant.id = callback_request.tenant_id
         where call.provider_call_id in ($1, $2)`,
        [id, invented],
      )
      expect(rows).toEqual([{ call: id, slug: 'salon' }])
    },
  )
})
