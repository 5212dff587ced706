/** What a simulator of Retell must do, item by item of the list that our contract with it ends with (its section 10). */
import type Retell from 'retell-sdk'
import type { PhoneCallResponse } from 'retell-sdk/resources/call'
import { afterAll, describe, expect, test } from 'vitest'
import { startLine } from './line/start-line.ts'
import { playTestCall, TEST_SCRIPT } from './play-test-call.ts'
import { openTestAccount } from './test-account.ts'
import type { Answering } from './test-product.ts'

const SALON = '+493023125001'
const account = await openTestAccount()
const { product, retell, sdk } = account
retell.knowNumbers([SALON])
afterAll(() => account[Symbol.asyncDispose]())

const engine = { type: 'custom-llm', llm_websocket_url: 'wss://voice.example.invalid/llm' } as const
const newAgent = (more: Partial<Retell.AgentCreateParams> = {}) =>
  sdk.agent.create({ agent_name: 'Empfang', voice_id: 'voice', response_engine: engine, ...more })
/** One agent answers the number, and the call is over. */
async function ringAt(agentId: string, script: object = TEST_SCRIPT) {
  const bound = [{ agent_id: agentId, agent_version: 0, weight: 1 }]
  await sdk.phoneNumber.update(SALON, { inbound_agents: bound })
  const record = await retell.playCall({ script: script as typeof TEST_SCRIPT })
  await sdk.phoneNumber.update(SALON, { inbound_agents: [] })
  return record
}
const requestsOf = (callId: string) =>
  product.accepted.filter(({ raw, path }) => raw.includes(callId) || path.includes(callId))
const endless = { ...TEST_SCRIPT, steps: [{ agent: 'Guten Tag.' }, { pause: 60_000 }] }

describe('1. The official SDK', () => {
  test('goes the whole way: model, agent, version, publish, number, call, list in two pages, delete', async () => {
    const llm = await sdk.llm.create({ start_speaker: 'agent', begin_message: 'Guten Tag.' })
    const agent = await newAgent({ response_engine: { type: 'retell-llm', llm_id: llm.llm_id } })
    expect(await sdk.agent.publish(agent.agent_id, { version: 0 })).toBeNull()
    const draft = await sdk.agent.createVersion(agent.agent_id, { base_version: 0 })
    expect(await sdk.agent.publish(agent.agent_id, { version: Number(draft.version) })).toBeNull()
    await sdk.phoneNumber.import({
      phone_number: '+493023125078',
      termination_uri: 'morgenrot.sip.carrier.example.invalid',
      outbound_agents: [{ agent_id: agent.agent_id, agent_version: 1, weight: 1 }],
    })
    const made = async () =>
      await sdk.call.createPhoneCall({ from_number: '+493023125078', to_number: '+491713920078' })
    const calls = [await made(), await made(), await made()]
    await Promise.all(calls.map(({ call_id }) => retell.finished(call_id)))
    expect(await sdk.call.retrieve(calls[0]?.call_id ?? '')).toMatchObject({
      agent_id: agent.agent_id,
      agent_version: 1,
    })
    const filter_criteria = { from_number: { type: 'string', op: 'eq', value: '+493023125078' } as const }
    const first = await sdk.call.list({ filter_criteria, limit: 2 })
    const key = first.pagination_key ?? ''
    const second = await sdk.call.list({ filter_criteria, limit: 2, pagination_key: key })
    const listed = [...first.items, ...second.items].map(({ call_id }) => call_id)
    expect(listed.toSorted()).toEqual(calls.map(({ call_id }) => call_id).toSorted())
    for (const { call_id } of calls) await sdk.call.delete(call_id)
    await sdk.phoneNumber.delete('+493023125078')
    await sdk.agent.delete(agent.agent_id)
    await sdk.llm.delete(llm.llm_id)
    expect((await sdk.call.list({ filter_criteria })).items).toEqual([])
  })

  test('one call too many is refused with 429, or made and ended at once, as the simulator is set', async () => {
    retell.limitLines({ concurrency: 1 })
    const running = retell.placeCall({ script: endless, pace: 'natural' })
    await expect.poll(async () => (await sdk.concurrency.retrieve()).current_concurrency).toBe(1)
    const another = () => sdk.call.createPhoneCall({ from_number: SALON, to_number: '+491713920021' })
    await expect(another()).rejects.toMatchObject({ status: 429 })
    retell.limitLines({ concurrency: 1, outbound: 'ended' })
    const { call_id } = await another()
    await retell.finished(call_id)
    expect(await sdk.call.retrieve(call_id)).toMatchObject({
      call_status: 'error',
      disconnection_reason: 'concurrency_limit_reached',
    })
    await sdk.call.stop(running)
    await retell.finished(running)
    retell.limitLines({})
  })
})

