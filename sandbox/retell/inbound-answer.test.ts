import { describe, expect, test } from 'vitest'
import { playTestCall } from './play-test-call.ts'
import type { Answering } from './test-product.ts'

const inbound =
  (body: unknown, status = 200): Answering =>
  ({ name }) =>
    name === 'call_inbound' ? { status, body } : undefined

test('a rejected call ends there, without any event', async () => {
  const answering = inbound({ call_inbound: { reject: true } })
  const { record, product } = await playTestCall({}, { answering })
  expect(record).toMatchObject({ state: 'done', inbound: 'rejected', problem: null })
  expect(product.names()).toEqual(['call_inbound'])
})

describe('an answer that is not valid is asked for four times, then the number’s own agent answers', () => {
  test.each([
    [
      'a number among the variables',
      { call_inbound: { dynamic_variables: { age: 5 } } },
      'dynamic_variables.age',
    ],
    [
      'null among the variables',
      { call_inbound: { dynamic_variables: { name: null } } },
      'dynamic_variables.name',
    ],
    [
      'a boolean among the variables',
      { call_inbound: { dynamic_variables: { vip: true } } },
      'dynamic_variables.vip',
    ],
    ['reject as a word', { call_inbound: { reject: 'true' } }, 'reject'],
    [
      'reject beside a wrong variable',
      { call_inbound: { reject: true, dynamic_variables: { a: 1 } } },
      'variables.a',
    ],
    ['no call_inbound', { dynamic_variables: {} }, 'no object "call_inbound"'],
  ])('%s', async (_what, body, why) => {
    const { record, product } = await playTestCall({}, { answering: inbound(body) })
    expect(product.of('call_inbound')).toHaveLength(4)
    expect(record).toMatchObject({
      state: 'failed',
      inbound: 'failed',
      problem: expect.stringContaining(why),
    })
    expect(product.of('call_started')[0]?.body.call).not.toHaveProperty('retell_llm_dynamic_variables')
    expect(product.names().at(-1)).toBe('call_analyzed')
  })

  test('a status of 500', async () => {
    const { record, product } = await playTestCall({}, { answering: inbound({}, 500) })
    expect(product.of('call_inbound')).toHaveLength(4)
    expect(record.problem).toBe('call_inbound got no valid answer: status 500')
  })
})

test('a second answer that is valid is as good as a first', async () => {
  let asked = 0
  const answering: Answering = ({ name }) =>
    name === 'call_inbound' && ++asked === 1 ? { status: 503 } : undefined
  const { record } = await playTestCall({}, { answering })
  expect(record).toMatchObject({ state: 'done', inbound: 'accepted' })
  expect(asked).toBe(2)
})
