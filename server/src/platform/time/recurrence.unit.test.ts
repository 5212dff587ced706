import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandRecurrence, type Recurrence } from './recurrence.ts'

const NEW_YORK = 'America/New_York'
type Given = Partial<Omit<Recurrence, 'dtstart' | 'exdates' | 'rdates'>> & {
  readonly dtstart?: string
  readonly exdates?: readonly string[]
  readonly rdates?: readonly string[]
}

function expand(rrule: string, given: Given = {}) {
  const { exdates = [], rdates = [] } = given
  return expandRecurrence({
    limit: 1000,
    zone: NEW_YORK,
    ...given,
    rrule,
    dtstart: Temporal.PlainDateTime.from(given.dtstart ?? '1997-09-02T09:00:00'),
    exdates: exdates.map(text => Temporal.Instant.from(text)),
    rdates: rdates.map(text => Temporal.Instant.from(text)),
  })
}

/** Starts as the clocks of the zone show them. */
function walls(rrule: string, given: Given = {}): string[] {
  const starts = expand(rrule, given)
  if ('problem' in starts) throw new Error(starts.problem)
  return starts.map(start =>
    start
      .toZonedDateTimeISO(given.zone ?? NEW_YORK)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
  )
}

/** "1997-09: 2 3 4": the days of the starts at nine o'clock, by month. */
function nines(text: string): string[] {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap(line => {
      const [month, days = ''] = line.split(': ')
      return days.split(' ').map(day => `${month}-${day.padStart(2, '0')}T09:00`)
    })
}

/** Every day from the first to the last, both included. */
function daily(first: string, last: string): string[] {
  const days = []
  const end = Temporal.PlainDate.from(last)
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, end) <= 0;
    day = day.add({ days: 1 })
  )
    days.push(`${day}T09:00`)
  return days
}