describe('2. A call that rings in', () => {
  test('has on record how long it rang', async () => {
    const slow: Answering = async ({ name }) => {
      if (name === 'call_inbound') await new Promise(resolve => setTimeout(resolve, 120))
      return undefined
    }
    const { record } = await playTestCall({}, { answering: slow })
    expect(record.ringing_ms).toBeGreaterThanOrEqual(115)
  })

  test('finds no line: after its wait it goes to the fallback number, or ends where there is none', async () => {
    retell.limitLines({ concurrency: 1, inbound: 'limited', wait_ms: 50 })
    const running = retell.placeCall({ script: { ...endless, from: '+491713920001' }, pace: 'natural' })
    await expect.poll(async () => (await sdk.concurrency.retrieve()).current_concurrency).toBe(1)
    const ring = async () => await sdk.call.retrieve((await retell.playCall({ script: TEST_SCRIPT })).call_id)
    expect(await ring()).toMatchObject({
      call_status: 'error',
      disconnection_reason: 'concurrency_limit_reached',
    })
    await sdk.phoneNumber.update(SALON, { fallback_number: '+493023125090' })
    const diverted = await ring()
    expect(diverted).toMatchObject({
      disconnection_reason: 'no_concurrency_fallback',
      transfer_destination: '+493023125090',
    })
    expect(diverted.start_timestamp).toBeUndefined()
    expect(requestsOf(diverted.call_id).map(({ name }) => name)).toEqual(['call_ended', 'call_analyzed'])
    await sdk.phoneNumber.update(SALON, { fallback_number: null })
    await sdk.call.stop(running)
    await retell.finished(running)
    retell.limitLines({})
  })
})

describe('3. Faults of deliveries', () => {
  test('delay: an event comes so much later, and the call does not wait for it', async () => {
    const { record, product: told } = await playTestCall({ faults: { delay_ms: 300 } })
    expect(told.names().slice(0, 3)).toEqual(['call_inbound', 'find_slots', 'book_appointment'])
    expect(told.names().slice(3).toSorted()).toEqual(['call_analyzed', 'call_ended', 'call_started'])
    expect(record.problem).toBeNull()
  })

  test.each([
    ['umlauts', 'Grüße aus Köln', 0],
    ['megabyte', 'Übermut', 1024 * 1024],
  ] as const)('body: %s, signed over these very bytes', async (body, word, letters) => {
    const { product: told } = await playTestCall({ faults: { body } })
    const [ended] = told.of('call_ended')
    expect(ended?.raw).toContain(word)
    expect(ended?.raw.length).toBeGreaterThan(letters)
  })
})

describe('4. The tool runner', () => {
  const tool = (more: object) => ({
    ...TEST_SCRIPT,
    steps: [{ tool: 'find_slots', args: { when: 'morgen' }, ...more }],
  })

  test('sends arguments at the root: nothing of the call, and constants that no model fills', async () => {
    const tools = {
      find_slots: {
        args_at_root: true,
        url: `${product.url}/tools/at-root`,
        constants: { call: '{{call_id}}' },
      },
    }
    const { call_id } = await retell.playCall({ script: tool({}), agent: { tools } })
    const asked = requestsOf(call_id).find(({ path }) => path === '/tools/at-root')
    expect(asked?.body).toEqual({ when: 'morgen', call: call_id })
  })

  test('fills variables in addresses, headers and parameters, and signs no body where there is none', async () => {
    const tools = {
      find_slots: {
        method: 'GET' as const,
        url: `${product.url}/tools/{{tenant_name}}?x=1`,
        query_params: { caller: '{{user_number}}', call: '{{call_id}}' },
        headers: { 'x-tenant': '{{tenant_name}}' },
      },
    }
    const { call_id, exchanges } = await retell.playCall({ script: tool({}), agent: { tools } })
    const [asked] = requestsOf(call_id).filter(({ path }) => path.startsWith('/tools/'))
    const address = new URL(asked?.path ?? '', product.url)
    expect([address.pathname, address.searchParams.get('caller'), asked?.raw]).toEqual([
      '/tools/Salon%20Morgenrot',
      '+491713920021',
      '',
    ])
    expect(asked?.headers['x-tenant']).toBe('Salon Morgenrot')
    expect(exchanges.find(({ name }) => name === 'find_slots')?.status).toBe(200)
  })

  test('takes variables out of an answer, for later tools and for what was collected', async () => {
    const tools = {
      find_slots: { response_variables: { token: 'slots[0].token', free: 'requested', nothing: 'a.b' } },
      book_appointment: { url: `${product.url}/tools/{{token}}` },
    }
    const steps = [{ tool: 'find_slots' }, { agent: 'Ich nehme {{token}}.' }, { tool: 'book_appointment' }]
    const { call_id } = await retell.playCall({ script: { ...TEST_SCRIPT, steps }, agent: { tools } })
    expect(requestsOf(call_id).map(({ path }) => path)).toContain('/tools/st1.first')
    const call = await sdk.call.retrieve(call_id)
    expect(call.transcript).toContain('Ich nehme st1.first.')
    expect(call.collected_dynamic_variables).toEqual({ token: 'st1.first', free: 'true' })
  })

  test('waits for each tool as long as that tool is set to, and asks it again as often', async () => {
    let asked = 0
    const answering: Answering = async ({ name }) => {
      if (name !== 'find_slots') return undefined
      asked += 1
      if (asked > 1) return undefined
      await new Promise(resolve => setTimeout(resolve, 400))
      return undefined
    }
    const tools = { find_slots: { timeout_ms: 150, max_retry: 1 } }
    const { record } = await playTestCall({ agent: { tools } }, { answering })
    const attempts = record.exchanges.filter(({ name }) => name === 'find_slots')
    expect(attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, null],
      [2, 200],
    ])
    expect(record.problem).toBeNull()
  })

  test('goes on when the caller speaks meanwhile, and keeps the result', async () => {
    const { record } = await playTestCall({ script: tool({ meanwhile: 'Ach, warten Sie!' }) })
    const [invoked, said, answered] = record.transcript as readonly { role: string; content?: string }[]
    expect([invoked?.role, said?.content, answered?.role]).toEqual([
      'tool_call_invocation',
      'Ach, warten Sie!',
      'tool_call_result',
    ])
    expect(answered?.content).toContain('Antwort von find_slots.')
  })

  test('is set as the model of the agent that answers the number, by the API', async () => {
    const llm = await sdk.llm.create({
      general_tools: [
        {
          ...{ type: 'custom', name: 'find_slots', description: '', url: `${product.url}/tools/of-model` },
          ...{ args_at_root: true, speak_during_execution: false, speak_after_execution: true },
          parameters: { type: 'object', properties: { from: { type: 'string', const: '{{user_number}}' } } },
        },
      ],
    })
    const agent = await newAgent({ response_engine: { type: 'retell-llm', llm_id: llm.llm_id } })
    await ringAt(agent.agent_id, tool({}))
    const [asked] = product.accepted.filter(({ path }) => path === '/tools/of-model')
    expect(asked?.body).toEqual({ when: 'morgen', from: '+491713920021' })
  })
})

