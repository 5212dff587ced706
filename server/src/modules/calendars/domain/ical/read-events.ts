import { type IcalComponent, propertyOf, textOf } from './content-lines.ts'
import {
  endOf,
  keyOf,
  type Occurrence,
  occurrencesIn,
  type Reader,
  readTime,
  readTiming,
  type Timing,
  touches,
  type Unreadable,
  type Window,
} from './occurrences.ts'
import { instantOf } from './wall-time.ts'

/** An event of a calendar file with its occurrences in a window. */
export type IcalEvent = {
  readonly uid: string
  readonly busy: 'busy' | 'tentative' | 'free'
  readonly state: 'confirmed' | 'requested' | 'cancelled'
  readonly title: string | null
  /** What we wrote into it; null: it is not ours. */
  readonly reference: string | null
  readonly occurrences: readonly Occurrence[]
}

/** An entry whose times nobody can tell: it must not pass as free. */
export type UnreadableEvent = Unreadable & { readonly uid: string; readonly title: string | null }

export type Reading = Reader & {
  readonly window: Window
  /** The address that an invitation may have been declined by; null: unknown. */
  readonly self: string | null
}

/** The property in which our reference stands. */
export const REFERENCE_PROPERTY = 'X-ASKPRO-REFERENCE'

/**
 * The events of calendars (RFC 5545), series with their exceptions brought together by UID. What was cancelled, is
 * marked as free or was declined by `self` is there, and free. One after the other, because thousands of series take
 * seconds: whoever serves others meanwhile stops in between.
 */
export function* readEvents(
  calendars: readonly IcalComponent[],
  reading: Reading,
): Generator<IcalEvent | UnreadableEvent> {
  const components = calendars.flatMap(calendar => calendar.components)
  const series = new Map<string, IcalComponent[]>()
  components
    .filter(component => component.name === 'VEVENT')
    .forEach((event, index) => {
      const uid = textOf(event, 'UID')?.trim() || `without-uid-${index}`
      series.set(uid, [...(series.get(uid) ?? []), event])
    })
  for (const [uid, events] of series) yield readSeries(uid, events, reading)
  for (const part of components.filter(({ name }) => name === 'VFREEBUSY')) yield* readFreeBusy(part, reading)
}

/** A series as a whole: what is cancelled or free of it, alone or altogether, takes no time. */
function readSeries(
  uid: string,
  events: readonly IcalComponent[],
  reading: Reading,
): IcalEvent | UnreadableEvent {
  const exceptions = events.filter(event => propertyOf(event, 'RECURRENCE-ID') !== null)
  const master = newest(events.filter(event => propertyOf(event, 'RECURRENCE-ID') === null))
  const title = textOf(master ?? exceptions[0] ?? EMPTY, 'SUMMARY')
  const replaced = new Map<string, IcalComponent>()
  for (const exception of exceptions) {
    const original = readTime(propertyOf(exception, 'RECURRENCE-ID'), reading)
    if (original === null) return { uid, title, unreadable: 'RECURRENCE-ID' }
    const key = keyOf(instantOf(original))
    replaced.set(key, newest([replaced.get(key) ?? exception, exception]) ?? exception)
  }
  const read = [
    ...(master === null ? [] : [readMaster(master, replaced, reading)]),
    ...[...replaced].map(([key, exception]) => readException(exception, key, reading)),
  ]
  const parts: Part[] = []
  for (const part of read) {
    if ('unreadable' in part) return { uid, title, ...part }
    parts.push(part)
  }
  return { uid, ...together(parts) }
}

/** What is tentative among what is not counts as the rest. */
function together(parts: readonly Part[]): Part {
  const [first = NOTHING] = parts
  const taken = parts.filter(({ busy }) => busy !== 'free')
  if (taken.length === 0) return { ...first, occurrences: parts.flatMap(part => part.occurrences) }
  return {
    ...first,
    busy: taken.some(({ busy }) => busy === 'busy') ? 'busy' : 'tentative',
    occurrences: taken.flatMap(part => part.occurrences),
  }
}

type Part = Omit<IcalEvent, 'uid'>
const NOTHING: Part = { busy: 'free', state: 'confirmed', title: null, reference: null, occurrences: [] }
const EMPTY: IcalComponent = { name: '', properties: [], components: [] }

