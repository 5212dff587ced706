import type { Scenario, ScenarioCalendar, ScenarioWindow } from './scenario.ts'

/**
 * The rules of an availability scenario once more, minute by minute and without intervals: slow, and shares nothing
 * with the engine. Instants are counted in minutes since 1970.
 */
export function slowStarts(scenario: Scenario): string[] {
  const people = (scenario.staff ?? [scenario as ScenarioCalendar]).map(one => new Calendar(one, scenario))
  if (people.length === 0) return []
  const groups = scenario.staffMode === 'all' ? [people] : people.map(person => [person])
  const starts = new Set(groups.flatMap(group => startsOf(group, scenario)))
  return [...starts]
    .sort((one, other) => one - other)
    .map(minute => `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`)
}

const minuteOf = (text: string): number => Math.floor(Date.parse(text) / 60_000)
const clockMinute = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** Longer than any stretch of work that has an end: whoever works all that time has always worked. */
const LOOK_BACK = 20 * 1440

/** What everybody of a group has in common: working when all work, busy when one is. */
function startsOf(group: readonly Calendar[], scenario: Scenario): number[] {
  const from = minuteOf(scenario.range.from)
  const to = minuteOf(scenario.range.to)
  const notice = minuteOf(scenario.now) + scenario.minimumNoticeMinutes
  const first = Math.min(from, ...group.map(person => person.firstException)) - LOOK_BACK
  const works = minutes(first, to, minute => group.every(person => person.works(minute)))
  const busy = minutes(first - 2000, to + 2000, minute => group.some(person => person.isBusy(minute)))
  const before = scenario.bufferBefore
  const after = scenario.bufferAfter
  const isClear = (minute: number): boolean => every(minute - before, minute + 1 + after, item => !busy(item))
  const continues =
    scenario.semantics.grid === 'window'
      ? works
      : minutes(first, to, minute => works(minute) && isClear(minute))
  const isFree = (start: number): boolean => {
    const end = start + scenario.slotMinutes
    return every(start, end, works) && every(start - before, end + after, minute => !busy(minute))
  }
  const starts: number[] = []
  let begun = first
  for (let start = first; start + scenario.slotMinutes <= to; start += 1) {
    if (!continues(start)) begun = start + 1
    if (start < Math.max(from, notice) || !isFree(start)) continue
    const anchor = anchorOf(begun === first ? null : begun, start, { scenario, group, notice })
    if (isStep(start - anchor, scenario)) starts.push(start)
  }
  return starts
}

function isStep(distance: number, { offsetMinutes: offset = 0, intervalMinutes }: Scenario): boolean {
  return distance >= offset && (distance - offset) % (intervalMinutes + offset) === 0
}

/** From where steps are counted. `begun`: when the stretch or the gap began; null when it never did. */
function anchorOf(
  begun: number | null,
  start: number,
  { scenario, group, notice }: { scenario: Scenario; group: readonly Calendar[]; notice: number },
): number {
  if (scenario.semantics.grid !== 'clock') return begun ?? group[0]?.midnightBefore(start) ?? start
  const zone = scenario.displayTimezone ?? scenario.timezone ?? group[0]?.zone ?? 'UTC'
  const multiple = [60, 30, 20, 15, 10, 5].find(size => scenario.intervalMinutes % size === 0) ?? 1
  let anchor = Math.max(begun ?? notice, notice)
  while (localOf(anchor, zone).minuteOfDay % multiple !== 0) anchor += 1
  return anchor
}

/** Answers of a question for every minute of a range, asked once each. */
function minutes(from: number, to: number, holds: (minute: number) => boolean): (minute: number) => boolean {
  const answers = Array.from({ length: to - from }, (_, index) => holds(from + index))
  return minute => answers[minute - from] ?? false
}

function every(from: number, to: number, holds: (minute: number) => boolean): boolean {
  for (let minute = from; minute < to; minute += 1) if (!holds(minute)) return false
  return true
}

class Calendar {
  readonly zone: string
  /** No override or busy time before it. */
  readonly firstException: number
  readonly #calendar: ScenarioCalendar
  readonly #overnight: 'ignored' | 'wrap'
  readonly #days = new Map<number, Array<{ start: number; end: number }>>()
  readonly #busy = new Set<number>()

  constructor(calendar: ScenarioCalendar, scenario: Scenario) {
    this.#calendar = calendar
    this.zone = calendar.timezone
    this.#overnight = scenario.semantics.overnight
    for (const range of calendar.busy)
      for (
        let minute = minuteOf(range.start) - (range.bufferBefore ?? 0);
        minute < minuteOf(range.end) + (range.bufferAfter ?? 0);
        minute += 1
      )
        this.#busy.add(minute)
    this.firstException = Math.min(
      ...calendar.dateOverrides.map(override => minuteOf(`${override.date}T00:00Z`)),
      ...[...this.#busy],
    )
  }

  isBusy(minute: number): boolean {
    return this.#busy.has(minute)
  }

  works(minute: number): boolean {
    const { day, minuteOfDay } = localOf(minute, this.zone)
    return (
      this.#windowsOn(day).some(({ start, end }) => {
        const wraps = this.#overnight === 'wrap' && end <= start
        return minuteOfDay >= start && (wraps || minuteOfDay < end)
      }) ||
      this.#windowsOn(day - 1).some(
        ({ start, end }) => this.#overnight === 'wrap' && end <= start && minuteOfDay < end,
      )
    )
  }

  midnightBefore(minute: number): number {
    const { day } = localOf(minute, this.zone)
    let first = minute
    while (localOf(first - 1, this.zone).day === day) first -= 1
    return first
  }

  #windowsOn(day: number): Array<{ start: number; end: number }> {
    const known = this.#days.get(day)
    if (known) return known
    const date = new Date(day * 86_400_000)
    const name = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][date.getUTCDay()] ?? ''
    const override = this.#calendar.dateOverrides.find(
      candidate => candidate.date === date.toISOString().slice(0, 10),
    )
    const windows: readonly ScenarioWindow[] =
      override?.windows ?? this.#calendar.workingHours.filter(hours => hours.days.includes(name))
    const walls = windows.map(({ start, end }) => ({ start: clockMinute(start), end: clockMinute(end) }))
    this.#days.set(day, walls)
    return walls
  }
}

const offsets = new Map<string, Map<number, number>>()

/** Clocks change at quarters of an hour: one question to the time zone answers fifteen minutes. */
function localOf(minute: number, zone: string): { day: number; minuteOfDay: number } {
  const quarter = Math.floor(minute / 15)
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  let offset = known.get(quarter)
  if (offset === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * 15 * 60_000)
    offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 6e10
    known.set(quarter, offset)
  }
  const local = minute + offset
  return { day: Math.floor(local / 1440), minuteOfDay: ((local % 1440) + 1440) % 1440 }
}
