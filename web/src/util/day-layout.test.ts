import { expect, test } from 'vitest'
import { clockOf, hoursShown, outsideOf, sideBySide, snapped, stretchOn } from './day-layout.ts'

const span = (starts_at: string, ends_at: string) => ({ starts_at, ends_at })

test('a span covers the minutes that the clocks of the place show', () => {
  const morning = span('2026-11-25T09:00:00+01:00', '2026-11-25T09:45:00+01:00')
  expect(stretchOn('2026-11-25', morning)).toEqual({ from: 540, to: 585 })
  expect(stretchOn('2026-11-26', morning)).toBeNull()
})

test('what lasts several days fills those in between and ends with its last minute', () => {
  const trip = span('2026-11-25T12:00:00+01:00', '2026-11-27T10:00:00+01:00')
  expect(stretchOn('2026-11-25', trip)).toEqual({ from: 720, to: 1440 })
  expect(stretchOn('2026-11-26', trip)).toEqual({ from: 0, to: 1440 })
  expect(stretchOn('2026-11-27', trip)).toEqual({ from: 0, to: 600 })
})

test('what ends at midnight does not reach into the next day', () => {
  expect(stretchOn('2026-11-26', span('2026-11-25T09:00:00+01:00', '2026-11-26T00:00:00+01:00'))).toBeNull()
})

const at = (from: number, to: number) => [{ from, to }]

test('appointments at the same time stand side by side, others have the whole width', () => {
  const placed = sideBySide([at(0, 60), at(30, 90), at(120, 150)], item => item)
  expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [0, 1],
  ])
})

test('an appointment in the gap of another one keeps the whole width', () => {
  const colour = [
    { from: 0, to: 45 },
    { from: 75, to: 120 },
  ]
  const placed = sideBySide([colour, at(45, 75)], item => item)
  expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 1],
    [0, 1],
  ])
})

test('three in a chain are as wide as the place where most of them meet', () => {
  const placed = sideBySide([at(0, 60), at(30, 90), at(60, 120)], item => item)
  expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
  ])
})

test('the hours shown are whole ones, and all that happens is in them', () => {
  expect(hoursShown([{ from: 450, to: 1020 }])).toEqual({ from: 420, to: 1080 })
  expect(hoursShown([])).toEqual({ from: 480, to: 1080 })
})

test('what is outside of working time is what is left of the hours shown', () => {
  const shown = { from: 480, to: 1080 }
  expect(
    outsideOf(
      [
        { from: 810, to: 1080 },
        { from: 540, to: 780 },
      ],
      shown,
    ),
  ).toEqual([
    { from: 480, to: 540 },
    { from: 780, to: 810 },
  ])
  expect(outsideOf([], shown)).toEqual([shown])
})

test('a click is taken for the step it lies in', () => {
  expect([snapped(614, 15), snapped(-5, 15), snapped(1439, 15)]).toEqual([600, 0, 1425])
  expect([clockOf(545), clockOf(1440)]).toEqual(['09:05', '24:00'])
})