/** The examples of RFC 5545, section 3.8.5.3. Those without an end are cut off. */
const EXAMPLES: ReadonlyArray<readonly [rrule: string, starts: string[], dtstart?: string]> = [
  ['FREQ=DAILY;COUNT=10', daily('1997-09-02', '1997-09-11')],
  ['FREQ=DAILY;UNTIL=19971224T000000Z', daily('1997-09-02', '1997-12-23')],
  ['FREQ=DAILY;INTERVAL=2', nines('1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30\n1997-10: 2 4 6')],
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', nines('1997-09: 2 12 22\n1997-10: 2 12')],
  [
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    [1998, 1999, 2000].flatMap(year => daily(`${year}-01-01`, `${year}-01-31`)),
    '1998-01-01T09:00:00',
  ],
  [
    'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    [1998, 1999, 2000].flatMap(year => daily(`${year}-01-01`, `${year}-01-31`)),
    '1998-01-01T09:00:00',
  ],
  ['FREQ=WEEKLY;COUNT=10', nines('1997-09: 2 9 16 23 30\n1997-10: 7 14 21 28\n1997-11: 4')],
  [
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    nines('1997-09: 2 9 16 23 30\n1997-10: 7 14 21 28\n1997-11: 4 11 18 25\n1997-12: 2 9 16 23'),
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    nines('1997-09: 2 16 30\n1997-10: 14 28\n1997-11: 11 25\n1997-12: 9 23'),
  ],
  [
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    nines('1997-09: 2 4 9 11 16 18 23 25 30\n1997-10: 2'),
  ],
  ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', nines('1997-09: 2 4 9 11 16 18 23 25 30\n1997-10: 2')],
  [
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    nines(
      '1997-09: 1 3 5 15 17 19 29\n1997-10: 1 3 13 15 17 27 29 31\n1997-11: 10 12 14 24 26 28\n1997-12: 8 10 12 22',
    ),
    '1997-09-01T09:00:00',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', nines('1997-09: 2 4 16 18 30\n1997-10: 2 14 16')],
  [
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    nines(
      '1997-09: 5\n1997-10: 3\n1997-11: 7\n1997-12: 5\n1998-01: 2\n1998-02: 6\n1998-03: 6\n1998-04: 3\n1998-05: 1\n1998-06: 5',
    ),
    '1997-09-05T09:00:00',
  ],
  [
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    nines('1997-09: 5\n1997-10: 3\n1997-11: 7\n1997-12: 5'),
    '1997-09-05T09:00:00',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    nines('1997-09: 7 28\n1997-11: 2 30\n1998-01: 4 25\n1998-03: 1 29\n1998-05: 3 31'),
    '1997-09-07T09:00:00',
  ],
  [
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    nines('1997-09: 22\n1997-10: 20\n1997-11: 17\n1997-12: 22\n1998-01: 19\n1998-02: 16'),
    '1997-09-22T09:00:00',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    nines('1997-09: 28\n1997-10: 29\n1997-11: 28\n1997-12: 29\n1998-01: 29\n1998-02: 26'),
    '1997-09-28T09:00:00',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    nines('1997-09: 2 15\n1997-10: 2 15\n1997-11: 2 15\n1997-12: 2 15\n1998-01: 2 15'),
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    nines('1997-09: 30\n1997-10: 1 31\n1997-11: 1 30\n1997-12: 1 31\n1998-01: 1 31\n1998-02: 1'),
    '1997-09-30T09:00:00',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    nines('1997-09: 10 11 12 13 14 15\n1999-03: 10 11 12 13'),
    '1997-09-10T09:00:00',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    nines('1997-09: 2 9 16 23 30\n1997-11: 4 11 18 25\n1998-01: 6 13 20 27'),
  ],
  [
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    nines(
      '1997-06: 10\n1997-07: 10\n1998-06: 10\n1998-07: 10\n1999-06: 10\n1999-07: 10\n2000-06: 10\n2000-07: 10\n2001-06: 10\n2001-07: 10',
    ),
    '1997-06-10T09:00:00',
  ],
  [
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    nines(
      '1997-03: 10\n1999-01: 10\n1999-02: 10\n1999-03: 10\n2001-01: 10\n2001-02: 10\n2001-03: 10\n2003-01: 10\n2003-02: 10\n2003-03: 10',
    ),
    '1997-03-10T09:00:00',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    nines(
      '1997-01: 1\n1997-04: 10\n1997-07: 19\n2000-01: 1\n2000-04: 9\n2000-07: 18\n2003-01: 1\n2003-04: 10\n2003-07: 19\n2006-01: 1',
    ),
    '1997-01-01T09:00:00',
  ],
  ['FREQ=YEARLY;BYDAY=20MO', nines('1997-05: 19\n1998-05: 18\n1999-05: 17'), '1997-05-19T09:00:00'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', nines('1997-05: 12\n1998-05: 11\n1999-05: 17'), '1997-05-12T09:00:00'],
  [
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    nines('1997-03: 13 20 27\n1998-03: 5 12 19 26\n1999-03: 4 11 18 25'),
    '1997-03-13T09:00:00',
  ],
  [
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    nines('1997-06: 5 12 19 26\n1997-07: 3 10 17 24 31\n1997-08: 7 14 21 28\n1998-06: 4 11 18 25'),
    '1997-06-05T09:00:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    nines('1997-09: 13\n1997-10: 11\n1997-11: 8\n1997-12: 13\n1998-01: 10\n1998-02: 7\n1998-03: 7'),
    '1997-09-13T09:00:00',
  ],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    nines('1996-11: 5\n2000-11: 7\n2004-11: 2'),
    '1996-11-05T09:00:00',
  ],
  [
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    nines('1997-09: 4\n1997-10: 7\n1997-11: 6'),
    '1997-09-04T09:00:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    nines('1997-09: 29\n1997-10: 30\n1997-11: 27\n1997-12: 30\n1998-01: 29\n1998-02: 26\n1998-03: 30'),
    '1997-09-29T09:00:00',
  ],
  // Published with 17:00Z; corrected by erratum 3883.
  ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z', ['09', '12', '15'].map(hour => `1997-09-02T${hour}:00`)],
  [
    'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
    ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'].map(at => `1997-09-02T${at}`),
  ],
  ['FREQ=MINUTELY;INTERVAL=90;COUNT=4', ['09:00', '10:30', '12:00', '13:30'].map(at => `1997-09-02T${at}`)],
  ['FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40', everyTwentyMinutes()],
  ['FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16', everyTwentyMinutes()],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', nines('1997-08: 5 10 19 24'), '1997-08-05T09:00:00'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', nines('1997-08: 5 17 19 31'), '1997-08-05T09:00:00'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    nines('2007-01: 15 30\n2007-02: 15\n2007-03: 15 30'),
    '2007-01-15T09:00:00',
  ],
]

