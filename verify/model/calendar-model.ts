import { CLOSES, GRID_MINUTES, OPENS, PEOPLE, ROOM, type ServiceName, TAKES, ZONE } from './shop.ts'

const MINUTE = 60_000
const UNDO_MS = 10 * MINUTE
const NOBODY: ReadonlySet<string> = new Set()
const OVER: ReadonlySet<string> = new Set(['completed', 'no_show', 'cancelled'])

export type Part = { readonly who: string; readonly start: number; readonly end: number }
export type State = 'confirmed' | 'checked_in' | 'completed' | 'no_show' | 'cancelled'
/** What can be taken back, and when it was done. */
type Undo = { readonly kind: string; readonly at: number; readonly state: State; readonly place: Place }
export type Place = { readonly service: ServiceName; readonly person: string; readonly start: number }
export type Appointment = Place & {
  readonly id: string
  state: State
  version: number
  undo: Undo | null
  /** Of which series it is, and where the rule of that has it. */
  readonly series?: { readonly id: string; start: number } | null
}
export type Hold = Place & { readonly id: string; readonly expiresAt: number }
export type Closure = {
  readonly id: string
  readonly who: string | null
  readonly start: number
  readonly end: number
}

/** Everybody and everything a place takes, and when. */
export function partsOf({ service, person, start }: Place): Part[] {
  const part =
    (who: string) =>
    ([from, to]: readonly [number, number]): Part => ({
      who,
      start: start + from * MINUTE,
      end: start + to * MINUTE,
    })
  return [...TAKES[service].person.map(part(person)), ...TAKES[service].room.map(part(ROOM))]
}

/**
 * A business in a few lists: what the product must agree with. It knows nothing of transactions, tokens or SQL, and
 * asks every minute by looking through everything.
 */
export class CalendarModel {
  now: number
  readonly appointments = new Map<string, Appointment>()
  /** The same by the day of their start: nothing here lasts over midnight, in any of the zones that matter. */
  private readonly byDay = new Map<number, Set<Appointment>>()
  readonly holds = new Map<string, Hold>()
  readonly closures = new Map<string, Closure>()
  /** Full hours from which and to which somebody works, every day. */
  readonly hours = new Map<string, { from: number; to: number }>()

  constructor(now: number) {
    this.now = now
    for (const person of PEOPLE) this.hours.set(person, { from: OPENS, to: CLOSES })
  }

  add(appointment: Appointment): void {
    this.appointments.set(appointment.id, appointment)
    this.dayOf(appointment.start).add(appointment)
  }

  advance(ms: number): void {
    this.now += ms
    for (const hold of this.holds.values()) if (!this.isLive(hold)) this.holds.delete(hold.id)
  }

  isLive(hold: Hold): boolean {
    return hold.expiresAt > this.now
  }

  /** Whether a place can be had; `ignore` are the holds or appointments that give their own place up for it. */
  isFree(place: Place, ignore: string | ReadonlySet<string> | null = null): boolean {
    const given = typeof ignore === 'string' ? new Set([ignore]) : (ignore ?? NOBODY)
    return partsOf(place).every(part => this.isOpen(part) && !this.isTaken(part, given))
  }

  /** Starts of a day at which somebody (or this person) could do it. */
  startsOn(service: ServiceName, day: number, person: string | null): number[] {
    const people = person === null ? PEOPLE : [person]
    const starts: number[] = []
    for (let start = day; start < day + 24 * 60 * MINUTE; start += GRID_MINUTES * MINUTE)
      if (
        start >= this.now - (this.now % MINUTE) &&
        people.some(one => this.isFree({ service, person: one, start }))
      )
        starts.push(start)
    return starts
  }

  /** Appointments still to come, or going on, in what the closure covers. */
  collisionsOf(closure: Closure): string[] {
    return [...this.appointments.values()]
      .filter(
        appointment =>
          !OVER.has(appointment.state) &&
          partsOf(appointment).some(
            part =>
              (closure.who === null || closure.who === part.who) &&
              part.start < closure.end &&
              part.end > closure.start,
          ),
      )
      .map(appointment => appointment.id)
  }

  change(appointment: Appointment, kind: string, after: Partial<Place> & { state?: State }): void {
    const { service, person, start, state } = appointment
    appointment.undo = { kind, at: this.now, state, place: { service, person, start } }
    this.put(appointment, after)
  }

  /** Whether the last change can be taken back. */
  mayUndo({ undo, id }: Appointment): boolean {
    if (!undo || this.now - undo.at > UNDO_MS) return false
    return !(undo.kind === 'cancelled' || undo.kind === 'moved') || this.isFree(undo.place, id)
  }

  undo(appointment: Appointment): void {
    if (!appointment.undo) throw new Error('There is nothing to take back.')
    this.put(appointment, { ...appointment.undo.place, state: appointment.undo.state })
    appointment.undo = null
  }

  /** Whether it may still be moved or cancelled, without a policy. */
  isChangeable({ state, start }: Appointment): boolean {
    return state === 'confirmed' && start > this.now
  }

  private put(appointment: Appointment, after: Partial<Place> & { state?: State }): void {
    this.dayOf(appointment.start).delete(appointment)
    Object.assign(appointment, after)
    appointment.version += 1
    this.dayOf(appointment.start).add(appointment)
  }

  private dayOf(start: number): Set<Appointment> {
    const day = Math.floor(start / (24 * 60 * MINUTE))
    const known = this.byDay.get(day) ?? new Set()
    this.byDay.set(day, known)
    return known
  }

  private isOpen(part: Part): boolean {
    const own = part.who === ROOM ? { from: OPENS, to: CLOSES } : this.hours.get(part.who)
    if (!own) return false
    const local = (instant: number): Temporal.ZonedDateTime =>
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE)
    const [start, end] = [local(part.start), local(part.end)]
    const minuteOf = (time: Temporal.ZonedDateTime): number => time.hour * 60 + time.minute
    if (!start.toPlainDate().equals(end.toPlainDate())) return false
    if (minuteOf(start) < own.from * 60 || minuteOf(end) > own.to * 60) return false
    return ![...this.closures.values()].some(
      closure =>
        (closure.who === null || closure.who === part.who) &&
        closure.start < part.end &&
        closure.end > part.start,
    )
  }

  private isTaken(part: Part, given: ReadonlySet<string>): boolean {
    const overlaps = (place: Place): boolean =>
      partsOf(place).some(other => other.who === part.who && other.start < part.end && other.end > part.start)
    for (const appointment of this.dayOf(part.start))
      if (!given.has(appointment.id) && appointment.state !== 'cancelled' && overlaps(appointment))
        return true
    for (const hold of this.holds.values())
      if (!given.has(hold.id) && this.isLive(hold) && overlaps(hold)) return true
    return false
  }
}
