import fc from 'fast-check'
import { answerSlotScenario } from '../../server/src/modules/scheduling/index.ts'
import { hostileValue, type Json, spoiled } from '../fuzz/hostile-values.ts'
import { randomScenario } from './random-scenarios.ts'

const BATCH = 500
const SHOWN = 600

export type HostileOutcome = {
  readonly problems: string[]
  refused: number
  answered: number
  slowestMs: number
}

/** Scenarios with something wrong in them, or as large as they may be: each has its answer, in time. */
export function tryHostileScenarios(count: number, seed: number, mostMs: number): HostileOutcome {
  const outcome: HostileOutcome = { problems: [], refused: 0, answered: 0, slowestMs: 0 }
  for (let done = 0; done < count; done += BATCH)
    for (const given of fc.sample(hostileScenario, {
      numRuns: Math.min(BATCH, count - done),
      seed: seed + done,
    }))
      judge(given, outcome, mostMs)
  return outcome
}

function judge(given: Json, outcome: HostileOutcome, mostMs: number): void {
  const shown = (): string => JSON.stringify(given)?.slice(0, SHOWN)
  try {
    const begun = process.threadCpuUsage()
    const answer = answerSlotScenario(given)
    const tookMs = cpuMs(begun)
    const slowMs = tookMs > outcome.slowestMs ? Math.min(tookMs, again(given)) : 0
    outcome.slowestMs = Math.max(outcome.slowestMs, slowMs)
    if (slowMs > mostMs) outcome.problems.push(`${slowMs} ms: ${shown()}`)
    if ('error' in answer) outcome.refused += 1
    else outcome.answered += 1
    const wrong = whatIsWrong(JSON.parse(JSON.stringify(answer)))
    if (wrong) outcome.problems.push(`${wrong}: ${shown()}`)
  } catch (error) {
    outcome.problems.push(`threw ${String(error)}: ${shown()}`)
  }
}

/** The best of three: what else the machine does is not the engine's. */
function again(given: Json): number {
  const rounds = [1, 2, 3].map(() => {
    const begun = process.threadCpuUsage()
    answerSlotScenario(given)
    return cpuMs(begun)
  })
  return Math.min(...rounds)
}

/** Of this thread alone: how long it waited for the processor is not the engine's. */
export function cpuMs(begun: ReturnType<typeof process.threadCpuUsage>): number {
  const { user, system } = process.threadCpuUsage(begun)
  return (user + system) / 1000
}

function whatIsWrong(answer: { starts?: string[]; error?: Record<string, unknown> }): string | null {
  if (answer.error) {
    const { code, field, detail } = answer.error
    return [code, field, detail].every(text => typeof text === 'string') ? null : 'an error without a field'
  }
  const starts = answer.starts ?? ['none']
  const unwritten = starts.find(start => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/.test(start))
  if (unwritten !== undefined) return `a start is ${unwritten}`
  return starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? '')) ? 'not sorted' : null
}

const times = (most: number) => fc.integer({ min: 1, max: most })
const repeated = <T extends Json>(entry: fc.Arbitrary<T>, most: number) =>
  fc.tuple(entry, times(most)).map(([one, count]): Json => Array.from({ length: count }, () => one))
const busyInOrder = fc.tuple(times(13_000), times(90)).map(
  ([count, minutes]): Json =>
    Array.from({ length: count }, (_, index) => {
      const start = Date.UTC(2026, 0, 1) + index * minutes * 60_000
      return { start: new Date(start).toISOString(), end: new Date(start + 600_000).toISOString() }
    }),
)
const always: Json = [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '00:00', end: '24:00' }]
const longRange = fc.tuple(times(1100), fc.constantFrom(1970, 2026, 2190)).map(
  ([days, year]): Json => ({
    from: new Date(Date.UTC(year, 0, 1)).toISOString(),
    to: new Date(Date.UTC(year, 0, 1) + days * 86_400_000).toISOString(),
  }),
)

/** As much of everything as fits, and more. */
const largeScenario = fc
  .record({
    given: randomScenario,
    range: longRange,
    busy: fc.oneof(busyInOrder, fc.constant<Json>([])),
    people: fc.option(times(110), { freq: 3 }),
    workingHours: fc.oneof(fc.constant(always), repeated(fc.constant((always as Json[])[0] ?? null), 130)),
    intervalMinutes: fc.constantFrom(1, 5, 15, 60),
  })
  .map(({ given, people, ...large }): Json => {
    const calendar = { timezone: 'Europe/Berlin', dateOverrides: [], ...large }
    const whole = { ...(given as unknown as Record<string, Json>), ...calendar, minimumNoticeMinutes: 0 }
    if (people === null) return whole
    return { ...whole, staff: Array.from({ length: people }, () => ({ ...calendar, busy: [] })) }
  })

const given = randomScenario.map(scenario => scenario as unknown as Json)
const hostileScenario: fc.Arbitrary<Json> = fc.oneof(
  { weight: 60, arbitrary: given.chain(spoiled) },
  { weight: 25, arbitrary: given.chain(spoiled).chain(spoiled) },
  { weight: 12, arbitrary: given },
  { weight: 2, arbitrary: hostileValue() },
  { weight: 1, arbitrary: largeScenario },
)
