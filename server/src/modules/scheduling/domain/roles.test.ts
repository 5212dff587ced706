import { expect, test } from 'vitest'
import { rolesOf, type SegmentPlan } from './roles.ts'

const MINUTE = 60_000
const staff = { role: 'staff', kind: 'staff' } as const
const chair = { role: 'chair', kind: 'room' } as const

/** "chair 0-30 45-60" for every role. */
function shown(segments: readonly SegmentPlan[], kinds: readonly string[] = []): string[] {
  return rolesOf(segments, new Set(kinds)).map(({ name, parts }) =>
    [
      name,
      ...parts.map(
        part => `${part.offsetMs / MINUTE}-${(part.offsetMs + part.durationMs) / MINUTE}#${part.position}`,
      ),
    ].join(' '),
  )
}

test('without needs it takes one of each kind that does the service, people only while they work', () => {
  const colour = [
    { minutes: 45, gapAfterMinutes: 30 },
    { minutes: 45, gapAfterMinutes: 0 },
  ]
  expect(shown(colour, ['room', 'staff'])).toEqual(['staff 0-45#0 75-120#1', 'room 0-120#0'])
})

test('a service that nobody need do takes its room alone', () => {
  expect(shown([{ minutes: 10, gapAfterMinutes: 0 }], ['device'])).toEqual(['device 0-10#0'])
})

test('roles of their own may be filled by different people', () => {
  const segments = [
    { minutes: 45, gapAfterMinutes: 30, needs: [{ role: 'colourist', kind: 'staff' }, chair] },
    { minutes: 45, gapAfterMinutes: 0, needs: [{ role: 'stylist', kind: 'staff' }, chair] },
  ] as const
  expect(shown(segments)).toEqual(['colourist 0-45#0', 'stylist 75-120#1', 'chair 0-120#0'])
})

test('a room whose gaps are free is given up in them', () => {
  const segments = [
    { minutes: 20, gapAfterMinutes: 15, needs: [staff, { ...chair, gaps: 'free' }] },
    { minutes: 20, gapAfterMinutes: 0, needs: [staff, { ...chair, gaps: 'free' }] },
  ] as const
  expect(shown(segments)).toEqual(['staff 0-20#0 35-55#1', 'chair 0-20#0 35-55#1'])
})

test('a room is not kept for a segment that does not need it', () => {
  const segments = [
    { minutes: 20, gapAfterMinutes: 5, needs: [staff, chair] },
    { minutes: 30, gapAfterMinutes: 5, needs: [staff] },
    { minutes: 10, gapAfterMinutes: 0, needs: [staff, chair] },
    { minutes: 10, gapAfterMinutes: 0, needs: [staff, chair] },
  ]
  expect(shown(segments)).toEqual(['staff 0-20#0 25-55#1 60-70#2 70-80#3', 'chair 0-20#0 60-80#2'])
})

test('people come before rooms and rooms before devices, in whatever order the segment names them', () => {
  const needs = [{ role: 'lift', kind: 'device' }, chair, staff] as const
  expect(rolesOf([{ minutes: 10, gapAfterMinutes: 0, needs }], new Set()).map(role => role.name)).toEqual([
    'staff',
    'chair',
    'lift',
  ])
})
