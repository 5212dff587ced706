import { z } from 'zod'
import { DAY, MINUTE, type WallWindow } from '../../../platform/time/working-time.ts'
import { isTimeZone, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { type Availability, availableStarts, type Person } from '../domain/available-starts.ts'
import {
  busyTimes,
  instant,
  MOST_SHOWN,
  minutes,
  optionalMinutes,
  readOrNull,
  withinCenturies,
} from './slot-scenario-instants.ts'
import {
  entriesProblem,
  LONGEST_RANGE_DAYS,
  MOST_STARTS,
  type SizeProblem,
  windowsProblem,
} from './slot-scenario-limits.ts'

export type ScenarioProblem = {
  readonly error: {
    readonly code: string
    readonly field: string
    /** What stands there, as JSON and cut; left out where nothing does. */
    readonly value?: string
    readonly detail: string
  }
}

export type ScenarioAnswer =
  | { readonly id: unknown; readonly starts: readonly string[] }
  | (ScenarioProblem & { readonly id?: unknown })

/** 00:00 to 23:59. */
const CLOCKS = Array.from({ length: DAY / MINUTE }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':'),
)
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: issue => `"${String(issue.input).slice(0, MOST_SHOWN)}" is not a time from 00:00 to 24:00`,
  })
  .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
const localDay = z.string().transform((text, context) => {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? readOrNull(() => startOfLocalDay(Temporal.PlainDate.from(text), 'UTC'))
    : null
  return withinCenturies(midnight, context, `"${text.slice(0, MOST_SHOWN)}" is not a date`) / DAY
})
const zone = z
  .string()
  .refine(isTimeZone, { error: issue => `"${String(issue.input).slice(0, MOST_SHOWN)}" is not a time zone` })
const window = z.object({ start: clock, end: clock })
/** Left out or null. */
function optional<T extends z.ZodType>(otherwise: z.output<T>, schema: T) {
  return schema.nullish().transform(given => given ?? otherwise)
}
const calendar = {
  timezone: zone,
  workingHours: optional([], z.array(window.extend({ days: z.array(z.enum(WEEKDAYS)) }))),
  dateOverrides: optional(
    [],
    z
      .array(z.object({ date: localDay, windows: optional([], z.array(window)) }))
      .superRefine((overrides, context) => {
        const dates = new Set<number>()
        for (const [index, { date }] of overrides.entries()) {
          if (dates.has(date))
            context.addIssue({
              code: 'custom',
              path: [index, 'date'],
              message: `${new Date(date * DAY).toISOString().slice(0, 10)} is overridden twice`,
            })
          dates.add(date)
        }
      }),
  ),
  busy: busyTimes,
}
const person = z.object(calendar)
const scenario = z
  .object({
    id: z.unknown(),
    displayTimezone: zone.nullish(),
    slotMinutes: minutes(1),
    intervalMinutes: minutes(1),
    offsetMinutes: optionalMinutes,
    bufferBefore: optionalMinutes,
    bufferAfter: optionalMinutes,
    minimumNoticeMinutes: optionalMinutes,
    now: instant,
    range: z
      .object({ from: instant, to: instant })
      .refine(range => range.from <= range.to, { path: ['to'], error: 'must not be before "from"' })
      .refine(range => range.to - range.from <= LONGEST_RANGE_DAYS * DAY, {
        path: ['to'],
        error: `must be at most ${LONGEST_RANGE_DAYS} days after "from"`,
      }),
    staff: z.array(person).nullish(),
    staffMode: optional('any', z.enum(['any', 'all'])),
    semantics: optional(
      { grid: 'window', buffer: 'candidate', rangeEnd: 'slotEnd', overnight: 'ignored' },
      z.object({
        grid: optional('window', z.enum(['window', 'free', 'clock'])),
        buffer: optional('candidate', z.literal('candidate')),
        rangeEnd: optional('slotEnd', z.literal('slotEnd')),
        overnight: optional('ignored', z.enum(['ignored', 'wrap'])),
      }),
    ),
  })
  .extend({ ...calendar, timezone: zone.nullish() })
  .refine(given => (given.staff ?? given.timezone ?? null) !== null, {
    path: ['timezone'],
    error: 'is missing',
  })
