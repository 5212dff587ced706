import { describe, expect, it } from 'vitest'
import type { Clock } from '../item.ts'
import { clockChoices, eveningOf } from './clock.ts'

const oclock = (hour: number): Clock => ({
  minutes: (hour % 12) * 60,
  halves: true,
  formal: false,
  grain: 'hour',
})
const hours = (choices: readonly number[]): readonly number[] => choices.map(minutes => minutes / 60)
const NINE_TO_SIX = { from: 540, until: 1080 }
const SEVEN_TO_NINE = { from: 420, until: 1260 }

describe('clockChoices', () => {
  it('takes the usual half of the day without opening hours', () => {
    expect(
      [2, 6, 7, 8, 12].map(hour => hours(clockChoices(oclock(hour), 'start', { part: null, open: null }))),
    ).toEqual([[14], [18], [7], [8], [12]])
  })

  it('takes the half that is open', () => {
    expect(hours(clockChoices(oclock(5), 'start', { part: null, open: NINE_TO_SIX }))).toEqual([17])
  })

  it('gives both when both are open, the usual one first', () => {
    expect(hours(clockChoices(oclock(8), 'start', { part: null, open: SEVEN_TO_NINE }))).toEqual([8, 20])
  })

  it('takes the evening of a night', () => {
    const night = { from: 18 * 60, until: 26 * 60 }
    expect(hours(clockChoices(oclock(8), 'start', { part: null, open: night }))).toEqual([20])
  })

  it('lets a window end when the shop closes', () => {
    expect(hours(clockChoices(oclock(6), 'end', { part: null, open: NINE_TO_SIX }))).toEqual([18])
  })

  it('follows the part of the day', () => {
    expect(hours(clockChoices(oclock(8), 'start', { part: 'evening', open: NINE_TO_SIX }))).toEqual([20])
  })

  it('keeps three at night after midnight', () => {
    expect(hours(clockChoices(oclock(3), 'start', { part: 'night', open: null }))).toEqual([3])
  })
})

describe('eveningOf', () => {
  it('allows the evening for a time said casually', () => {
    expect(eveningOf(oclock(8), null)).toBe(20 * 60)
  })

  it('does not move a time said with "Uhr" to the evening', () => {
    expect(eveningOf({ ...oclock(8), formal: true }, null)).toBeNull()
  })

  it('does not go where it is closed', () => {
    expect(eveningOf(oclock(8), NINE_TO_SIX)).toBeNull()
  })
})
