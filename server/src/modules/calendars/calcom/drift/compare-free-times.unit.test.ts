import { describe, expect, test } from 'vitest'
import type { Reason } from '../../../scheduling/index.ts'
import { compareFreeTimes } from './compare-free-times.ts'

const at = (time: string, day = '2026-11-24') => Temporal.Instant.from(`${day}T${time}:00+01:00`)
const range = (from: string, to: string, day?: string) => ({ startsAt: at(from, day), endsAt: at(to, day) })
const anyTime = { earliest: 0, latest: Number.POSITIVE_INFINITY }

type Given = Partial<Parameters<typeof compareFreeTimes>[0]>
const compare = (given: Given) =>
  compareFreeTimes({
    ...{ ours: [], theirs: [], explained: [], zone: 'Europe/Berlin', there: anyTime },
    ...given,
  })
const found = (given: Given) =>
  compare(given).differences.map(({ side, reason, count }) => [side, reason, count])

describe('A time of ours', () => {
  const theirs = [range('09:00', '09:45'), range('09:45', '10:30')]

  test('agrees with theirs where their free time covers it, whatever their grid is', () => {
    expect(compare({ ours: [range('09:15', '10:00')], theirs })).toEqual({ agreeing: 1, differences: [] })
  })

  test('that nothing of theirs touches is taken there', () => {
    expect(found({ ours: [range('14:00', '14:45')], theirs })).toEqual([['here', 'taken', 1]])
  })

  test('that begins in their free time and ends behind it is longer than that', () => {
    expect(found({ ours: [range('10:00', '10:45')], theirs })).toEqual([['here', 'runs_over', 1]])
  })

  test('on a day on which they offer nothing is said to be on a day that is closed there', () => {
    expect(found({ ours: [range('09:00', '09:45', '2026-11-25')], theirs })).toEqual([['here', 'closed', 1]])
  })

  test('before their notice and behind their horizon says so', () => {
    const there = { earliest: at('12:00').epochMilliseconds, latest: at('15:00').epochMilliseconds }
    const ours = [range('11:00', '11:45'), range('16:00', '16:45')]
    expect(found({ ours, theirs, there })).toEqual([
      ['here', 'notice', 1],
      ['here', 'horizon', 1],
    ])
  })

  test('lies on its local day, also at midnight', () => {
    const late = [range('00:00', '00:45', '2026-11-25')]
    expect(found({ ours: [range('23:15', '23:45')], theirs: late })).toEqual([['here', 'closed', 1]])
  })
})

describe('A time of theirs', () => {
  const explained = (...reasons: Reason[]) => [{ start: at('09:00'), reasons }]

  test('that we offer, or do not for our grid alone, is no difference', () => {
    expect(found({ explained: explained() })).toEqual([])
    expect(found({ explained: explained({ rule: 'grid' }) })).toEqual([])
  })

  test('has the first rule of ours as its reason, and of a person what hinders them', () => {
    expect(found({ explained: explained({ rule: 'notice', earliest: 1 }, { rule: 'closed' }) })).toEqual([
      ['there', 'notice', 1],
    ])
    expect(found({ explained: explained({ rule: 'day_full' }) })).toEqual([['there', 'full', 1]])
    const absent = { resourceId: 'mara', because: 'absent', until: null } as const
    expect(found({ explained: explained({ rule: 'nobody', hindrances: [absent] }) })).toEqual([
      ['there', 'absent', 1],
    ])
    expect(found({ explained: explained({ rule: 'nobody', hindrances: [] }) })).toEqual([
      ['there', 'nobody', 1],
    ])
  })
})

test('What differs for one reason is counted, and the first five are shown in order', () => {
  const ours = ['18', '17', '16', '15', '14', '13'].map(hour => range(`${hour}:00`, `${hour}:45`))
  const [group] = compare({ ours, theirs: [range('09:00', '09:45')] }).differences
  expect(group?.count).toBe(6)
  expect(group?.starts).toEqual(['13', '14', '15', '16', '17'].map(hour => at(`${hour}:00`).toString()))
})
