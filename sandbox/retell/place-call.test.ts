import { describe, expect, test } from 'vitest'
import type { CallRequestInput } from './call-script.ts'
import { playTestCall, TEST_SCRIPT } from './play-test-call.ts'
import notConnectedSample from './samples/call-ended-not-connected.json' with { type: 'json' }
import startedSample from './samples/call-started.json' with { type: 'json' }
import inboundSample from './samples/inbound-webhook-request.json' with { type: 'json' }
import type { Answering } from './test-product.ts'

const SIP_HEADERS = { diversion: '<sip:+493023125100@carrier.example.invalid>' }

const withMetadata: Answering = ({ name }) =>
  name === 'call_inbound'
    ? {
        status: 200,
        body: {
          call_inbound: {
            override_agent_id: 'agent_other',
            override_agent_version: 9,
            dynamic_variables: { tenant_name: 'Salon Morgenrot' },
            metadata: { tenant_id: 'tn_1' },
            agent_override: { retell_llm: { begin_message: 'Hier ist {{tenant_name}}, {{caller_name}}.' } },
          },
        },
      }
    : undefined

describe('a call from the first ring to the analysis', () => {
  test('the product hears of it in the order of a phone call', async () => {
    const { record, product } = await playTestCall()
    expect(record).toMatchObject({ state: 'done', problem: null, inbound: 'accepted' })
    expect(product.names()).toEqual([
      'call_inbound',
      'call_started',
      'find_slots',
      'book_appointment',
      'call_ended',
      'call_analyzed',
    ])
  })

  test('each kind of request has its own path below the connection', async () => {
    const { product } = await playTestCall({ connection: 'salon-eigen' })
    expect(product.accepted.map(({ path }) => path)).toEqual([
      '/voice/retell/salon-eigen/inbound',
      '/webhooks/retell/salon-eigen',
      '/voice/retell/salon-eigen/tools',
      '/voice/retell/salon-eigen/tools',
      '/webhooks/retell/salon-eigen',
      '/webhooks/retell/salon-eigen',
    ])
  })

  test('the key given with the request signs instead of the target’s', async () => {
    const { record } = await playTestCall({ key: 'key_of_the_practice' })
    expect(new Set(record.exchanges.map(({ status }) => status))).toEqual(new Set([401]))
  })

  test('every request carries one and the same call id', async () => {
    const { record, product } = await playTestCall()
    const ids = product.accepted.map(({ body }) => (body.call ?? body.call_inbound)?.call_id)
    expect(new Set(ids)).toEqual(new Set([record.call_id]))
    expect(record.call_id).toMatch(/^call_[0-9a-f]{27}$/)
  })

  test('call_inbound has the fields of the documented sample', async () => {
    const { product } = await playTestCall({ sip_headers: SIP_HEADERS })
    const body = product.of('call_inbound')[0]?.body
    expect(Object.keys(body ?? {})).toEqual(Object.keys(inboundSample))
    expect(Object.keys(body?.call_inbound ?? {}).sort()).toEqual(
      Object.keys(inboundSample.call_inbound).sort(),
    )
  })

  test('call_started has the fields of the documented sample', async () => {
    const { product } = await playTestCall({ sip_headers: SIP_HEADERS }, { answering: withMetadata })
    const call = product.of('call_started')[0]?.body.call
    expect(Object.keys(call ?? {}).sort()).toEqual(Object.keys(startedSample.call).sort())
  })

  test('the answer to call_inbound sets agent, variables, metadata and the first sentence', async () => {
    const { record, product } = await playTestCall({}, { answering: withMetadata })
    expect(product.of('call_started')[0]?.body.call).toMatchObject({
      agent_id: 'agent_other',
      agent_version: 9,
      metadata: { tenant_id: 'tn_1' },
      retell_llm_dynamic_variables: { tenant_name: 'Salon Morgenrot' },
    })
    expect(record.transcript[0]).toMatchObject({ content: 'Hier ist Salon Morgenrot, {{caller_name}}.' })
  })
})

