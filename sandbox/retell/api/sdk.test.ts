import Retell from 'retell-sdk'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestAccount } from '../test-account.ts'
import { TEST_KEY } from '../test-product.ts'

const SALON = '+493023125001'
const account = await openTestAccount()
const { retell, sdk } = account
afterAll(() => account[Symbol.asyncDispose]())

const newAgent = () =>
  sdk.agent.create({
    agent_name: 'Empfang',
    voice_id: '11labs-Carola',
    response_engine: { type: 'custom-llm', llm_websocket_url: 'wss://voice.example.invalid/llm' },
  })
const script = (from = '+491713920021') => ({
  from,
  to: SALON,
  steps: [{ agent: 'Guten Tag, hier spricht eine KI.' }, { user: 'Danke.' }],
  ended: { disconnection_reason: 'user_hangup' as const },
})
/** Goes on until somebody stops it. */
const endless = () => ({ ...script(), steps: [{ agent: 'Guten Tag.' }, { pause: 60_000 }] })
const status = async (work: Promise<unknown>): Promise<number | undefined> =>
  await work.then(
    () => undefined,
    error => (error instanceof Retell.APIError ? error.status : Promise.reject(error)),
  )

describe('The official SDK', () => {
  test('makes an agent, publishes it and forks the next draft', async () => {
    const agent = await newAgent()
    expect(agent).toMatchObject({ version: 0, is_published: false })
    await sdk.agent.update(agent.agent_id, { agent_name: 'Empfang 2' })
    expect(await sdk.agent.publish(agent.agent_id, { version: 0, version_title: 'eins' })).toBeNull()
    expect(await status(sdk.agent.update(agent.agent_id, { agent_name: 'zu spät' }))).toBe(400)
    const draft = await sdk.agent.createVersion(agent.agent_id, { base_version: 0 })
    expect(draft).toMatchObject({ version: 1, is_published: false, agent_name: 'Empfang 2' })
    await sdk.agent.update(agent.agent_id, { agent_name: 'Empfang 3' })
    expect((await sdk.agent.retrieve(agent.agent_id, { version: 0 })).agent_name).toBe('Empfang 2')
    expect((await sdk.agent.retrieve(agent.agent_id)).agent_name).toBe('Empfang 3')
    const { items } = await sdk.agent.listVersions(agent.agent_id)
    expect(items.map(({ version }) => version)).toEqual([1, 0])
    await sdk.agent.delete(agent.agent_id)
    expect(await status(sdk.agent.retrieve(agent.agent_id))).toBe(422)
  })

  test('makes an LLM that cannot be deleted while an agent speaks with it', async () => {
    const llm = await sdk.llm.create({ start_speaker: 'agent', general_prompt: 'Hallo' })
    const agent = await sdk.agent.create({
      voice_id: 'x',
      response_engine: { type: 'retell-llm', llm_id: llm.llm_id },
    })
    expect(await status(sdk.llm.delete(llm.llm_id))).toBe(400)
    await sdk.agent.delete(agent.agent_id)
    await sdk.llm.delete(llm.llm_id)
    expect(await status(sdk.llm.retrieve(llm.llm_id))).toBe(422)
  })

  test('imports a number, binds an agent to it and never gets its password back', async () => {
    const { agent_id } = await newAgent()
    const imported = await sdk.phoneNumber.import({
      phone_number: '+493023125077',
      termination_uri: 'morgenrot.sip.carrier.example.invalid',
      sip_trunk_auth_username: 'morgenrot',
      sip_trunk_auth_password: 'CHANGE_ME',
    })
    expect(imported.phone_number_type).toBe('custom')
    await sdk.phoneNumber.update('+493023125077', {
      inbound_agents: [{ agent_id, agent_version: 0, weight: 1 }],
    })
    const read = await sdk.phoneNumber.retrieve('+493023125077')
    expect(read.inbound_agents).toEqual([{ agent_id, agent_version: 0, weight: 1 }])
    expect(JSON.stringify(read)).not.toContain('CHANGE_ME')
    const half = [{ agent_id, agent_version: 0, weight: 0.5 }]
    expect(await status(sdk.phoneNumber.update('+493023125077', { inbound_agents: half }))).toBe(400)
    await sdk.phoneNumber.delete('+493023125077')
    expect(await status(sdk.phoneNumber.retrieve('+493023125077'))).toBe(422)
  })

  test('creates a call, finds it by its metadata and deletes it', async () => {
    const created = await sdk.call.createPhoneCall({
      from_number: SALON,
      to_number: '+491713920021',
      metadata: { order: 'o-1' },
    })
    expect(created).toMatchObject({ call_status: 'registered', call_type: 'phone_call' })
    await retell.finished(created.call_id)
    const filter_criteria = { metadata: [{ key: 'order', type: 'string', op: 'eq', value: 'o-1' } as const] }
    const { items, total } = await sdk.call.list({ filter_criteria, include_total: true })
    expect([items.map(({ call_id }) => call_id), total]).toEqual([[created.call_id], 1])
    const call = await sdk.call.retrieve(created.call_id)
    expect(call).toMatchObject({ call_status: 'ended', disconnection_reason: 'user_hangup' })
    expect(call.transcript).toContain('Agent: ')
    await sdk.call.update(created.call_id, { data_storage_setting: 'basic_attributes_only' })
    expect(await status(sdk.call.update(created.call_id, { data_storage_setting: 'everything' }))).toBe(400)
    await sdk.call.delete(created.call_id)
    expect(await status(sdk.call.retrieve(created.call_id))).toBe(422)
  })

  test('lists calls in pages, newest first and without their words', async () => {
    const placed: string[] = []
    for (let call = 0; call < 5; call += 1)
      placed.push((await retell.playCall({ script: script('+491713920055') })).call_id)
    const filter_criteria = { from_number: { type: 'string', op: 'eq', value: '+491713920055' } as const }
    const first = await sdk.call.list({ filter_criteria, limit: 3 })
    const second = await sdk.call.list({
      filter_criteria,
      limit: 3,
      ...(first.pagination_key === undefined ? {} : { pagination_key: first.pagination_key }),
    })
    expect([first.has_more, second.has_more]).toEqual([true, false])
    const listed = [...first.items, ...second.items]
    expect(listed.map(({ call_id }) => call_id).toSorted()).toEqual(placed.toSorted())
    expect(JSON.stringify(listed)).not.toContain('transcript')
  })

  test('finds calls by when they ended', async () => {
    const { call_id } = await retell.playCall({ script: script('+491713920056') })
    const { end_timestamp: ended = 0 } = await sdk.call.retrieve(call_id)
    const between = async (from: number, until: number) =>
      (
        await sdk.call.list({
          filter_criteria: {
            end_timestamp: { type: 'range', op: 'bt', value: [from, until] },
            call_id: { type: 'string', op: 'eq', value: call_id },
          },
        })
      ).items.length
    expect([await between(ended - 1, ended + 1), await between(ended + 1, ended + 2)]).toEqual([1, 0])
  })

  test('stops a call that is running', async () => {
    const callId = retell.placeCall({ script: endless(), pace: 'natural' })
    await expect.poll(async () => await status(sdk.call.retrieve(callId))).toBeUndefined()
    expect(await sdk.call.stop(callId)).toBeNull()
    await retell.finished(callId)
    expect(await sdk.call.retrieve(callId)).toMatchObject({ disconnection_reason: 'manual_stopped' })
  })

  test('is refused the call beyond the twentieth', async () => {
    const calls = Array.from({ length: 20 }, () => retell.placeCall({ script: endless(), pace: 'natural' }))
    await expect.poll(async () => (await sdk.concurrency.retrieve()).current_concurrency).toBe(20)
    const another = sdk.call.createPhoneCall({ from_number: SALON, to_number: '+491713920021' })
    expect(await status(another)).toBe(429)
    await Promise.all(calls.map(call => sdk.call.stop(call)))
    await Promise.all(calls.map(call => retell.finished(call)))
    expect((await sdk.concurrency.retrieve()).current_concurrency).toBe(0)
  })

  test.each([
    ['an unknown call', () => sdk.call.retrieve('call_nobody'), 422],
    ['an unknown agent', () => sdk.agent.retrieve('agent_nobody'), 422],
    ['an unknown version', async () => sdk.agent.retrieve((await newAgent()).agent_id, { version: 9 }), 422],
    ['an unknown number', () => sdk.phoneNumber.retrieve('+493023125099'), 422],
    ['a body that makes no sense', () => sdk.call.createPhoneCall({ from_number: 'x', to_number: 'y' }), 400],
    [
      'a key of somebody else',
      () => new Retell({ apiKey: 'key_else', baseURL: retell.url, maxRetries: 0 }).call.list(),
      401,
    ],
  ])('is answered as documented for %s', async (_, ask, expected) => {
    expect(await status(ask())).toBe(expected)
  })

  test('repeats what failed on the other side, and gives up on what did not', async () => {
    const patient = new Retell({ apiKey: TEST_KEY, baseURL: retell.url, maxRetries: 2 })
    retell.failApi({ status: 500, times: 2 })
    expect((await patient.agent.list()).items.length).toBeGreaterThan(0)
    retell.failApi({ status: 503, times: 1, path: '/v3/' })
    expect(await status(sdk.call.list())).toBe(503)
    expect(await status(sdk.agent.list())).toBeUndefined()
  })
})
