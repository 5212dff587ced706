import Retell from 'retell-sdk'
import { afterAll, describe, expect, test } from 'vitest'
import { startLine } from '../line/start-line.ts'
import { startRetell } from '../start-retell.ts'
import { openTestAccount } from '../test-account.ts'
import { TEST_KEY } from '../test-product.ts'

const details: unknown[] = []
const line = await startLine(frame => {
  if (frame?.interaction_type === 'call_details') details.push(frame.call)
})
const account = await openTestAccount()
const { product, retell, sdk } = account
afterAll(async () => {
  await account[Symbol.asyncDispose]()
  await line[Symbol.asyncDispose]()
})

async function webCall(more: object = {}) {
  const agent = await sdk.agent.create({
    ...{ agent_name: 'Empfang', voice_id: 'voice' },
    response_engine: { type: 'custom-llm', llm_websocket_url: `${line.url}/llm` },
  })
  return await sdk.call.createWebCall({ agent_id: agent.agent_id, ...more })
}
async function ask(call: { call_id: string; access_token: string }, path: string, body?: object) {
  const response = await fetch(`${retell.url}/web-calls/${call.call_id}${path}`, {
    method: path === '' ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${call.access_token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('A web call as text', () => {
  test('is created by the SDK, joined with its token, spoken in, and ended by the agent', async () => {
    const made = await webCall({ metadata: { order: 'w-1' }, retell_llm_dynamic_variables: { name: 'Ada' } })
    expect(made).toMatchObject({ transport: 'gateway', ice_servers: [] })
    expect((await ask(made, '')).body).toMatchObject({ status: 'registered', transcript: [] })
    expect((await ask(made, '/join')).body).toMatchObject({ status: 'ongoing' })
    await ask(made, '/turns', { text: 'Haben Sie morgen Zeit?' })
    const { body } = await ask(made, '/turns', { text: 'Tschüss' })
    expect(body).toEqual({
      ...{ call_id: made.call_id, status: 'ended', reason: 'agent_hangup' },
      transcript: [
        { role: 'agent', content: 'Guten Tag.' },
        { role: 'user', content: 'Haben Sie morgen Zeit?' },
        { role: 'agent', content: 'Sie sagten: Haben Sie morgen Zeit?' },
        { role: 'user', content: 'Tschüss' },
        { role: 'agent', content: 'Sie sagten: Tschüss' },
      ],
    })
    expect(await sdk.call.retrieve(made.call_id)).toMatchObject({
      ...{ call_type: 'web_call', call_status: 'ended', metadata: { order: 'w-1' } },
      retell_llm_dynamic_variables: { name: 'Ada' },
    })
    const events = product.accepted.filter(({ raw }) => raw.includes(made.call_id))
    expect(events.map(({ name }) => name)).toEqual(['call_started', 'call_ended', 'call_analyzed'])
    expect(details.at(-1)).toMatchObject({ call_id: made.call_id, call_type: 'web_call' })
    expect(details.at(-1)).not.toHaveProperty('to_number')
  })

  test('opens to nobody without its token', async () => {
    const made = await webCall()
    expect((await ask({ ...made, access_token: 'web_of_somebody' }, '/join')).status).toBe(401)
    await ask(made, '/end')
  })

  test('is over when the caller hangs up', async () => {
    const made = await webCall()
    await ask(made, '/join')
    expect((await ask(made, '/end')).body).toMatchObject({ status: 'ended', reason: 'user_hangup' })
  })

  test('that nobody joins ends so', async () => {
    const target = { productUrl: product.url, apiKey: TEST_KEY }
    await using impatient = await startRetell({ target, retryDelaysMs: [1], joinWithinMs: 30 })
    const other = new Retell({ apiKey: TEST_KEY, baseURL: impatient.url, maxRetries: 0 })
    const { agent_id } = await other.agent.create({
      ...{ voice_id: 'voice', response_engine: { type: 'custom-llm', llm_websocket_url: `${line.url}/llm` } },
    })
    const { call_id } = await other.call.createWebCall({ agent_id })
    await expect
      .poll(async () => (await other.call.retrieve(call_id)).disconnection_reason)
      .toBe('error_user_not_joined')
    expect((await other.call.retrieve(call_id)).call_status).toBe('error')
  })

  test('of an agent that nobody knows is refused as unknown', async () => {
    await expect(sdk.call.createWebCall({ agent_id: 'agent_nobody' })).rejects.toMatchObject({ status: 422 })
  })

  test('of a hosted agent greets with its variables; nobody speaks after that', async () => {
    const { llm_id } = await sdk.llm.create({
      begin_message: 'Hier ist {{house}}.',
      default_dynamic_variables: { house: 'der Salon' },
    })
    const made = await webCall()
    const { agent_id } = await sdk.agent.create({
      voice_id: 'voice',
      response_engine: { type: 'retell-llm', llm_id },
    })
    const hosted = await sdk.call.createWebCall({ agent_id })
    const { body } = await ask(hosted, '/join')
    expect((body.transcript as { content: string }[])[0]?.content).toBe('Hier ist der Salon.')
    await Promise.all([ask(made, '/end'), ask(hosted, '/end')])
  })
})