describe('tool requests', () => {
  test('arguments are filled from earlier answers', async () => {
    const { product } = await playTestCall()
    expect(product.of('book_appointment')[0]?.body.args).toEqual({
      token: 'st1.first',
      name: 'Thomas Behrend',
    })
  })

  test('the call in them has all that was said so far and ends with the running invocation', async () => {
    const { product } = await playTestCall()
    const call = product.of('book_appointment')[0]?.body.call
    expect(call).toMatchObject({
      call_status: 'ongoing',
      transcript:
        'Agent: Salon Morgenrot, hier spricht eine KI.\nUser: Einen Herrenschnitt am Dienstag, bitte.\n' +
        'Agent: Antwort von find_slots.\nUser: Den ersten.\n',
    })
    const woven = call?.transcript_with_tool_calls as { role: string; tool_call_id?: string; name?: string }[]
    expect(woven.map(({ role }) => role)).toEqual([
      'agent',
      'user',
      'tool_call_invocation',
      'tool_call_result',
      'agent',
      'user',
      'tool_call_invocation',
    ])
    expect(woven.at(-1)).toMatchObject({ name: 'book_appointment' })
    expect(woven.at(-1)?.tool_call_id).not.toBe(woven[2]?.tool_call_id)
  })

  test('a result longer than 15,000 characters is cut in the transcript', async () => {
    const { record } = await playTestCall({}, { answering: ({ name }) => longAnswer(name) })
    const result = record.transcript.find(({ role }) => role === 'tool_call_result')
    expect(result).toMatchObject({ content: expect.stringMatching(/^.{15000}$/) })
  })

  test('a tool that answers 500 is noted, and the call goes on to its end', async () => {
    const { record, product } = await playTestCall(
      {},
      { answering: ({ name }) => (name === 'book_appointment' ? { status: 500 } : undefined) },
    )
    expect(record.state).toBe('failed')
    expect(record.problems[0]).toBe('the tool book_appointment did not answer: status 500')
    expect(product.names().slice(-2)).toEqual(['call_ended', 'call_analyzed'])
  })

  test('a tool is asked again as often as the agent is set to', async () => {
    let asked = 0
    const { record } = await playTestCall(
      { agent: { tool_max_retry: 1 } },
      { answering: ({ name }) => (name === 'find_slots' && ++asked === 1 ? { status: 503 } : undefined) },
    )
    expect(asked).toBe(2)
    expect(record.state).toBe('done')
  })
})

