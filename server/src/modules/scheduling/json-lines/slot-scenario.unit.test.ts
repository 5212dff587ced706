import { describe, expect, test } from 'vitest'
import { answerSlotScenario } from './slot-scenario.ts'

type Scenario = typeof TUESDAY & {
  readonly displayTimezone?: string
  readonly offsetMinutes?: number
  readonly staff?: readonly unknown[]
  readonly staffMode?: 'any' | 'all'
}

/** A Tuesday in Berlin from nine to twelve, an hour each half hour. */
const TUESDAY = {
  id: 'tuesday',
  timezone: 'Europe/Berlin',
  workingHours: [{ days: ['TU'], start: '09:00', end: '12:00' }],
  dateOverrides: [] as readonly unknown[],
  busy: [] as readonly unknown[],
  slotMinutes: 60,
  intervalMinutes: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  minimumNoticeMinutes: 0,
  now: '2026-11-20T09:00:00Z',
  range: { from: '2026-11-24T00:00:00+01:00', to: '2026-11-25T00:00:00+01:00' },
  semantics: { grid: 'window', buffer: 'candidate', rangeEnd: 'slotEnd', overnight: 'ignored' },
}
const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const grid = (kind: string) => ({ semantics: { ...TUESDAY.semantics, grid: kind } })
const wrap = { semantics: { ...TUESDAY.semantics, overnight: 'wrap' } }

/** Starts as local times of the scenario's zone. */
function times(change: Partial<Scenario>): string[] {
  const scenario = { ...TUESDAY, ...change }
  const answer = answerSlotScenario(scenario)
  if ('error' in answer) throw new Error(JSON.stringify(answer.error))
  return answer.starts.map(start =>
    Temporal.Instant.from(start)
      .toZonedDateTimeISO(scenario.timezone ?? 'UTC')
      .toPlainTime()
      .toString()
      .slice(0, 5),
  )
}

describe('The example of the contract', () => {
  test('comes out as it says', () => {
    const busy = [{ start: '2026-11-24T10:00:00+01:00', end: '2026-11-24T10:30:00+01:00' }]
    expect(answerSlotScenario({ ...TUESDAY, busy })).toEqual({
      id: 'tuesday',
      starts: ['2026-11-24T08:00:00Z', '2026-11-24T09:30:00Z', '2026-11-24T10:00:00Z'],
    })
  })
})

describe('What is optional', () => {
  test('may be left out or null', () => {
    const left = {
      displayTimezone: null,
      offsetMinutes: null,
      bufferBefore: null,
      bufferAfter: null,
      minimumNoticeMinutes: null,
      staff: null,
      staffMode: null,
      dateOverrides: null,
      semantics: null,
      busy: [
        {
          start: '2026-11-24T10:00:00+01:00',
          end: '2026-11-24T10:30:00+01:00',
          bufferBefore: null,
          bufferAfter: null,
        },
      ],
    }
    const { timezone, workingHours, slotMinutes, intervalMinutes, now, range } = TUESDAY
    const needed = { id: 1, timezone, workingHours, slotMinutes, intervalMinutes, now, range }
    const starts = ['2026-11-24T08:00:00Z', '2026-11-24T09:30:00Z', '2026-11-24T10:00:00Z']
    expect(answerSlotScenario({ ...needed, ...left })).toEqual({ id: 1, starts })
    expect(answerSlotScenario({ ...needed, busy: left.busy })).toEqual({ id: 1, starts })
  })
})

test.each([{}, { windows: null }, { windows: [] }])(
  'An override without windows closes its day, as %j',
  none => {
    const dateOverrides = [{ date: '2026-11-24', ...none }]
    expect(answerSlotScenario({ ...TUESDAY, dateOverrides })).toEqual({ id: 'tuesday', starts: [] })
  },
)

