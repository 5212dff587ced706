import { expect, test } from 'vitest'
import { readCalendars } from './content-lines.ts'
import { readEvents } from './read-events.ts'
import { zonesOfFile } from './zones-of-file.ts'

const BERLIN = 'Europe/Berlin'
const window = {
  start: Temporal.Instant.from('2026-10-01T00:00:00Z'),
  end: Temporal.Instant.from('2026-12-01T00:00:00Z'),
}

function read(lines: string, { self = null as string | null } = {}) {
  const calendars = readCalendars(
    `BEGIN:VCALENDAR\r\n${lines.trim().replaceAll(/\n */g, '\r\n')}\r\nEND:VCALENDAR`,
  )
  if ('problem' in calendars) throw new Error(calendars.problem)
  const zoneOf = zonesOfFile(calendars, { near: BERLIN, year: 2026 })
  return [...readEvents(calendars, { window, zoneOf, here: BERLIN, self })]
}

/** The busy times of a file, in UTC: "10-05 07:00 – 10-05 08:00". */
function busy(lines: string, options = {}): string[] {
  const short = (at: Temporal.Instant): string => at.toString().slice(5, 16).replace('T', ' ')
  return read(lines, options)
    .flatMap(event => {
      if ('unreadable' in event) return [`unreadable ${event.unreadable}`]
      const taken = event.busy === 'free' ? [] : event.occurrences
      return taken.map(({ startsAt, endsAt }) => `${short(startsAt)} – ${short(endsAt)}`)
    })
    .toSorted()
}

const event = (lines: string): string => `BEGIN:VEVENT\nUID:a\n${lines.trim()}\nEND:VEVENT`

test('a time without a zone is where the calendar is', () => {
  expect(busy(event('DTSTART:20261005T090000\nDTEND:20261005T100000'))).toEqual(['10-05 07:00 – 10-05 08:00'])
})

test('a day alone lasts from midnight to midnight of the calendar, 25 hours when clocks go back', () => {
  expect(busy(event('DTSTART;VALUE=DATE:20261025'))).toEqual(['10-24 22:00 – 10-25 23:00'])
})

test('an event of 400 days is seen from within', () => {
  expect(busy(event('DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270205'))).toEqual([
    '12-31 23:00 – 02-04 23:00',
  ])
})

test('an event without length is there and takes no time', () => {
  expect(busy(event('DTSTART:20261005T090000Z'))).toEqual(['10-05 09:00 – 10-05 09:00'])
})

test('nine o’clock every Monday stays nine o’clock when clocks change', () => {
  const lines = event('DTSTART;TZID=Europe/Berlin:20261019T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3')
  expect(busy(lines)).toEqual([
    '10-19 07:00 – 10-19 08:00',
    '10-26 08:00 – 10-26 09:00',
    '11-02 08:00 – 11-02 09:00',
  ])
})

test.each([
  'FREQ=WEEKLY;INTERVAL=4',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU',
  'FREQ=DAILY;INTERVAL=5',
  'FREQ=DAILY;BYDAY=TU',
  'FREQ=HOURLY;INTERVAL=31',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;INTERVAL=7',
  'FREQ=YEARLY;BYMONTH=10,11;BYDAY=1MO',
])('a series of years ago, %s, is where counting each of them leads', rule => {
  const lines = (more: string): string =>
    event(`DTSTART;TZID=Europe/Berlin:20250103T090000\nDURATION:PT1H\nRRULE:${rule}${more}`)
  // The count itself makes every single one be looked at.
  expect(busy(lines(''))).toEqual(busy(lines(';COUNT=9000')))
  expect(busy(lines('')).length).toBeGreaterThan(0)
})

test('one of a series that was moved is where it was moved to, and keeps its name', () => {
  const lines = `${event('DTSTART;TZID=Europe/Berlin:20261019T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2')}
    ${event('RECURRENCE-ID;TZID=Europe/Berlin:20261026T090000\nDTSTART:20261027T120000Z\nDURATION:PT30M')}`
  expect(busy(lines)).toEqual(['10-19 07:00 – 10-19 08:00', '10-27 12:00 – 10-27 12:30'])
  const keys = read(lines).flatMap(part =>
    'unreadable' in part ? [] : part.occurrences.map(({ key }) => key),
  )
  expect(keys).toEqual(['2026-10-19T07:00:00Z', '2026-10-26T08:00:00Z'])
})

