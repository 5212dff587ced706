import { describe, expect, test } from 'vitest'
import { playTestCall } from './play-test-call.ts'
import type { Answering } from './test-product.ts'

const failing =
  (event: string, times: number): Answering =>
  ({ name }) =>
    name === event && times-- > 0 ? { status: 503 } : undefined

describe('deliveries that fail', () => {
  test('an event is sent again until it is accepted', async () => {
    const { record, product } = await playTestCall({}, { answering: failing('call_ended', 2) })
    expect(product.of('call_ended')).toHaveLength(3)
    expect(record.state).toBe('done')
    expect(
      record.exchanges
        .filter(({ name }) => name === 'call_ended')
        .map(({ attempt, status }) => [attempt, status]),
    ).toEqual([
      [1, 503],
      [2, 503],
      [3, 204],
    ])
  })

  test('after four attempts the event is lost, and the record says so', async () => {
    const { record, product } = await playTestCall({}, { answering: failing('call_ended', 9) })
    expect(product.of('call_ended')).toHaveLength(4)
    expect(record.problem).toBe('call_ended was not accepted in 4 attempts: status 503')
  })

  test('a failing call_started does not hold back what follows', async () => {
    const { product } = await playTestCall(
      {},
      { answering: failing('call_started', 1), retryDelaysMs: [300, 1, 1] },
    )
    expect(product.names()).toEqual([
      'call_inbound',
      'call_started',
      'find_slots',
      'book_appointment',
      'call_ended',
      'call_analyzed',
      'call_started',
    ])
  })

  test('a product that takes longer than the agent waits gets the event again', async () => {
    const { promise: tooLate, resolve } = Promise.withResolvers<undefined>()
    let asked = 0
    const answering: Answering = ({ name }) => {
      if (name !== 'call_ended') return undefined
      if (++asked > 1) resolve(undefined)
      return asked === 1 ? tooLate : undefined
    }
    const { record } = await playTestCall({ agent: { webhook_timeout_ms: 500 } }, { answering })
    const ended = record.exchanges.filter(({ name }) => name === 'call_ended')
    expect(ended[0]).toMatchObject({ status: null, error: 'no answer within 500 ms' })
    expect(ended[1]).toMatchObject({ attempt: 2, status: 204 })
  })

  test('an answer that gets lost brings an accepted event a second time', async () => {
    const { record, product } = await playTestCall({ faults: { lost_answers: 1 } })
    expect(product.of('call_ended')).toHaveLength(2)
    expect(record.state).toBe('done')
  })

  test('a product that is not there fails the call with the reason', async () => {
    const { record } = await playTestCall({}, { target: { productUrl: 'http://127.0.0.1:9', apiKey: 'k' } })
    expect(record.state).toBe('failed')
    expect(record.problem).toMatch(/^call_inbound got no valid answer: .*(bad port|ECONNREFUSED)/)
  })
})

describe('faults on purpose', () => {
  test('duplicate: each event arrives twice, with the same bytes', async () => {
    const { record, product } = await playTestCall({ faults: { duplicate: true } })
    for (const event of ['call_started', 'call_ended', 'call_analyzed']) {
      const [first, second, third] = product.of(event)
      expect(first?.raw).toBe(second?.raw)
      expect(third).toBeUndefined()
    }
    expect(record.state).toBe('done')
  })

  test('reorder: the events come after the call, the last one first', async () => {
    const { product } = await playTestCall({ faults: { reorder: true } })
    expect(product.names()).toEqual([
      'call_inbound',
      'find_slots',
      'book_appointment',
      'call_analyzed',
      'call_ended',
      'call_started',
    ])
  })

  test('reorder: what an event says is from when it should have been sent', async () => {
    const { product } = await playTestCall({ faults: { reorder: true } })
    expect(product.of('call_started')[0]?.body.call).toMatchObject({ call_status: 'ongoing' })
    expect(product.of('call_started')[0]?.body.call).not.toHaveProperty('transcript')
  })

  test('drop: these events are never sent', async () => {
    const { record, product } = await playTestCall({ faults: { drop: ['call_started', 'call_analyzed'] } })
    expect(product.names()).toEqual(['call_inbound', 'find_slots', 'book_appointment', 'call_ended'])
    expect(record).toMatchObject({ state: 'done', dropped: ['call_started', 'call_analyzed'] })
  })

  test('double_tools: each tool is asked twice at once, under the same invocation', async () => {
    const { product } = await playTestCall({ faults: { double_tools: true } })
    const [first, second, third] = product.of('book_appointment')
    expect(first?.raw).toBe(second?.raw)
    expect(third).toBeUndefined()
  })

  test('a wrong signature is on every request of the call', async () => {
    const { record, product } = await playTestCall({ faults: { sign: 'wrong_key' } })
    expect(product.accepted).toHaveLength(0)
    expect(new Set(record.exchanges.map(({ status }) => status))).toEqual(new Set([401]))
  })
})