describe('Grid free', () => {
  test('begins anew where busy time and the buffer before the appointment end', () => {
    const busy = [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T10:20:00+01:00' }]
    expect(times({ ...grid('free'), busy, bufferBefore: 10, slotMinutes: 30 })).toEqual([
      '10:30',
      '11:00',
      '11:30',
    ])
  })

  test('counts the buffers of what is there already', () => {
    const busy = [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T10:00:00+01:00', bufferAfter: 10 }]
    expect(times({ ...grid('free'), busy, slotMinutes: 30 })).toEqual(['10:10', '10:40', '11:10'])
  })
})

describe('Grid clock', () => {
  test('rounds a gap’s beginning up to the largest divisor of the step', () => {
    const busy = [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T09:50:00+01:00' }]
    expect(times({ ...grid('clock'), busy, intervalMinutes: 45, slotMinutes: 15 })).toEqual([
      '10:00',
      '10:45',
      '11:30',
    ])
  })

  test('rounds the notice inside a gap up as well', () => {
    const now = '2026-11-24T08:10:59Z'
    expect(times({ ...grid('clock'), now, minimumNoticeMinutes: 60, slotMinutes: 30 })).toEqual([
      '10:30',
      '11:00',
      '11:30',
    ])
  })

  test('reads the hour of the zone it is shown in', () => {
    const shown = {
      ...grid('clock'),
      displayTimezone: 'Asia/Kathmandu',
      intervalMinutes: 60,
      slotMinutes: 30,
    }
    expect(times(shown)).toEqual(['09:15', '10:15', '11:15'])
  })
})

describe('Stretches of work', () => {
  test('are one where windows touch, also across midnight', () => {
    const workingHours = [
      { days: ['TU'], start: '23:00', end: '24:00' },
      { days: ['WE'], start: '00:00', end: '01:10' },
    ]
    const range = { from: '2026-11-24T00:00:00+01:00', to: '2026-11-26T00:00:00+01:00' }
    expect(times({ workingHours, range, intervalMinutes: 50 })).toEqual(['23:00', '23:50'])
  })

  test('run past midnight when they may', () => {
    const workingHours = [{ days: ['TU'], start: '23:00', end: '01:00' }]
    const range = { from: '2026-11-24T00:00:00+01:00', to: '2026-11-26T00:00:00+01:00' }
    expect(times({ workingHours, range, ...wrap })).toEqual(['23:00', '23:30', '00:00'])
    expect(times({ workingHours, range })).toEqual([])
  })

  test('that never end are anchored at local midnight, whatever the range', () => {
    const workingHours = [{ days: EVERY_DAY, start: '00:00', end: '24:00' }]
    const range = { from: '2026-11-24T04:10:00+01:00', to: '2026-11-25T05:00:00+01:00' }
    expect(times({ workingHours, range, intervalMinutes: 420 })).toEqual(['07:00', '14:00', '21:00', '00:00'])
  })

  test('that never end count from each midnight around every gap', () => {
    const workingHours = [{ days: EVERY_DAY, start: '00:00', end: '24:00' }]
    const range = { from: '2026-11-24T00:00:00+01:00', to: '2026-11-26T00:00:00+01:00' }
    const busy = [{ start: '2026-11-24T08:00:00+01:00', end: '2026-11-24T15:00:00+01:00' }]
    expect(times({ workingHours, range, busy, intervalMinutes: 420 })).toEqual([
      '00:00',
      '07:00',
      '21:00',
      '00:00',
      '07:00',
      '14:00',
      '21:00',
    ])
  })

  test('have a twice shown hour twice, and a skipped one not at all', () => {
    const workingHours = [{ days: ['SU'], start: '02:00', end: '03:00' }]
    const back = { from: '2026-10-25T00:00:00+02:00', to: '2026-10-26T00:00:00+01:00' }
    expect(times({ workingHours, range: back, now: '2026-01-01T00:00:00Z' })).toEqual([
      '02:00',
      '02:30',
      '02:00',
    ])
    const forward = { from: '2026-03-29T00:00:00+01:00', to: '2026-03-30T00:00:00+02:00' }
    expect(times({ workingHours, range: forward, now: '2026-01-01T00:00:00Z' })).toEqual([])
  })

  test('are those of an override on its date', () => {
    const dateOverrides = [{ date: '2026-11-24', windows: [{ start: '14:00', end: '15:30' }] }]
    expect(times({ dateOverrides })).toEqual(['14:00', '14:30'])
    expect(times({ dateOverrides: [{ date: '2026-11-24', windows: [] }] })).toEqual([])
  })
})

describe('Buffers', () => {
  test('may lie outside working hours and not over busy time', () => {
    expect(times({ bufferBefore: 30, bufferAfter: 30 })).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
    ])
    const busy = [{ start: '2026-11-24T12:10:00+01:00', end: '2026-11-24T13:00:00+01:00' }]
    expect(times({ bufferAfter: 30, busy })).toEqual(['09:00', '09:30', '10:00', '10:30'])
  })
})

describe('An offset', () => {
  test('is added before the first start and to each step', () => {
    expect(times({ offsetMinutes: 5, slotMinutes: 30 })).toEqual([
      '09:05',
      '09:40',
      '10:15',
      '10:50',
      '11:25',
    ])
  })
})

describe('Several people', () => {
  const mara = { timezone: 'Europe/Berlin', dateOverrides: [], busy: [] }
  const staff = [
    { ...mara, workingHours: [{ days: ['TU'], start: '09:00', end: '10:30' }] },
    { ...mara, workingHours: [{ days: ['TU'], start: '09:15', end: '11:00' }] },
  ]

  test('have each their own grid when any will do', () => {
    expect(times({ staff })).toEqual(['09:00', '09:15', '09:30', '09:45'])
  })

  test('share the grid of what they have in common when all are needed', () => {
    expect(times({ staff, staffMode: 'all' })).toEqual(['09:15'])
  })

  test('are nobody when nobody is named', () => {
    expect(times({ staff: [] })).toEqual([])
  })
})
