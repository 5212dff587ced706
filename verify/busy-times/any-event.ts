import fc from 'fast-check'

/** Both changes of clocks of Europe and of America lie within. */
export const WINDOW = {
  start: Temporal.Instant.from('2026-10-01T00:00:00Z'),
  end: Temporal.Instant.from('2027-05-01T00:00:00Z'),
}
export const HERE = 'Europe/Berlin'
const ZONES = {
  'Europe/Berlin': ['+0100', '+0200', '10;BYDAY=-1SU', '3;BYDAY=-1SU', '03', '02'],
  'America/New_York': ['-0500', '-0400', '11;BYDAY=1SU', '3;BYDAY=2SU', '02', '02'],
} as const
const vtimezone = (zone: keyof typeof ZONES): string => {
  const [winter, summer, back, forward, backAt, forwardAt] = ZONES[zone]
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    `DTSTART:20071028T${backAt}0000`,
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${back}`,
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    `DTSTART:20070325T${forwardAt}0000`,
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${forward}`,
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')
}

const two = (value: number): string => String(value).padStart(2, '0')
export const anyEvent = fc
  .record({
    year: fc.integer({ min: 2021, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.constantFrom(0, 4, 9, 13, 23),
    kind: fc.constantFrom('day', 'floating', 'utc', 'Europe/Berlin', 'America/New_York'),
    lasts: fc.constantFrom(0, 1, 45, 90, 1440, 10 * 1440, 400 * 1440),
    frequency: fc.constantFrom(null, 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    ends: fc.constantFrom('', ';COUNT=7', ';COUNT=300', ';UNTIL=20270115'),
    byday: fc.constantFrom('', ';BYDAY=MO,TH', ';BYDAY=SU'),
    excluded: fc.constantFrom(0, 1, 5),
  })
  .map(given => ({ ...given, byday: given.frequency === 'WEEKLY' ? given.byday : '' }))
export type Given = ReturnType<typeof anyEvent.generate> extends { value: infer T } ? T : never

/** The starting day fits the rule: whether one that does not counts is left open by the standard. */
function fitting(given: Given): Temporal.PlainDate {
  const wanted = given.byday.includes('SU') ? 7 : given.byday === '' ? null : 1
  const date = Temporal.PlainDate.from({ year: given.year, month: given.month, day: given.day })
  return wanted === null ? date : date.add({ days: (wanted - date.dayOfWeek + 7) % 7 })
}

function linesOf(given: Given, uid: number): string {
  const date = fitting(given).toString().replaceAll('-', '')
  const clock = `T${two(given.hour)}0000`
  const start =
    {
      day: `DTSTART;VALUE=DATE:${date}`,
      floating: `DTSTART:${date}${clock}`,
      utc: `DTSTART:${date}${clock}Z`,
    }[given.kind as string] ?? `DTSTART;TZID=${given.kind}:${date}${clock}`
  const duration =
    given.kind === 'day' ? `P${Math.max(1, Math.floor(given.lasts / 1440))}D` : `PT${given.lasts}M`
  const until = given.kind === 'day' ? given.ends : given.ends.replace('20270115', '20270115T200000Z')
  const rule =
    given.frequency === null
      ? []
      : [`RRULE:FREQ=${given.frequency};INTERVAL=${given.interval}${until}${given.byday}`]
  return ['BEGIN:VEVENT', `UID:${uid}`, start, `DURATION:${duration}`, ...rule, 'END:VEVENT'].join('\r\n')
}

/** A calendar file of these events. */
export const fileOf = (events: readonly Given[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    vtimezone('Europe/Berlin'),
    vtimezone('America/New_York'),
    ...events.map(linesOf),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
