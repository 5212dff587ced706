import fc from 'fast-check'
import {
  availableStarts,
  calendarsOf,
  gridOf,
} from '../../server/src/modules/scheduling/domain/available-starts.ts'
import { explainStart } from '../../server/src/modules/scheduling/domain/explain-start.ts'
import {
  answerSlotScenario,
  readScenario,
} from '../../server/src/modules/scheduling/json-lines/slot-scenario.ts'
import type { Proof } from '../proof.ts'
import { cpuMs, tryHostileScenarios } from './hostile-scenarios.ts'
import { randomScenario } from './random-scenarios.ts'
import type { Scenario } from './scenario.ts'
import { slowStarts } from './slow-availability.ts'

const SCENARIOS = 20_000
/** Hostile ones for each that is compared. */
const HOSTILE = 5
const MOST_MS = 50
/** Moments around each start, and some that are none, that explanations are tried on. */
const EXPLAINED = 12

/**
 * Random scenarios over ten zones: the engine finds what a minute-by-minute implementation finds, explains a
 * start as free exactly if it offers it, and takes at most 50 ms for each. Five times as many hostile ones: each has
 * starts or an error that names its field, as fast.
 */
export const availability: Proof = {
  name: 'availability',
  summary: 'Free starts equal those found minute by minute, and are explained as they are offered.',
  run: async ({ operations, seed }) => {
    const scenarios = operations ?? SCENARIOS
    const problems: string[] = []
    let slowestMs = 0
    let starts = 0
    let explained = 0
    for (const scenario of fc.sample(randomScenario, { numRuns: scenarios, seed })) {
      const answer = answerSlotScenario(scenario)
      slowestMs = Math.max(slowestMs, tookMs(scenario))
      const expected = slowStarts(scenario)
      starts += expected.length
      if (JSON.stringify(answer) !== JSON.stringify({ id: scenario.id, starts: expected }))
        problems.push(`other starts than minute by minute: ${JSON.stringify(scenario)}`)
      const wrong = wronglyExplained(scenario)
      explained += EXPLAINED
      if (wrong.length > 0)
        problems.push(`explained otherwise than offered at ${wrong}: ${JSON.stringify(scenario)}`)
    }
    const hostile = tryHostileScenarios(scenarios * HOSTILE, seed, MOST_MS)
    for (const problem of [...problems.slice(0, 3), ...hostile.problems.slice(0, 3)]) console.log(problem)
    return {
      verify: 'availability',
      seed,
      scenarios,
      starts,
      explained,
      different: problems.length,
      slowest_ms: Math.round(slowestMs * 10) / 10,
      hostile: hostile.refused + hostile.answered,
      hostile_refused: hostile.refused,
      hostile_problems: hostile.problems.length,
      hostile_slowest_ms: Math.round(hostile.slowestMs * 10) / 10,
      holds: problems.length + hostile.problems.length === 0 && slowestMs <= MOST_MS,
    }
  },
}

/** The better of two: what else the machine does is not the engine's. */
function tookMs(scenario: Scenario): number {
  const rounds = [1, 2].map(() => {
    const begun = process.threadCpuUsage()
    answerSlotScenario(scenario)
    return cpuMs(begun)
  })
  return Math.min(...rounds)
}

/** Moments of which the explanation says something else than the offer. */
function wronglyExplained(scenario: Scenario): string[] {
  const question = readScenario(scenario)
  if ('error' in question) return ['every moment']
  const offered = new Set(availableStarts(question))
  const moments = [...offered, question.range.from, question.noticeAt]
    .filter((_, index, all) => index % Math.ceil(all.length / (EXPLAINED / 3)) === 0)
    .flatMap(start => [start, start + 5 * 60_000, start - 60_000])
  return moments
    .filter(start => offered.has(start) !== isExplainedAsFree(question, start))
    .map(start => new Date(start).toISOString())
}

function isExplainedAsFree(question: Parameters<typeof availableStarts>[0], start: number): boolean {
  const { range, lengthMs, noticeAt } = question
  return calendarsOf(question).some(({ zone, calendar }) => {
    const reasons = explainStart({
      start,
      window: { earliest: Math.max(range.from, noticeAt), latest: range.to - lengthMs },
      opening: calendar.stretches,
      grid: gridOf(question, zone),
      limits: [],
      needs: [
        {
          units: [{ resourceId: 'one', lane: 1, ...calendar }],
          parts: [{ position: 0, offsetMs: 0, durationMs: lengthMs }],
        },
      ],
      blocked: [],
      taken: [],
    })
    return reasons.length === 0
  })
}