test('one of a series that was cancelled, taken out, or taken out by its day is free', () => {
  const lines = `${event('DTSTART;TZID=Europe/Berlin:20261005T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261006T090000\nEXDATE;VALUE=DATE:20261007')}
    ${event('RECURRENCE-ID;TZID=Europe/Berlin:20261008T090000\nDTSTART;TZID=Europe/Berlin:20261008T090000\nDURATION:PT1H\nSTATUS:CANCELLED')}`
  expect(busy(lines)).toEqual(['10-05 07:00 – 10-05 08:00'])
})

test.each([
  ['marked as free', 'TRANSP:TRANSPARENT'],
  ['cancelled', 'STATUS:CANCELLED'],
  ['free for Outlook', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
  ['declined by oneself', 'ATTENDEE;CN="Mara, Salon";PARTSTAT=DECLINED:mailto:Mara@salon.example'],
])('what is %s takes no time', (_, line) => {
  const lines = event(`DTSTART:20261005T090000Z\nDURATION:PT1H\n${line}`)
  expect(busy(lines, { self: 'mara@salon.example' })).toEqual([])
})

test('what somebody else declined takes the time', () => {
  const lines = event(
    'DTSTART:20261005T090000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:kim@salon.example',
  )
  expect(busy(lines, { self: 'mara@salon.example' })).toHaveLength(1)
})

test.each(['W. Europe Standard Time', '/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'])(
  'the zone %s is known by its name',
  tzid => {
    expect(busy(event(`DTSTART;TZID=${tzid}:20261005T090000\nDURATION:PT1H`))).toEqual([
      '10-05 07:00 – 10-05 08:00',
    ])
  },
)

const VTIMEZONE = `BEGIN:VTIMEZONE
  TZID:Unsere Zeit
  BEGIN:STANDARD
  DTSTART:16010101T030000
  TZOFFSETFROM:+0200
  TZOFFSETTO:+0100
  RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
  END:STANDARD
  BEGIN:DAYLIGHT
  DTSTART:16010101T020000
  TZOFFSETFROM:+0100
  TZOFFSETTO:+0200
  RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
  END:DAYLIGHT
  END:VTIMEZONE`

test('a zone with a name of its own is known by what it does', () => {
  const lines = `${VTIMEZONE}\n${event('DTSTART;TZID=Unsere Zeit:20261005T090000\nDURATION:PT1H')}`
  expect(busy(lines)).toEqual(['10-05 07:00 – 10-05 08:00'])
})

test.each([
  ['a zone nobody knows', 'DTSTART;TZID=Mars/Olympus:20261005T090000', 'DTSTART'],
  ['a 31st of November', 'DTSTART:20261131T090000Z', 'DTSTART'],
  ['an end that is none', 'DTSTART:20261005T090000Z\nDTEND:soon', 'DTEND'],
  ['a rule that is none', 'DTSTART:20261005T090000Z\nRRULE:FREQ=SOMETIMES', 'RRULE'],
  ['an exception that is none', 'DTSTART:20261005T090000Z\nRRULE:FREQ=DAILY\nEXDATE:never', 'EXDATE'],
])('an event with %s is named as unreadable', (_, lines, property) => {
  expect(read(event(lines))[0]).toMatchObject({ uid: 'a', unreadable: expect.stringContaining(property) })
})

test('published busy times count, also without events', () => {
  const lines = `BEGIN:VFREEBUSY\nUID:f\nFREEBUSY:20261005T090000Z/PT1H,20261005T120000Z/20261005T123000Z\nFREEBUSY;FBTYPE=FREE:20261006T090000Z/PT1H\nEND:VFREEBUSY`
  expect(busy(lines)).toEqual(['10-05 09:00 – 10-05 10:00', '10-05 12:00 – 10-05 12:30'])
})

test('a file that ends too early is refused: what is missing must not pass as free', () => {
  expect(readCalendars('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n')).toEqual({ problem: 'ends within VEVENT' })
})

test('a page that says something else is no calendar', () => {
  expect(readCalendars('<html>login</html>')).toEqual({ problem: 'is no calendar' })
})