function everyTwentyMinutes(): string[] {
  return ['02', '03'].flatMap(day =>
    ['09', '10', '11', '12', '13', '14', '15', '16'].flatMap(hour =>
      ['00', '20', '40'].map(minute => `1997-09-${day}T${hour}:${minute}`),
    ),
  )
}

describe('The examples of RFC 5545', () => {
  test.each(EXAMPLES.map(([rrule, starts, dtstart]) => ({ rrule, starts, dtstart })))('$rrule', example => {
    const { rrule, starts, dtstart } = example
    const isOpen = !/COUNT|UNTIL/.test(rrule)
    const given = { ...(dtstart ? { dtstart } : {}), ...(isOpen ? { limit: starts.length } : {}) }
    expect(walls(rrule, given)).toEqual(starts)
  })

  test('Friday the 13th, with the unmatched first day taken out', () => {
    const given = { exdates: ['1997-09-02T13:00:00Z'], limit: 5 }
    expect(walls('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', given)).toEqual(
      nines('1998-02: 13\n1998-03: 13\n1998-11: 13\n1999-08: 13\n2000-10: 13'),
    )
  })
})

describe('Beside the rule', () => {
  test('a first day that the rule would not name counts as the first', () => {
    expect(walls('FREQ=WEEKLY;BYDAY=MO;COUNT=3')).toEqual(nines('1997-09: 2 8 15'))
  })

  test('a day taken out still counts', () => {
    expect(walls('FREQ=DAILY;COUNT=3', { exdates: ['1997-09-03T13:00:00Z'] })).toEqual(nines('1997-09: 2 4'))
  })

  test('a day put in comes in its order, once, and not when it is taken out as well', () => {
    const rdates = ['1997-09-02T20:00:00Z', '1997-09-03T13:00:00Z', '1997-09-10T13:00:00Z']
    expect(walls('FREQ=DAILY;COUNT=2', { rdates, exdates: ['1997-09-10T13:00:00Z'] })).toEqual([
      '1997-09-02T09:00',
      '1997-09-02T16:00',
      '1997-09-03T09:00',
    ])
  })

  test('the limit is of all starts', () => {
    expect(walls('FREQ=DAILY', { limit: 2, rdates: ['1997-09-02T14:00:00Z'] })).toEqual([
      '1997-09-02T09:00',
      '1997-09-02T10:00',
    ])
  })

  test('a last day without time counts whole, and one in wall time is wall time', () => {
    expect(walls('FREQ=DAILY;UNTIL=19970904')).toHaveLength(3)
    expect(walls('FREQ=DAILY;UNTIL=19970904T085959')).toHaveLength(2)
  })
})

describe('When clocks change', () => {
  const berlin = { zone: 'Europe/Berlin' }

  test('nine o’clock stays nine o’clock', () => {
    const starts = expand('FREQ=DAILY;COUNT=3', { ...berlin, dtstart: '2026-10-24T09:00' })
    expect(String(starts)).toBe('2026-10-24T07:00:00Z,2026-10-25T08:00:00Z,2026-10-26T08:00:00Z')
  })

  test('a wall time that is skipped moves forward by the gap', () => {
    expect(walls('FREQ=DAILY;COUNT=3', { ...berlin, dtstart: '2026-03-28T02:30' })).toEqual([
      '2026-03-28T02:30',
      '2026-03-29T03:30',
      '2026-03-30T02:30',
    ])
  })

  test('half an hour is skipped on Lord Howe', () => {
    const given = { zone: 'Australia/Lord_Howe', dtstart: '2026-10-03T02:15' }
    expect(walls('FREQ=DAILY;COUNT=2', given)).toEqual(['2026-10-03T02:15', '2026-10-04T02:45'])
  })

  test('of a wall time that comes twice the first counts', () => {
    const starts = expand('FREQ=DAILY;COUNT=2', { ...berlin, dtstart: '2026-10-24T02:30' })
    expect(String(starts)).toBe('2026-10-24T00:30:00Z,2026-10-25T00:30:00Z')
  })

  test('what the gap moves onto another start is one start', () => {
    const given = { ...berlin, dtstart: '2026-03-29T01:30' }
    expect(walls('FREQ=HOURLY;COUNT=3', given)).toEqual(['2026-03-29T01:30', '2026-03-29T03:30'])
  })
})

