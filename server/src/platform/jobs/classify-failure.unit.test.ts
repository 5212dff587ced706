import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ProviderError } from '../errors/provider-error.ts'
import { classifyFailure, describeFailure, queueBackoffMs } from './classify-failure.ts'
import { RetryableError, TerminalError } from './retry-classes.ts'

const first = { number: 1, last: false }
const provider = (retryable: boolean, retryAfterMs: number | null = null) =>
  new ProviderError({ provider: 'smtp', operation: 'send', retryable, retryAfterMs, message: 'no' })
const unreadable = z.object({ id: z.uuid() }).safeParse({ id: 'petra@example.org' }).error

describe('A failure is final', () => {
  test.each([
    ['when the job says so', new TerminalError('gone'), 'terminal'],
    ['when the provider will never do it', provider(false), 'provider_refused'],
    ['when the payload cannot be read', unreadable, 'payload_invalid'],
  ])('%s', (_name, error, reason) => {
    expect(classifyFailure(error, first, 0)).toMatchObject({ reason, extraDelayMs: 0 })
  })

  test('after the last attempt, whatever it was', () => {
    const last = { number: 5, last: true }
    expect(classifyFailure(new RetryableError('busy'), last, 0).reason).toBe('attempts_used_up')
    expect(classifyFailure(new TerminalError('gone'), last, 0).reason).toBe('terminal')
  })
})

describe('A failure that may pass', () => {
  test('is tried again', () => {
    for (const error of [new Error('x'), new RetryableError('x'), provider(true), 'text'])
      expect(classifyFailure(error, first, 0)).toMatchObject({ reason: null, extraDelayMs: 0 })
  })

  test('waits up to half as long again as the queue does, by chance', () => {
    const wait = (random: number): number =>
      classifyFailure(new Error('x'), { number: 4, last: false }, random).extraDelayMs
    expect(wait(0)).toBe(0)
    expect(wait(0.5)).toBeCloseTo(queueBackoffMs(4) * 0.25)
    expect(wait(1)).toBeCloseTo(queueBackoffMs(4) * 0.5)
  })

  test('waits at least as long as the provider asks', () => {
    for (const error of [provider(true, 60_000), new RetryableError('busy', { retryAfterMs: 60_000 })]) {
      const { extraDelayMs } = classifyFailure(error, first, 0)
      expect(extraDelayMs + queueBackoffMs(1)).toBeCloseTo(60_000)
    }
  })

  test('does not wait for days because a provider says so', () => {
    const { extraDelayMs } = classifyFailure(provider(true, 40 * 86_400_000), first, 0)
    expect(extraDelayMs).toBeLessThanOrEqual(6 * 3_600_000)
  })
})

describe('What is kept of an error', () => {
  test.each([
    ['no address', 'petra@example.org is unknown', '[personal] is unknown'],
    ['no telephone number', 'cannot reach +49 30 23125 001', 'cannot reach [personal]'],
    ['no password of an address', 'smtp://me:secret@mail.example failed', '[secret]@mail.example failed'],
    ['no key', 'key_4f1c2b7a9d3e is not accepted', '[secret] is not accepted'],
    ['one line', 'broken\n    at file.ts:3', 'broken'],
    ['ids, which lead to the thing', 'call_0123456789 is over', 'call_0123456789 is over'],
  ])('has %s', (_name, message, kept) => {
    expect(describeFailure(new Error(message))).toBe(kept)
  })

  test('names the places of an unreadable payload, never what stood there', () => {
    expect(describeFailure(unreadable)).toBe('Not as expected: id')
  })

  test('is short, and never empty', () => {
    expect(describeFailure(new Error('x '.repeat(5000))).length).toBeLessThanOrEqual(300)
    expect(describeFailure(undefined)).toBe('It failed without a message.')
  })
})
