import { expandRecurrence } from '../../../../platform/time/recurrence.ts'
import { zoneByName } from '../../../../platform/time/zone-names.ts'
import { type IcalComponent, propertyOf, textOf } from './content-lines.ts'
import { readWallTime, type ZoneOf } from './wall-time.ts'

/**
 * Finds the zones that a file names: by name, else by what its `VTIMEZONE` says, where that is what a zone we know does
 * in `year` and the next. `near` is tried first, since most files are from around the corner.
 */
export function zonesOfFile(
  calendars: readonly IcalComponent[],
  { near, year }: { near: string; year: number },
): ZoneOf {
  const described = new Map<string, IcalComponent>()
  for (const calendar of calendars)
    for (const component of calendar.components) {
      const tzid = component.name === 'VTIMEZONE' ? textOf(component, 'TZID') : null
      if (tzid !== null) described.set(tzid, component)
    }
  const known = new Map<string, string | null>()
  return tzid => {
    const found = known.get(tzid)
    if (found !== undefined) return found
    const description = described.get(tzid)
    const place = description ? textOf(description, 'X-LIC-LOCATION') : null
    const zone =
      zoneByName(tzid) ??
      (place === null ? null : zoneByName(place)) ??
      (description ? zoneLike(description, { near, year }) : null)
    known.set(tzid, zone)
    return zone
  }
}

/** A change of clocks as a file describes it: from then on this offset. */
type Onset = { readonly at: Temporal.PlainDateTime; readonly offsetMinutes: number }

function zoneLike(description: IcalComponent, { near, year }: { near: string; year: number }): string | null {
  const onsets = onsetsOf(description, year)
  if (onsets === null) return null
  const agrees = (zone: string): boolean =>
    probes(year).every(wall => {
      const { offsetNanoseconds } = wall.toZonedDateTime(zone)
      return offsetNanoseconds / 60e9 === offsetAt(wall, onsets)
    })
  return [near, ...Intl.supportedValuesOf('timeZone')].find(agrees) ?? null
}

/** Noons of two years, three days apart: near enough to tell apart when clocks change. */
function probes(year: number): Temporal.PlainDateTime[] {
  const first = Temporal.PlainDateTime.from({ year, month: 1, day: 2, hour: 12 })
  return Array.from({ length: 242 }, (_, index) => first.add({ days: index * 3 }))
}

function offsetAt(wall: Temporal.PlainDateTime, onsets: readonly Onset[]): number | null {
  const past = onsets.filter(({ at }) => Temporal.PlainDateTime.compare(at, wall) <= 0)
  return past.at(-1)?.offsetMinutes ?? null
}

function onsetsOf(description: IcalComponent, year: number): readonly Onset[] | null {
  const onsets: Onset[] = []
  for (const observance of description.components) {
    const start = propertyOf(observance, 'DTSTART')
    const offsetMinutes = readOffset(textOf(observance, 'TZOFFSETTO'))
    const begins = start && readWallTime(start.value, start, { zoneOf: () => null, here: 'UTC' })
    if (!begins || offsetMinutes === null) return null
    onsets.push({ at: begins.wall, offsetMinutes })
    for (const at of yearly(begins.wall, textOf(observance, 'RRULE'), year))
      onsets.push({ at, offsetMinutes })
  }
  return onsets.toSorted((one, other) => Temporal.PlainDateTime.compare(one.at, other.at))
}

/** The onsets of a rule in the years that are compared; a rule that began long ago is taken up shortly before them. */
function yearly(first: Temporal.PlainDateTime, rrule: string | null, year: number): Temporal.PlainDateTime[] {
  if (rrule === null) return []
  const dtstart = first.year < year - 1 ? first.with({ year: year - 1 }) : first
  const starts = expandRecurrence({ dtstart, zone: 'UTC', rrule, limit: 5 })
  if ('problem' in starts) return []
  // The first counts even where the rule does not name it, and a year that was put in is no onset.
  const named = dtstart.equals(first) ? starts : starts.slice(1)
  return named.map(start => start.toZonedDateTimeISO('UTC').toPlainDateTime())
}

function readOffset(text: string | null): number | null {
  const match = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(text?.trim() ?? '')
  if (match === null) return null
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}