function readMaster(
  master: IcalComponent,
  replaced: ReadonlyMap<string, IcalComponent>,
  reading: Reading,
): Part | Unreadable {
  const timing = readTiming(master, reading)
  if ('unreadable' in timing) return timing
  const occurrences = occurrencesIn(timing, reading.window)
  if ('unreadable' in occurrences) return occurrences
  const own = occurrences.filter(({ key, startsAt }) => !replaced.has(key === 'once' ? keyOf(startsAt) : key))
  return { ...descriptionOf(master, reading), occurrences: own }
}

function readException(exception: IcalComponent, key: string, reading: Reading): Part | Unreadable {
  const timing: Timing | Unreadable = readTiming(exception, reading)
  if ('unreadable' in timing) return timing
  const startsAt = instantOf(timing.start)
  const occurrence = { key, startsAt, endsAt: endOf(startsAt, timing.length, timing.start.zone) }
  return {
    ...descriptionOf(exception, reading),
    occurrences: touches(occurrence, reading.window) ? [occurrence] : [],
  }
}

function descriptionOf(event: IcalComponent, { self }: Reading): Omit<Part, 'occurrences'> {
  const word = (name: string): string => textOf(event, name)?.trim().toUpperCase() ?? ''
  const status = word('STATUS')
  const seenAs = word('X-MICROSOFT-CDO-BUSYSTATUS')
  const free =
    status === 'CANCELLED' ||
    word('TRANSP') === 'TRANSPARENT' ||
    seenAs === 'FREE' ||
    seenAs === 'WORKINGELSEWHERE' ||
    isDeclinedBy(event, self)
  const tentative = status === 'TENTATIVE' || seenAs === 'TENTATIVE'
  return {
    busy: free ? 'free' : tentative ? 'tentative' : 'busy',
    state: status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'requested' : 'confirmed',
    title: textOf(event, 'SUMMARY'),
    reference: textOf(event, REFERENCE_PROPERTY),
  }
}

function isDeclinedBy(event: IcalComponent, self: string | null): boolean {
  if (self === null) return false
  return event.properties.some(
    ({ name, params, value }) =>
      name === 'ATTENDEE' &&
      params.get('PARTSTAT')?.toUpperCase() === 'DECLINED' &&
      value.trim().toLowerCase() === `mailto:${self.toLowerCase()}`,
  )
}

/** Of several versions of one event the one with the highest sequence, else the later in the file. */
function newest(events: readonly IcalComponent[]): IcalComponent | null {
  const sequence = (event: IcalComponent): number => Number(textOf(event, 'SEQUENCE') ?? 0) || 0
  return events.reduce<IcalComponent | null>(
    (best, event) => (best !== null && sequence(best) > sequence(event) ? best : event),
    null,
  )
}

/** Published busy times: periods without events. */
function readFreeBusy(part: IcalComponent, reading: Reading): ReadonlyArray<IcalEvent | UnreadableEvent> {
  const uid = textOf(part, 'UID')?.trim() || 'free-busy'
  const shared = { uid, title: null, reference: null }
  return part.properties
    .filter(({ name, params }) => name === 'FREEBUSY' && params.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .map(property => {
      const tentative = property.params.get('FBTYPE')?.toUpperCase() === 'BUSY-TENTATIVE'
      const occurrences: Occurrence[] = []
      for (const period of property.value.split(',')) {
        const occurrence = readPeriod(period, property.params, reading)
        if (occurrence === null) return { uid, title: null, unreadable: 'FREEBUSY' }
        if (touches(occurrence, reading.window)) occurrences.push(occurrence)
      }
      return {
        ...shared,
        busy: tentative ? ('tentative' as const) : ('busy' as const),
        state: 'confirmed' as const,
        occurrences,
      }
    })
}

function readPeriod(
  period: string,
  params: ReadonlyMap<string, string>,
  reading: Reading,
): Occurrence | null {
  const [from = '', to = ''] = period.split('/')
  const line = (name: string, value: string) => ({ name, params, value })
  const properties = [line('DTSTART', from), line(to.startsWith('P') ? 'DURATION' : 'DTEND', to)]
  const timing = readTiming({ name: 'VEVENT', properties, components: [] }, reading)
  if ('unreadable' in timing) return null
  const startsAt = instantOf(timing.start)
  return { key: keyOf(startsAt), startsAt, endsAt: endOf(startsAt, timing.length, timing.start.zone) }
}
