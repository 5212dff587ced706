import { expect, test } from 'vitest'
import { subtract, unite } from '../../../platform/time/intervals.ts'
import { findFreeStarts, type Need, type Part, type Unit } from './free-starts.ts'

const MINUTE = 60_000
const at = (text: string) => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return (hour * 60 + minute) * MINUTE
}
const span = (from: string, to: string) => [at(from), at(to)]
const shown = (ms: number) => `${Math.floor(ms / 3_600_000)}:${String((ms / MINUTE) % 60).padStart(2, '0')}`
const work = (minutes: number, offset = 0): Part => ({
  position: 0,
  offsetMs: offset * MINUTE,
  durationMs: minutes * MINUTE,
})
function unit(resourceId: string, work: number[][], busy: number[][] = []): Unit {
  const stretches = unite(work.flat())
  return { resourceId, lane: 1, stretches, free: subtract(stretches, unite(busy.flat())) }
}
function starts(
  needs: Need[],
  options: { grid?: number; fixed?: string[]; earliest?: string; latest?: string } = {},
) {
  return findFreeStarts({
    needs,
    grid: options.fixed
      ? { kind: 'fixed', starts: options.fixed.map(at) }
      : { kind: 'window', stepMs: (options.grid ?? 30) * MINUTE, offsetMs: 0 },
    earliest: at(options.earliest ?? '0:00'),
    latest: at(options.latest ?? '24:00'),
    limit: 1000,
  })
}
const times = (...parameters: Parameters<typeof starts>) =>
  starts(...parameters).map(free => shown(free.start))

test('starts lie on the grid and end before closing', () => {
  expect(times([{ units: [unit('mara', [span('9:00', '11:00')])], parts: [work(45)] }])).toEqual([
    '9:00',
    '9:30',
    '10:00',
  ])
})

test('an appointment may end exactly when work ends', () => {
  expect(times([{ units: [unit('mara', [span('9:00', '10:00')])], parts: [work(60)] }])).toEqual(['9:00'])
})

test('back-to-back appointments do not exclude each other (failure 37)', () => {
  const mara = unit('mara', [span('9:00', '11:00')], [span('9:30', '10:00')])
  expect(times([{ units: [mara], parts: [work(30)] }])).toEqual(['9:00', '10:00', '10:30'])
})

test('busy time does not shift the grid', () => {
  const mara = unit('mara', [span('9:00', '11:00')], [span('9:10', '9:20')])
  expect(times([{ units: [mara], parts: [work(30)] }])).toEqual(['9:30', '10:00', '10:30'])
})

test('the grid begins anew after a break', () => {
  const mara = unit('mara', [span('9:00', '10:00'), span('10:15', '11:15')])
  expect(times([{ units: [mara], parts: [work(30)] }])).toEqual(['9:00', '9:30', '10:15', '10:45'])
})

test('a gap may lie over a break, work may not', () => {
  const mara = unit('mara', [span('9:00', '10:00'), span('10:30', '12:00')])
  const colouring = [work(30), work(30, 60)]
  expect(times([{ units: [mara], parts: colouring }])).toEqual(['9:30', '10:30'])
})

test('another appointment fits into a processing gap (failure 39)', () => {
  const mara = unit('mara', [span('9:00', '12:00')], [span('9:00', '9:30'), span('10:00', '10:30')])
  expect(times([{ units: [mara], parts: [work(30)] }])).toContain('9:30')
})

test('any of several people makes a start free, and all who could are named', () => {
  const mara = unit('mara', [span('9:00', '10:00')])
  const jonas = unit('jonas', [span('9:30', '10:30')])
  const free = starts([{ units: [mara, jonas], parts: [work(30)] }])
  expect(free.map(item => [shown(item.start), item.choices.map(choice => choice[0]?.resourceId)])).toEqual([
    ['9:00', ['mara']],
    ['9:30', ['mara', 'jonas']],
    ['10:00', ['jonas']],
  ])
})

test('a room must be free as well, for the whole time', () => {
  const person = { units: [unit('sommer', [span('9:00', '11:00')])], parts: [work(30)] }
  const room = {
    units: [unit('zimmer', [span('9:00', '11:00')], [span('9:30', '10:00')])],
    parts: [work(30)],
  }
  expect(times([person, room])).toEqual(['9:00', '10:00', '10:30'])
})

test('the second room is taken when the first is not free', () => {
  const person = { units: [unit('sommer', [span('9:00', '10:00')])], parts: [work(60)] }
  const rooms = [
    unit('zimmer 1', [span('9:00', '10:00')], [span('9:00', '9:10')]),
    unit('zimmer 2', [span('9:00', '10:00')]),
  ]
  const [free] = starts([person, { units: rooms, parts: [work(60)] }])
  expect(free?.choices[0]?.map(chosen => chosen.resourceId)).toEqual(['sommer', 'zimmer 2'])
})

test('nothing starts before the earliest or after the latest moment asked for', () => {
  const mara = unit('mara', [span('9:00', '12:00')])
  expect(times([{ units: [mara], parts: [work(30)] }], { earliest: '9:40', latest: '10:30' })).toEqual([
    '10:00',
    '10:30',
  ])
})