type Scenario = z.infer<typeof scenario>

/**
 * Free starts of one scenario, in UTC; or what is wrong with it, by field and value. The same engine answers the
 * product: the scenario only takes the place of the database.
 */
export function answerSlotScenario(given: unknown): ScenarioAnswer {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  const question = readScenario(given)
  const answer = 'error' in question ? question : startsOf(question)
  if ('error' in answer) return id === undefined ? answer : { id, ...answer }
  return { id, ...answer }
}

function startsOf(question: Availability): ScenarioProblem | { starts: string[] } {
  const starts = availableStarts(question, MOST_STARTS)
  if (starts === null) return refusal({ field: 'range', detail: `has more than ${MOST_STARTS} starts` })
  return { starts: writtenStarts(starts) }
}

/** A scenario in the words of the engine, or what is wrong with it. */
export function readScenario(given: unknown): Availability | ScenarioProblem {
  const tooMany = entriesProblem(given)
  if (tooMany) return refusal(tooMany)
  const parsed = scenario.safeParse(given)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? []
    const detail = parsed.error.issues[0]?.message ?? 'is not a scenario'
    return refusal({ field: path.join('.'), detail }, shown(valueAt(given, path)))
  }
  const question = toQuestion(parsed.data)
  const tooMuch = windowsProblem(question)
  return tooMuch ? refusal(tooMuch, shown(valueAt(given, ['range']))) : question
}

function refusal({ field, detail }: SizeProblem, value?: string): ScenarioProblem {
  return {
    error: { code: 'platform/invalid-request', field, ...(value === undefined ? {} : { value }), detail },
  }
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    given,
  )
}

function shown(value: unknown): string | undefined {
  return JSON.stringify(value)?.slice(0, MOST_SHOWN)
}

function toQuestion(given: Scenario): Availability {
  const { timezone, semantics } = given
  const people = given.staff ?? (timezone ? [{ ...given, timezone }] : [])
  return {
    people: people.map(one => toPerson(one, semantics.overnight)),
    mode: given.staffMode,
    lengthMs: given.slotMinutes * MINUTE,
    bufferBeforeMs: given.bufferBefore * MINUTE,
    bufferAfterMs: given.bufferAfter * MINUTE,
    grid: {
      kind: semantics.grid,
      stepMs: given.intervalMinutes * MINUTE,
      offsetMs: given.offsetMinutes * MINUTE,
    },
    displayZone: given.displayTimezone ?? timezone ?? null,
    noticeAt: Math.floor((given.now + given.minimumNoticeMinutes * MINUTE) / MINUTE) * MINUTE,
    range: given.range,
  }
}

function toPerson(given: z.infer<typeof person>, overnight: 'ignored' | 'wrap'): Person {
  return {
    week: {
      zone: given.timezone,
      windows: given.workingHours.flatMap(hours =>
        wallWindows([hours], overnight).flatMap(wall =>
          hours.days.map(day => ({ weekday: WEEKDAYS.indexOf(day) + 1, ...wall })),
        ),
      ),
      overrides: new Map(
        given.dateOverrides.map(override => [override.date, wallWindows(override.windows, overnight)]),
      ),
    },
    busy: given.busy,
  }
}

/** An end that is not after its start: nothing, or the next day. */
function wallWindows(
  windows: ReadonlyArray<{ start: number; end: number }>,
  overnight: 'ignored' | 'wrap',
): WallWindow[] {
  return windows.flatMap(({ start, end }) => {
    if (start < end) return [{ fromMinute: start, toMinute: end }]
    return overnight === 'wrap' ? [{ fromMinute: start, toMinute: end + 1440 }] : []
  })
}

/** As written in UTC. A day's beginning is written once: it takes most of the time of a long answer. */
function writtenStarts(starts: readonly number[]): string[] {
  let day = Number.NaN
  let date = ''
  return starts.map(start => {
    const current = Math.floor(start / DAY)
    if (current !== day) date = new Date(start).toISOString().slice(0, 11)
    day = current
    return `${date}${CLOCKS[Math.floor((start - day * DAY) / MINUTE)]}:00Z`
  })
}
