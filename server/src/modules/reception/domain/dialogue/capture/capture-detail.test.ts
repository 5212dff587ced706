import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CaptureEvent,
  capture,
  type Detail,
  givenValue,
  isToBeReadBack,
  MOST_REPAIRS,
  repairsOf,
} from './capture-detail.ts'

const open: Detail = { kind: 'open' }
const said = (value: string, source: 'spoken' | 'keypad' | 'spelled' = 'spoken'): CaptureEvent => ({
  ...{ kind: 'said', value, source },
  confidence: source === 'keypad' ? 'certain' : 'likely',
})
const anyEvent: fc.Arbitrary<CaptureEvent> = fc.oneof(
  fc
    .constantFrom('agreed' as const, 'denied' as const, 'not_understood' as const, 'declined' as const)
    .map(kind => ({ kind })),
  fc.record({
    kind: fc.constant('said' as const),
    value: fc.string(),
    source: fc.constantFrom('spoken' as const, 'spelled' as const, 'keypad' as const),
    confidence: fc.constantFrom('certain' as const, 'likely' as const),
  }),
)
const after = (events: readonly CaptureEvent[]): Detail => events.reduce(capture, open)

describe('a spoken number', () => {
  test('is read back until it is agreed to', () => {
    const heard = after([said('01713920011')])
    expect(isToBeReadBack('phone', heard)).toBe(true)
    const agreed = capture(heard, { kind: 'agreed' })
    expect(agreed).toMatchObject({ value: '01713920011', source: 'confirmed', confidence: 'certain' })
    expect(isToBeReadBack('phone', agreed)).toBe(false)
  })

  test('that was said twice alike is not read back again', () => {
    expect(isToBeReadBack('phone', after([said('01713920011'), said('01713920011')]))).toBe(false)
    expect(isToBeReadBack('phone', after([said('01713920011'), said('01713920012')]))).toBe(true)
  })

  test('that was typed is not read back', () => {
    expect(isToBeReadBack('phone', after([said('01713920011', 'keypad')]))).toBe(false)
  })

  test('is lost after two repairs', () => {
    const denied: CaptureEvent = { kind: 'denied' }
    expect(after([said('1'), denied, said('2'), denied])).toEqual({ kind: 'open', repairs: 2 })
    expect(after([said('1'), denied, said('2'), denied, said('3'), denied])).toEqual({ kind: 'lost' })
  })
})

test('whatever is said, at most two repairs are asked for', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), events => {
      const detail = after(events)
      if (detail.kind === 'open') expect(repairsOf(detail)).toBeLessThanOrEqual(MOST_REPAIRS)
    }),
  )
})

test('what was said last counts, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.string(), (events, value) => {
      expect(givenValue(capture(after(events), said(value)))).toBe(value)
    }),
  )
})

test('a value is agreed to only as it was heard', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), events => {
      const before = after(events)
      expect(givenValue(capture(before, { kind: 'agreed' }))).toBe(givenValue(before))
    }),
  )
})