describe('the end of a call', () => {
  test('call_ended has costs, duration and latencies but no analysis; call_analyzed adds it', async () => {
    let clock = Date.UTC(2026, 10, 24, 9)
    const { product } = await playTestCall({}, { now: () => (clock += 1_000), signingNow: Date.now })
    const ended = product.of('call_ended')[0]?.body.call
    const { start_timestamp: start, end_timestamp: end } = ended as Record<string, number>
    expect(ended).toMatchObject({
      call_status: 'ended',
      disconnection_reason: 'agent_hangup',
      duration_ms: Number(end) - Number(start),
      latency: { e2e: { num: 2 } },
    })
    const seconds = (Number(end) - Number(start)) / 1_000
    expect(ended?.call_cost).toMatchObject({ total_duration_seconds: seconds })
    const { call_analysis: analysis, ...rest } = product.of('call_analyzed')[0]?.body.call ?? {}
    expect(rest).toEqual(ended)
    expect(analysis).toMatchObject({ call_successful: true, in_voicemail: false })
  })

  test('a caller who hangs up leaves that reason', async () => {
    const script = { ...TEST_SCRIPT, ended: { disconnection_reason: 'user_hangup' as const } }
    const { product } = await playTestCall({ script })
    expect(product.of('call_ended')[0]?.body.call?.disconnection_reason).toBe('user_hangup')
  })

  test('a path that no tool answered ends the call and says which', async () => {
    const { record, product } = await playTestCall(
      {},
      {
        answering: ({ name }) =>
          name === 'find_slots'
            ? { status: 200, body: { status: 'none_then', say: 'Leider voll.' } }
            : undefined,
      },
    )
    expect(record).toMatchObject({
      state: 'failed',
      problem:
        'the script needs {{free.slots.0.token}}, but free is {"status":"none_then","say":"Leider voll."}',
    })
    expect(product.of('book_appointment')).toHaveLength(0)
    expect(product.of('call_ended')[0]?.body.call).toMatchObject({
      call_status: 'error',
      disconnection_reason: 'error_unknown',
    })
  })

  test('a call that never connected has no call_started, no transcript and no start', async () => {
    const { record, product } = await playTestCall({
      script: { ...TEST_SCRIPT, direction: 'outbound' },
      faults: { not_connected: 'dial_no_answer' },
    })
    expect(record).toMatchObject({ state: 'done', inbound: 'skipped' })
    expect(product.names()).toEqual(['call_ended', 'call_analyzed'])
    const call = product.of('call_ended')[0]?.body.call ?? {}
    expect(call).toMatchObject({ call_status: 'not_connected', duration_ms: 0, direction: 'outbound' })
    const sampleOnly = ['metadata', 'retell_llm_dynamic_variables']
    expect(Object.keys(call).sort()).toEqual(
      Object.keys(notConnectedSample.call)
        .filter(key => !sampleOnly.includes(key))
        .sort(),
    )
  })
})

describe('the pace', () => {
  const spokenFor = async (
    pace: 'instant' | 'natural',
    steps: NonNullable<CallRequestInput['script']>['steps'],
  ) => {
    const { record } = await playTestCall({ pace, script: { ...TEST_SCRIPT, steps } })
    const sentAt = (event: string) => record.exchanges.find(({ name }) => name === event)?.sent_at ?? 0
    return sentAt('call_ended') - sentAt('call_started')
  }

  test('natural leaves time to read each sentence', async () => {
    expect(await spokenFor('natural', [{ user: 'Guten Tag.' }])).toBeGreaterThanOrEqual(600)
  })

  test('instant waits for nothing, not even for a pause', async () => {
    expect(await spokenFor('instant', [{ user: 'Guten Tag.' }, { pause: 60_000 }])).toBeLessThan(500)
  })
})

test('a withheld number arrives as "anonymous"', async () => {
  const { product } = await playTestCall({ faults: { withheld: true } })
  expect(product.of('call_inbound')[0]?.body.call_inbound?.from_number).toBe('anonymous')
  expect(product.of('call_ended')[0]?.body.call?.from_number).toBe('anonymous')
})

test('a number given with the request replaces that of the script', async () => {
  const { product } = await playTestCall({ from: '+491713920099', to: '+493023125002' })
  expect(product.of('call_started')[0]?.body.call).toMatchObject({
    from_number: '+491713920099',
    to_number: '+493023125002',
  })
})

describe('transcript_updated', () => {
  test('it is not sent unless the agent is subscribed to it', async () => {
    const { product } = await playTestCall()
    expect(product.of('transcript_updated')).toHaveLength(0)
  })

  test('it comes after every turn and once more at the end, with what was said until then', async () => {
    const { product } = await playTestCall({ agent: { webhook_events: ['transcript_updated'] } })
    const updates = product.of('transcript_updated')
    expect(updates.map(({ body }) => body.transcript_with_tool_calls?.length)).toEqual([1, 2, 5, 6, 9, 9])
    expect(product.of('call_started')).toHaveLength(0)
  })
})

function longAnswer(name: string) {
  if (name !== 'find_slots') return undefined
  return { status: 200, body: { say: 'x', slots: [{ token: 't' }], filler: 'y'.repeat(20_000) } }
}
