/**
 * When a schedule comes. Cron times are wall time of a zone: one that does not exist, because clocks go forward,
 * comes when they have; one that exists twice comes the first time only. What must keep its distance on such days
 * too, says `everyMs`.
 */
export type Cadence =
  | { readonly cron: string; readonly zone: string }
  /** On a grid of its own length that begins at 1970-01-01T00:00Z. */
  | { readonly everyMs: number }

type Field = ReadonlySet<number>
type Cron = {
  readonly minutes: Field
  readonly hours: Field
  readonly days: Field
  readonly months: Field
  readonly weekdays: Field
  /** As in cron: with both restricted, either is enough. */
  readonly eitherDay: boolean
}

/** A 29 February on a certain weekday comes within 40 years, if the fields fit any day at all. */
const MOST_DAYS = 366 * 40

/** The first time after `after`. Throws for a cadence that never comes or cannot be read. */
export function nextTime(cadence: Cadence, after: Temporal.Instant): Temporal.Instant {
  if ('everyMs' in cadence) {
    if (!Number.isInteger(cadence.everyMs) || cadence.everyMs < 1000)
      throw new Error(`${cadence.everyMs} ms is no cadence: whole milliseconds, at least 1000.`)
    const slots = Math.floor(after.epochMilliseconds / cadence.everyMs) + 1
    return Temporal.Instant.fromEpochMilliseconds(slots * cadence.everyMs)
  }
  const cron = parseCron(cadence.cron)
  let date = after.toZonedDateTimeISO(cadence.zone).toPlainDate()
  for (let day = 0; day < MOST_DAYS; day += 1) {
    if (fitsDay(cron, date)) {
      const found = firstOfDay(cron, { date, zone: cadence.zone, after })
      if (found) return found
    }
    date = date.add({ days: 1 })
  }
  throw new Error(`"${cadence.cron}" never comes.`)
}

/** As it is stored and shown: `15 3 * * *` or `every 300 s`. */
export function describeCadence(cadence: Cadence): { cadence: string; zone: string } {
  return 'cron' in cadence
    ? { cadence: cadence.cron, zone: cadence.zone }
    : { cadence: `every ${cadence.everyMs / 1000} s`, zone: 'UTC' }
}

function fitsDay(cron: Cron, date: Temporal.PlainDate): boolean {
  if (!cron.months.has(date.month)) return false
  const day = cron.days.has(date.day)
  const weekday = cron.weekdays.has(date.dayOfWeek % 7)
  return cron.eitherDay ? day || weekday : day && weekday
}

function firstOfDay(
  cron: Cron,
  { date, zone, after }: { date: Temporal.PlainDate; zone: string; after: Temporal.Instant },
): Temporal.Instant | null {
  for (const hour of [...cron.hours].sort(ascending))
    for (const minute of [...cron.minutes].sort(ascending)) {
      const wall = date.toPlainDateTime({ hour, minute })
      const instant = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
      if (Temporal.Instant.compare(instant, after) > 0) return instant
    }
  return null
}

function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  const [minute, hour, day, month, weekday] = fields
  if (fields.length !== 5 || !minute || !hour || !day || !month || !weekday)
    throw new Error(`"${text}" is not a cron line of five fields.`)
  return {
    minutes: parseField(minute, 0, 59),
    hours: parseField(hour, 0, 23),
    days: parseField(day, 1, 31),
    months: parseField(month, 1, 12),
    weekdays: new Set([...parseField(weekday, 0, 7)].map(number => number % 7)),
    eitherDay: day !== '*' && weekday !== '*',
  }
}

/** `*`, `5`, `1-5`, an every-15 step, `8-18/2`, and lists of them. */
function parseField(text: string, least: number, most: number): Field {
  const numbers = text.split(',').flatMap(part => {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part)
    if (!match) throw new Error(`"${part}" is not a field of a cron line.`)
    const [, from, to, step] = match
    const start = from === undefined ? least : Number(from)
    const end = to === undefined ? (from === undefined || step !== undefined ? most : start) : Number(to)
    const stride = step === undefined ? 1 : Number(step)
    if (start < least || end > most || start > end || stride < 1)
      throw new Error(`"${part}" is outside ${least} to ${most}.`)
    return Array.from(
      { length: Math.floor((end - start) / stride) + 1 },
      (_, index) => start + index * stride,
    )
  })
  return new Set(numbers)
}

function ascending(left: number, right: number): number {
  return left - right
}