test('with fixed starts nothing else is a start, however the hours lie', () => {
  const ines = unit('ines', [span('8:30', '14:00')], [span('11:00', '11:10')])
  const fixed = ['8:00', '9:00', '11:00', '12:00', '13:00']
  expect(times([{ units: [ines], parts: [work(60)] }], { fixed })).toEqual(['9:00', '12:00', '13:00'])
})

test('fixed starts outside the moments asked for do not count', () => {
  const ines = unit('ines', [span('8:00', '18:00')])
  const question = { fixed: ['9:00', '11:00', '14:00'], earliest: '9:30', latest: '13:59' }
  expect(times([{ units: [ines], parts: [work(60)] }], question)).toEqual(['11:00'])
})

test('the first five starts of a year cost as little as those of a week', () => {
  const daily = (days: number) =>
    Array.from({ length: days }, (_, day) => [at(`${24 * day + 9}:00`), at(`${24 * day + 17}:00`)])
  const lookedAt = (days: number): number => {
    let count = 0
    const found = findFreeStarts({
      needs: [{ units: ['mara', 'jonas', 'aylin'].map(name => unit(name, daily(days))), parts: [work(30)] }],
      grid: { kind: 'window', stepMs: 15 * MINUTE, offsetMs: 0 },
      earliest: 0,
      latest: days * 24 * 60 * MINUTE,
      limit: 5,
      accepts: () => {
        count += 1
        return true
      },
    })
    expect(found.map(({ start }) => shown(start))).toEqual(['9:00', '9:15', '9:30', '9:45', '10:00'])
    return count
  }
  expect(lookedAt(365)).toBe(lookedAt(7))
  expect(lookedAt(365)).toBe(3 * (5 + 1))
})

test('only starts that are accepted count, also among the first', () => {
  const mara = unit('mara', [span('9:00', '12:00')])
  const found = findFreeStarts({
    needs: [{ units: [mara], parts: [work(30)] }],
    grid: { kind: 'window', stepMs: 30 * MINUTE, offsetMs: 0 },
    earliest: 0,
    latest: at('24:00'),
    limit: 2,
    accepts: start => start >= at('10:00'),
  })
  expect(found.map(({ start }) => shown(start))).toEqual(['10:00', '10:30'])
})

test('without anybody qualified nothing is free', () => {
  expect(times([{ units: [], parts: [work(30)] }])).toEqual([])
  expect(times([])).toEqual([])
})

test('a colour by one person and a cut by another need each only for their part', () => {
  const aylin = unit('aylin', [span('9:00', '12:00')], [span('10:00', '11:00')])
  const jonas = unit('jonas', [span('9:00', '12:00')], [span('9:00', '10:00')])
  const needs = [
    { units: [aylin], parts: [work(60)] },
    { units: [jonas], parts: [work(60, 60)] },
  ]
  expect(times(needs, { grid: 60 })).toEqual(['9:00'])
})

test('whoever has begun goes on if they can', () => {
  const [aylin, jonas] = [unit('aylin', [span('9:00', '11:00')]), unit('jonas', [span('9:00', '11:00')])]
  const needs = [
    { units: [jonas], parts: [work(60)] },
    { units: [aylin, jonas], parts: [work(60, 60)] },
  ]
  const [free] = starts(needs)
  expect(free?.choices[0]?.map(chosen => chosen.resourceId)).toEqual(['jonas', 'jonas'])
})

test('nobody is needed twice at once, even if the first to be tried could do both', () => {
  const [kemal, lutz] = [unit('kemal', [span('9:00', '10:00')]), unit('lutz', [span('9:00', '10:00')])]
  const both = { units: [kemal, lutz], parts: [work(60)] }
  const [free] = starts([{ ...both, units: [kemal] }, both, { ...both, units: [lutz] }].slice(0, 2))
  expect(free?.choices[0]?.map(chosen => chosen.resourceId)).toEqual(['kemal', 'lutz'])
  expect(starts([both, both, both])).toEqual([])
})

test('a choice that leads nowhere is taken back', () => {
  const people = ['ines', 'ole', 'runa'].map(name => unit(name, [span('9:00', '10:00')]))
  const [ines, ole] = people as [Unit, Unit]
  const needs = [people, people, [ole], [ines]].map(units => ({ units, parts: [work(60)] }))
  expect(starts(needs.slice(1))[0]?.choices.map(choice => choice.map(one => one.resourceId))).toEqual([
    ['runa', 'ole', 'ines'],
  ])
})

test('who takes longer ends later, and does not begin what would end too late', () => {
  const slow = { ...unit('mara', [span('9:00', '11:00')]), pace: [[work(60)]] }
  const needs = [{ units: [slow, unit('jonas', [span('9:00', '11:00')])], parts: [work(30)] }]
  const whoByStart = starts(needs).map(free => [
    shown(free.start),
    free.choices.map(choice => choice[0]?.resourceId),
  ])
  expect(whoByStart).toEqual([
    ['9:00', ['mara', 'jonas']],
    ['9:30', ['mara', 'jonas']],
    ['10:00', ['mara', 'jonas']],
    ['10:30', ['jonas']],
  ])
})
