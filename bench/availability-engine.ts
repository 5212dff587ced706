import {
  type Availability,
  availableStarts,
} from '../server/src/modules/scheduling/domain/available-starts.ts'
import { DAY, MINUTE, type Week } from '../server/src/platform/time/working-time.ts'
import type { BenchResult } from './bench-result.ts'

const ZONE = 'Europe/Berlin'
/** Thirty days with the change of the clocks of 25 October 2026 in them. */
const FROM = Temporal.Instant.from('2026-10-05T00:00+02:00').epochMilliseconds
const DAYS = 30
const STEP = 30 * MINUTE
const LENGTH = 45 * MINUTE
const ROUNDS = 7
const LEAST_RATIO = 50
const MOST_MS = 10
const MOST_EXPONENT = 1.15
/** Beyond it one round of the reference takes seconds. */
const MOST_FOR_REFERENCE = 20_000
const SIZES = [0, 1000, 10_000]
const GROWTH = [1000, 4000, 16_000, 64_000]

/** Monday to Saturday, nine to six with a break. */
const WEEK: Week = {
  zone: ZONE,
  windows: [1, 2, 3, 4, 5, 6].flatMap(weekday => [
    { weekday, fromMinute: 540, toMinute: 780 },
    { weekday, fromMinute: 810, toMinute: 1080 },
  ]),
  overrides: new Map(),
}

/**
 * The pure engine against calendar objects: one `Temporal` step for each candidate and a scan of what is busy.
 * Both must find the same starts. `busy` is in all, shared out among the people.
 */
export async function measureAvailabilityEngine(): Promise<BenchResult> {
  const cases = [1, 20].flatMap(people => SIZES.map(busy => measureCase(people, busy)))
  const ours: Record<string, number> = Object.fromEntries(cases.map(({ name, ms }) => [name, round(ms)]))
  const reference = Object.fromEntries(
    cases.flatMap(({ name, slowMs }) => (slowMs === null ? [] : [[name, round(slowMs)]])),
  )
  const ratioAtThousand = Math.min(
    ...cases.flatMap(({ busy, ms, slowMs }) => (busy === 1000 && slowMs !== null ? [slowMs / ms] : [])),
  )
  const worstOfTwenty = Math.max(...cases.flatMap(({ people, ms }) => (people === 20 ? [ms] : [])))
  const exponent = growth()
  ours.growth_exponent = round(exponent)
  console.log(`growth with busy: n^${round(exponent)} from ${GROWTH[0]} to ${GROWTH.at(-1)}`)
  return {
    bench: 'availability-engine',
    ours,
    reference,
    ratio: round(ratioAtThousand),
    target: `>= ${LEAST_RATIO} times faster at 1,000 busy; 20 staff < ${MOST_MS} ms; exponent <= ${MOST_EXPONENT} (n log n)`,
    holds: ratioAtThousand >= LEAST_RATIO && worstOfTwenty < MOST_MS && exponent <= MOST_EXPONENT,
  }
}

type Case = { name: string; people: number; busy: number; ms: number; slowMs: number | null }

function measureCase(people: number, busy: number): Case {
  const question = questionFor(people, busy)
  const name = `${people}_staff_${busy}_busy_ms`
  const fast = median(() => availableStarts(question))
  const slow = people * busy > MOST_FOR_REFERENCE ? null : median(() => startsByCalendar(question))
  if (slow && JSON.stringify(slow.result) !== JSON.stringify(fast.result))
    throw new Error(`Engine and reference differ with ${people} people and ${busy} busy.`)
  const compared = slow ? `, reference ${round(slow.ms)} ms: ${round(slow.ms / fast.ms)} times` : ''
  console.log(`${name.padEnd(26)} ${round(fast.ms)} ms${compared}`)
  return { name, people, busy, ms: fast.ms, slowMs: slow?.ms ?? null }
}

function questionFor(people: number, busy: number): Availability {
  const random = seeded(people * 1_000_003 + busy)
  return {
    people: Array.from({ length: people }, () => ({
      week: WEEK,
      busy: busyOf(Math.round(busy / people), random),
    })),
    mode: 'any',
    lengthMs: LENGTH,
    bufferBeforeMs: 5 * MINUTE,
    bufferAfterMs: 10 * MINUTE,
    grid: { kind: 'window', stepMs: STEP, offsetMs: 0 },
    displayZone: null,
    noticeAt: FROM,
    range: { from: FROM, to: FROM + DAYS * DAY },
  }
}

/** Unsorted, some over each other: a year of them, so that the range is not simply full. */
function busyOf(count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => {
    const start = FROM + Math.floor(random() * 365 * 288) * 5 * MINUTE
    return [start, start + (1 + Math.floor(random() * 6)) * 10 * MINUTE]
  }).flat()
}

/** Straightforward: each candidate is a ZonedDateTime, and everything busy is looked at for each. */
function startsByCalendar(question: Availability): number[] {
  const starts = new Set<number>()
  for (const person of question.people) {
    const busy: Array<{ start: Temporal.Instant; end: Temporal.Instant }> = []
    for (let index = 0; index < person.busy.length; index += 2)
      busy.push({
        start: Temporal.Instant.fromEpochMilliseconds(person.busy[index] ?? 0),
        end: Temporal.Instant.fromEpochMilliseconds(person.busy[index + 1] ?? 0),
      })
    for (const window of windowsByCalendar(person.week, question.range)) {
      let start = window.opens
      while (Temporal.ZonedDateTime.compare(start.add({ milliseconds: LENGTH }), window.closes) <= 0) {
        const from = start.subtract({ milliseconds: question.bufferBeforeMs }).toInstant()
        const to = start.add({ milliseconds: LENGTH + question.bufferAfterMs }).toInstant()
        const taken = busy.some(
          range =>
            Temporal.Instant.compare(range.start, to) < 0 && Temporal.Instant.compare(range.end, from) > 0,
        )
        if (!taken) starts.add(start.epochMilliseconds)
        start = start.add({ milliseconds: STEP })
      }
    }
  }
  return [...starts].sort((one, other) => one - other)
}

function* windowsByCalendar(week: Week, range: Availability['range']) {
  let day = Temporal.Instant.fromEpochMilliseconds(range.from).toZonedDateTimeISO(week.zone).startOfDay()
  while (day.epochMilliseconds < range.to) {
    for (const window of week.windows.filter(candidate => candidate.weekday === day.dayOfWeek)) {
      const at = (minute: number) => day.with({ hour: Math.floor(minute / 60), minute: minute % 60 })
      yield { opens: at(window.fromMinute), closes: at(window.toMinute) }
    }
    day = day.add({ days: 1 })
  }
}

/** The exponent of the line through the logarithms of size and time. */
function growth(): number {
  const points = GROWTH.map(busy => {
    const question = questionFor(1, busy)
    return [Math.log(busy), Math.log(median(() => availableStarts(question)).ms)] as const
  })
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(points.map(([x]) => x))
  const meanY = mean(points.map(([, y]) => y))
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

/** The median of some rounds, after as many to warm up. */
function median<T>(work: () => T): { ms: number; result: T } {
  let result = work()
  for (let round = 0; round < ROUNDS; round += 1) result = work()
  const took = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    result = work()
    return performance.now() - begun
  }).sort((one, other) => one - other)
  return { ms: took[Math.floor(ROUNDS / 2)] ?? 0, result }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** mulberry32: the same data in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