describe('5. The custom-LLM line (its rules: line/dial-line.test.ts)', () => {
  test('is dialled at the address of the agent with its variables filled, whatever its protocol is called', async () => {
    const paths: string[] = []
    await using server = await startLine((_, path) => paths.push(path))
    const line = retell.dial({
      ...{ url: `http${server.url.slice(2)}/{{tenant}}/`, variables: { tenant: 'salon' } },
      ...{ callId: 'call_of_line', from: null, to: SALON },
    })
    expect((await line.greeting()).content).toBe('Guten Tag.')
    line.hangUp()
    expect(paths).toEqual(['/salon/call_of_line'])
  })
})

describe('6. and 7. Call objects, the clock and ids', () => {
  test('are the SDK’s own types: milliseconds of the clock that was given, costs in cents, ids that mean nothing', async () => {
    let at = 1_795_168_800_000
    const now = () => (at += 500)
    const { record, product: told } = await playTestCall({}, { now, signingNow: Date.now })
    const call = (told.of('call_analyzed')[0]?.body.call ?? {}) as unknown as PhoneCallResponse
    expect(call.start_timestamp).toBeGreaterThan(1_795_168_800_000)
    expect(call.duration_ms).toBe((call.end_timestamp ?? 0) - (call.start_timestamp ?? 0))
    const { product_costs = [], combined_cost = 0 } = call.call_cost ?? {}
    const sum = product_costs.reduce((total, { cost }) => total + cost, 0)
    expect([Math.round(sum * 1000), combined_cost > 0.1]).toEqual([Math.round(combined_cost * 1000), true])
    expect(record.call_id).toMatch(/^call_[0-9a-f]{27}$/)
  })
})

describe('8. Where events go', () => {
  test('without an address of the agent they go to the account’s', async () => {
    const { call_id } = await ringAt((await newAgent()).agent_id)
    const paths = requestsOf(call_id).filter(({ body }) => body.event?.startsWith('call_'))
    expect(new Set(paths.map(({ path }) => path))).toContain('/webhooks/retell/default')
  })

  test('the address of the agent stands in place of it, and its variables are filled for each call', async () => {
    const agent = await newAgent({
      webhook_url: `${product.url}/own?tenant={{tenant_name}}&call={{call_id}}`,
      webhook_events: ['call_ended'],
    })
    const { call_id } = await ringAt(agent.agent_id)
    const events = requestsOf(call_id).filter(({ path }) => !path.startsWith('/voice/'))
    expect(events.map(({ name, path }) => [name, path])).toEqual([
      ['call_ended', `/own?tenant=Salon%20Morgenrot&call=${call_id}`],
    ])
    expect(events[0]?.body.call).toMatchObject({ agent_id: agent.agent_id, agent_version: 0 })
  })
})
