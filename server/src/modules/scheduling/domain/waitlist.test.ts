import { expect, test } from 'vitest'
import { inOrder, offerDeadline, suits, type Waiting } from './waitlist.ts'

const zone = 'Europe/Berlin'
const at = (wall: string): number => Temporal.ZonedDateTime.from(`${wall}[${zone}]`).epochMilliseconds
const waiting = (entryId: string, more: Partial<Waiting> = {}): Waiting => ({
  entryId,
  priority: 0,
  unanswered: 0,
  createdAt: at('2026-11-20T10:00'),
  windows: [{ start: at('2026-11-24T09:00'), end: at('2026-11-24T12:00') }],
  staffIds: [],
  offered: [],
  ...more,
})
const deadline = (now: string, start: string): string | null => {
  const found = offerDeadline({ now: at(now), start: at(start), zone })
  if (found === null) return null
  return Temporal.Instant.fromEpochMilliseconds(found)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

test('a higher tier is asked first, then who answers, then who came first', () => {
  const early = waiting('early')
  const silent = waiting('silent', { createdAt: early.createdAt - 1, unanswered: 1 })
  const gold = waiting('gold', { createdAt: early.createdAt + 5, priority: 10 })
  const late = waiting('late', { createdAt: early.createdAt + 9 })
  expect(inOrder([late, silent, early, gold]).map(one => one.entryId)).toEqual([
    'gold',
    'early',
    'late',
    'silent',
  ])
})

test('a start at the end of a window is outside of it', () => {
  const slot = (wall: string) => ({ start: at(wall), staffIds: ['mara'] })
  expect(suits(waiting('a'), slot('2026-11-24T11:45'))).toBe(true)
  expect(suits(waiting('a'), slot('2026-11-24T12:00'))).toBe(false)
})

test('who wants Mara is not offered Jonas', () => {
  const slot = { start: at('2026-11-24T10:00'), staffIds: ['jonas'] }
  expect(suits(waiting('a', { staffIds: ['mara'] }), slot)).toBe(false)
  expect(suits(waiting('a', { staffIds: ['mara', 'jonas'] }), slot)).toBe(true)
})

test('a start that was offered once is not offered again', () => {
  const start = at('2026-11-24T10:00')
  expect(suits(waiting('a', { offered: [start] }), { start, staffIds: [] })).toBe(false)
})

test('by day there are two hours to answer', () => {
  expect(deadline('2026-11-20T10:00', '2026-11-24T10:00')).toBe('2026-11-20T12:00')
})

test('at night they are counted from eight in the morning', () => {
  expect(deadline('2026-11-20T22:30', '2026-11-24T10:00')).toBe('2026-11-21T10:00')
  expect(deadline('2026-11-20T05:00', '2026-11-24T10:00')).toBe('2026-11-20T10:00')
})

test('the answer is due half an hour before the start, and nobody is asked when that is too soon', () => {
  expect(deadline('2026-11-20T10:00', '2026-11-20T11:00')).toBe('2026-11-20T10:30')
  expect(deadline('2026-11-20T10:00', '2026-11-20T10:40')).toBeNull()
})
