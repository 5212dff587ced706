import fc from 'fast-check'
import type { Scenario, ScenarioCalendar } from './scenario.ts'

/**
 * Around changes of the clocks: by half an hour, by two hours, at midnight, in the south, of a whole day, for Ramadan;
 * and around nothing.
 */
const PLACES: ReadonlyArray<readonly [zone: string, ...days: string[]]> = [
  ['Europe/Berlin', '2026-03-28', '2026-10-24', '2026-11-23'],
  ['America/New_York', '2026-03-07', '2026-10-31', '2026-06-15'],
  ['America/St_Johns', '2026-03-07', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-04-04', '2026-10-03'],
  ['Pacific/Auckland', '2026-04-04', '2026-09-26'],
  ['Pacific/Chatham', '2026-04-04', '2026-09-26'],
  ['America/Santiago', '2026-04-04', '2026-09-05'],
  ['Africa/Cairo', '2026-04-23', '2026-10-29'],
  ['Asia/Kathmandu', '2026-05-10'],
  ['Asia/Beirut', '2026-03-28', '2026-10-24'],
  ['Pacific/Apia', '2011-12-28', '2021-04-02'],
  ['America/Havana', '2026-03-07', '2026-10-31'],
  ['Antarctica/Troll', '2026-03-28', '2026-10-24'],
  ['Africa/Casablanca', '2026-02-14', '2026-03-21'],
]
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const instantText = (start: string, minute: number): string =>
  new Date(Date.parse(`${start}T00:00Z`) + minute * 60_000).toISOString()

const place = fc
  .constantFrom(...PLACES)
  .chain(([zone, ...days]) => fc.record({ zone: fc.constant(zone), day: fc.constantFrom(...days) }))
const clock = fc.oneof(
  fc.nat(96).map(quarter => clockText(quarter * 15)),
  fc.nat(1440).map(clockText),
  fc.constantFrom('00:00', '24:00', '09:00', '12:00', '02:00', '02:30', '03:00'),
)
const window = fc.record({ start: clock, end: clock })
const workingHours = fc.oneof(
  fc.array(
    fc.tuple(window, fc.subarray(DAYS, { minLength: 1 })).map(([wall, days]) => ({ ...wall, days })),
    { maxLength: 4 },
  ),
  fc.constant([{ days: DAYS, start: '00:00', end: '24:00' }]),
  fc.constant([{ days: DAYS, start: '09:00', end: '17:00' }]),
)

const calendarOn = ({ zone, day }: { zone: string; day: string }): fc.Arbitrary<ScenarioCalendar> =>
  fc.record({
    timezone: fc.constant(zone),
    workingHours,
    dateOverrides: fc.uniqueArray(
      fc.record({
        date: fc.integer({ min: -2, max: 4 }).map(later => instantText(day, later * 1440).slice(0, 10)),
        windows: fc.array(window, { maxLength: 3 }),
      }),
      { maxLength: 2, selector: override => override.date },
    ),
    busy: fc.array(
      fc
        .record({
          from: fc.integer({ min: -1440, max: 4 * 1440 }),
          length: fc.oneof(fc.constantFrom(0, 15, 30, 60), fc.nat(400)),
          bufferBefore: fc.option(fc.constantFrom(0, 5, 30), { nil: undefined }),
          bufferAfter: fc.option(fc.constantFrom(0, 7, 15), { nil: undefined }),
        })
        .map(({ from, length, bufferBefore, bufferAfter }) => ({
          start: instantText(day, from),
          end: instantText(day, from + length),
          ...(bufferBefore === undefined ? {} : { bufferBefore }),
          ...(bufferAfter === undefined ? {} : { bufferAfter }),
        })),
      { maxLength: 6 },
    ),
  })

export const randomScenario: fc.Arbitrary<Scenario> = place.chain(here =>
  fc
    .record({
      slotMinutes: fc.constantFrom(15, 30, 45, 60, 90, 20, 7),
      intervalMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60, 90, 120, 25, 50, 7),
      offsetMinutes: fc.constantFrom(0, 0, 0, 5, 10),
      bufferBefore: fc.constantFrom(0, 0, 5, 10, 30),
      bufferAfter: fc.constantFrom(0, 0, 5, 15),
      minimumNoticeMinutes: fc.constantFrom(0, 60, 1440),
      now: fc
        .tuple(fc.integer({ min: -2880, max: 2880 }), fc.nat(59))
        .map(([minute, second]) =>
          instantText(here.day, minute).replace(':00.000', `:${String(second).padStart(2, '0')}`),
        ),
      range: fc
        .tuple(fc.integer({ min: -300, max: 1440 }), fc.integer({ min: 60, max: 3000 }))
        .map(([from, length]) => ({
          from: instantText(here.day, from),
          to: instantText(here.day, from + length),
        })),
      semantics: fc.record({
        grid: fc.constantFrom('window' as const, 'free' as const, 'clock' as const),
        buffer: fc.constant('candidate' as const),
        rangeEnd: fc.constant('slotEnd' as const),
        overnight: fc.constantFrom('ignored' as const, 'wrap' as const),
      }),
      display: fc.option(fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe'), {
        nil: undefined,
      }),
      people: fc.oneof(
        { weight: 3, arbitrary: calendarOn(here).map(calendar => calendar as ScenarioCalendar) },
        {
          weight: 1,
          arbitrary: fc.record({
            staff: fc.array(
              fc.oneof(
                calendarOn(here),
                place.chain(other => calendarOn({ ...here, zone: other.zone })),
              ),
              { maxLength: 3 },
            ),
            staffMode: fc.constantFrom('any' as const, 'all' as const),
            timezone: fc.constant(here.zone),
          }),
        },
      ),
    })
    .map(({ people, display, ...rest }) => ({
      id: 'random',
      ...rest,
      ...people,
      ...(display === undefined ? {} : { displayTimezone: display }),
    })),
)