describe('What is no rule', () => {
  test.each([
    ['', '"" is not a part of a rule'],
    ['COUNT=3', '"FREQ" is missing'],
    ['FREQ=SOMETIMES', '"FREQ=SOMETIMES" is not a part of a rule'],
    ['FREQ=DAILY;COUNT=-1', '"COUNT=-1" is not a part of a rule'],
    ['FREQ=DAILY;INTERVAL=0', '"INTERVAL=0" is not a part of a rule'],
    ['FREQ=DAILY;BYHOUR=25', '"BYHOUR=25" is not a part of a rule'],
    ['FREQ=DAILY;UNTIL=19970230', '"UNTIL=19970230" is not a part of a rule'],
    ['FREQ=DAILY;FREQ=WEEKLY', '"FREQ=WEEKLY" is not a part of a rule'],
    ['FREQ=DAILY;COLOUR=RED', '"COLOUR=RED" is not a part of a rule'],
    ['FREQ=DAILY;COUNT=1;UNTIL=19971224', '"COUNT" and "UNTIL" exclude each other'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'numbered days do not go with "FREQ=WEEKLY"'],
    ['FREQ=DAILY;BYSETPOS=1', '"BYSETPOS" needs another part to choose from'],
    ['FREQ=DAILY;BYWEEKNO=1', '"BYWEEKNO" does not go with "FREQ=DAILY"'],
  ])('%s', (rrule, problem) => {
    expect(expand(rrule)).toEqual({ problem })
  })
})

describe('A rule that yields nothing more', () => {
  test('has its first day when the calendar has no other', () => {
    expect(walls('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toEqual(['1997-09-02T09:00'])
  })

  test('ends with the years there are', () => {
    expect(walls('FREQ=YEARLY;INTERVAL=5000', { limit: 10 })).toEqual(nines('1997-09: 2\n6997-09: 2'))
  })

  test('is refused when it would be searched for ever', () => {
    expect(expand('FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')).toEqual({
      problem: expect.stringContaining('yields too seldom'),
    })
  })
})

test('starts of any rule are sorted, each once, and no more than asked for', () => {
  const rule = fc
    .tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY'),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('', ';BYMONTH=3,10', ';BYDAY=SU,SA', ';BYHOUR=2,3;BYMINUTE=0,30'),
    )
    .map(([frequency, interval, more]) => `FREQ=${frequency};INTERVAL=${interval}${more}`)
  fc.assert(
    fc.property(
      rule,
      fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo'),
      (rrule, zone) => {
        const starts = expand(rrule, { zone, limit: 20, dtstart: '2026-03-01T02:15' })
        if ('problem' in starts) return
        const instants = starts.map(start => start.epochMilliseconds)
        expect(instants).toEqual([...new Set(instants)].sort((one, other) => one - other))
        expect(instants.length).toBeLessThanOrEqual(20)
      },
    ),
    { numRuns: 60 },
  )
})

test('whatever text a rule is, it is expanded or refused', () => {
  const part = fc.tuple(
    fc.constantFrom('FREQ', 'BYDAY', 'UNTIL', 'COUNT', 'BYSETPOS', 'RSCALE', '__proto__', 'constructor', ''),
    fc.oneof(fc.constantFrom('DAILY', 'MO', '1', '-1', '19970905', '1,2'), fc.string({ maxLength: 12 })),
  )
  const text = fc.array(part, { maxLength: 4 }).map(parts => parts.map(pair => pair.join('=')).join(';'))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ maxLength: 40 })), rrule => {
      const starts = expand(rrule, { limit: 3 })
      expect('problem' in starts || starts.length <= 3).toBe(true)
    }),
    { numRuns: 500 },
  )
})
