import { describe, expect, test } from 'vitest'
import { problemOf } from './service-rules.ts'

type Service = Parameters<typeof problemOf>[0]

const colouring: Service = {
  segments: [
    { minutes: 45, gapAfterMinutes: 30 },
    { minutes: 45, gapAfterMinutes: 0 },
  ],
  gridKind: 'window',
  fixedStarts: [],
  takes: [],
}
const mara = (change: Partial<Service['takes'][number]>) => ({ roles: null, segmentMinutes: null, ...change })
const kind = (change: Partial<Service>) => problemOf({ ...colouring, ...change })?.kind ?? null
const night = { weekday: 1, atMinute: 540, most: 1 }

describe('A service', () => {
  test('that agrees with itself has no problem', () => {
    expect(kind({ takes: [mara({ segmentMinutes: [40, 40] })] })).toBeNull()
    expect(kind({ gridKind: 'fixed', fixedStarts: [night] })).toBeNull()
  })

  test('takes a day at most, the gaps between its parts included and the one behind it not', () => {
    const of = (gapAfterMinutes: number) => [
      { minutes: 700, gapAfterMinutes },
      { minutes: 700, gapAfterMinutes: 600 },
    ]
    expect(kind({ segments: of(40) })).toBeNull()
    expect(kind({ segments: of(41) })).toBe('too_long')
  })

  test('takes a day at most with whoever is slowest', () => {
    expect(kind({ takes: [mara({ segmentMinutes: [1000, 411] })] })).toBe('too_long')
  })

  test.each<[string, Partial<Service>]>([
    ['the minutes of one segment for two', { takes: [mara({ segmentMinutes: [40] })] }],
    ['a role that no segment needs', { takes: [mara({ roles: ['Meisterin'] })] }],
    [
      'a role that is a person and a room',
      {
        segments: [
          { minutes: 10, gapAfterMinutes: 0, needs: [{ role: 'Kabine', kind: 'room' }] },
          { minutes: 10, gapAfterMinutes: 0, needs: [{ role: 'Kabine', kind: 'staff' }] },
        ],
      },
    ],
    ['fixed times only, and none', { gridKind: 'fixed' }],
    ['fixed times besides a grid', { fixedStarts: [night] }],
    ['a fixed time twice', { gridKind: 'fixed', fixedStarts: [night, night] }],
  ])('with %s contradicts itself', (_name, change) => {
    expect(kind(change)).toBe('contradicts_itself')
  })
})
