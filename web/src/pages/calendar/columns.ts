import type { Calendar, CalendarBlock, CalendarResource, DrawnAppointment } from '../../api/contract.ts'
import { type Stretch, sideBySide, stretchOn } from '../../util/day-layout.ts'
import type { LocalDate } from '../../util/local-date.ts'

/** An appointment where it stands in a column: its parts, and how it shares the width with others. */
export type Entry = {
  appointment: DrawnAppointment
  hull: Stretch
  parts: Stretch[]
  lane: number
  lanes: number
}

/** Time that cannot be used, with why. */
export type Band = Stretch & { key: string; because: CalendarBlock['kind'] | 'busy'; reason: string | null }

export type Column = {
  key: string
  day: LocalDate
  /** Whose it is; null: of everybody. */
  resource: CalendarResource | null
  working: Stretch[]
  bands: Band[]
  entries: Entry[]
}

type Kinds = 'people' | 'rooms'

/**
 * One day, a column for each person, or for each room and device. What takes no person at all, such as a place at a
 * counter, has a column among the people, so that nothing is missing there.
 */
export const columnsOfDay = (calendar: Calendar, day: LocalDate, kinds: Kinds): Column[] => {
  const isPerson = personsOf(calendar)
  const unattended = new Set(
    calendar.appointments
      .filter(({ segments }) => !segments.some(segment => isPerson.has(segment.resource_id)))
      .flatMap(({ segments }) => segments.map(segment => segment.resource_id)),
  )
  return calendar.resources
    .filter(({ id, kind }) => (kind === 'staff') === (kinds === 'people') || unattended.has(id))
    .map(resource => ({
      key: resource.id,
      day,
      resource,
      working: stretchesOn(day, resource.working),
      bands: bandsOf(calendar, day, resource.id),
      entries: entriesOf(calendar, day, new Set([resource.id])),
    }))
}

/** Several days, a column each: of everybody, or of one person. */
export const columnsOfDays = (
  calendar: Calendar,
  days: readonly LocalDate[],
  who: string | undefined,
): Column[] => {
  const resource = calendar.resources.find(({ id }) => id === who) ?? null
  return days.map(day => ({
    key: day,
    day,
    resource,
    working: stretchesOn(day, resource?.working ?? calendar.opening),
    bands: bandsOf(calendar, day, resource?.id ?? null),
    entries: entriesOf(calendar, day, resource === null ? null : new Set([resource.id])),
  }))
}

const personsOf = ({ resources }: Calendar) =>
  new Set(resources.filter(({ kind }) => kind === 'staff').map(({ id }) => id))

const stretchesOn = (day: LocalDate, spans: readonly { starts_at: string; ends_at: string }[]) =>
  spans.flatMap(span => stretchOn(day, span) ?? [])

/** With an id what concerns that resource, else what concerns the whole location. */
const bandsOf = ({ blocks, busy }: Calendar, day: LocalDate, resourceId: string | null): Band[] => [
  ...blocks
    .filter(block => block.resource_id === null || block.resource_id === resourceId)
    .flatMap(block => {
      const stretch = stretchOn(day, block)
      return stretch ? [{ ...stretch, key: block.id, because: block.kind, reason: block.reason }] : []
    }),
  ...busy
    .filter(entry => entry.resource_id === resourceId)
    .flatMap(entry => {
      const stretch = stretchOn(day, entry)
      return stretch
        ? [{ ...stretch, key: `${entry.starts_at}busy`, because: 'busy' as const, reason: null }]
        : []
    }),
]

/** Of one resource its parts; of everybody the parts in which people work, or all where nobody does. */
const entriesOf = (calendar: Calendar, day: LocalDate, of: ReadonlySet<string> | null): Entry[] => {
  const persons = personsOf(calendar)
  const found = calendar.appointments.flatMap(appointment => {
    const attended = appointment.segments.filter(segment => persons.has(segment.resource_id))
    const drawn = attended.length > 0 ? attended : appointment.segments
    const own = of === null ? drawn : appointment.segments.filter(segment => of.has(segment.resource_id))
    const parts = withoutTwins(stretchesOn(day, own))
    return parts.length === 0 ? [] : [{ appointment, parts, hull: hullOf(parts) }]
  })
  return sideBySide(found, entry => entry.parts).map(({ item, lane, lanes }) => ({ ...item, lane, lanes }))
}

/** Two people in the same part take the same time. */
const withoutTwins = (parts: Stretch[]) =>
  parts.filter(
    (part, index) => parts.findIndex(({ from, to }) => from === part.from && to === part.to) === index,
  )

const hullOf = (parts: readonly Stretch[]): Stretch => ({
  from: Math.min(...parts.map(part => part.from)),
  to: Math.max(...parts.map(part => part.to)),
})
