import fc from 'fast-check'
import { describeWhen } from '../../server/src/modules/reception/domain/speech/describe-when.ts'
import {
  type RoundTrip,
  roundTrip,
} from '../../server/src/modules/reception/domain/speech/testing/round-trip.ts'
import { parseTimePhrase } from '../../server/src/modules/reception/domain/time/parse-time-phrase.ts'
import { isOver } from '../../server/src/modules/reception/domain/time/testing/is-over.ts'
import { spokenWhen } from '../../server/src/modules/reception/domain/time/testing/spoken-when.ts'
import type { TimeContext, TimeLanguage } from '../../server/src/modules/reception/domain/time/time-result.ts'
import { writtenRoundTrip } from '../../server/src/platform/i18n/testing/written-round-trip.ts'
import { createDice, type Dice } from '../dice.ts'
import type { Proof } from '../proof.ts'
import { heapMb } from './heap.ts'
import { randomPhrase } from './random-phrase.ts'

const SPOKEN = 100_000
/** Random phrases for each time that is spoken. */
const PHRASES = 10
const MOST_MS = 5
/** Kept lists that grew by a byte a phrase would be seen. */
const MOST_GROWTH_MB = 3
const ZONE = 'Europe/Berlin'
const LANGUAGES: readonly TimeLanguage[] = ['de', 'en']

/**
 * What is spoken (times, and as many numbers, durations, prices, telephone numbers and lists) or written (prices and
 * durations) is understood as it was meant, and whatever else is said has an answer: no exception, nothing over that is called resolved, no more than 5 ms
 * of its own CPU time, no memory kept.
 */
export const time: Proof = {
  name: 'time',
  summary: 'Spoken times are understood as they were meant; random phrases are answered, soon and for good.',
  run: async ({ operations, seed }) => {
    const spoken = operations ?? SPOKEN
    const misunderstood = [
      ...speak(spoken, seed),
      ...sayOtherThings(roundTrip, spoken, seed),
      ...sayOtherThings(writtenRoundTrip, spoken, seed),
    ]
    const fuzz = babble(spoken * PHRASES, createDice(seed))
    for (const problem of [...misunderstood, ...fuzz.problems].slice(0, 5)) console.log(problem)
    const grownMb = fuzz.endMb - fuzz.warmMb
    return {
      verify: 'time',
      seed,
      spoken,
      misunderstood: misunderstood.length,
      phrases: spoken * PHRASES,
      understood: fuzz.understood,
      wrong: fuzz.problems.length,
      slowest_ms: Math.round(fuzz.slowestMs * 100) / 100,
      heap_mb: { warm: fuzz.warmMb, end: fuzz.endMb },
      holds:
        misunderstood.length + fuzz.problems.length === 0 &&
        fuzz.slowestMs <= MOST_MS &&
        grownMb <= MOST_GROWTH_MB,
    }
  },
}

function speak(count: number, seed: number): string[] {
  const problems: string[] = []
  const dice = createDice(seed + 1)
  for (let done = 0; done < count; done += 1000) {
    const sample = fc.sample(spokenWhen, { numRuns: Math.min(1000, count - done), seed: seed + done })
    for (const makeWhen of sample) {
      const context = randomContext(dice)
      const today = context.now.toZonedDateTimeISO(ZONE).toPlainDate()
      const when = makeWhen(today)
      const { spoken } = describeWhen(when, { ...context, today })
      const heard = parseTimePhrase(spoken, context)
      if (heard.kind !== 'resolved' || JSON.stringify(heard.when) !== JSON.stringify(when))
        problems.push(`"${spoken}" was ${JSON.stringify(when)} and is ${JSON.stringify(heard.when)}`)
    }
  }
  return problems
}

/** Numbers, durations, prices, telephone numbers and lists. */
function sayOtherThings(things: fc.Arbitrary<RoundTrip>, count: number, seed: number): string[] {
  const problems: string[] = []
  for (let done = 0; done < count; done += 1000) {
    for (const { spoken, meant, heard } of fc.sample(things, {
      numRuns: Math.min(1000, count - done),
      seed: seed + done,
    }))
      if (JSON.stringify(meant) !== JSON.stringify(heard))
        problems.push(`"${spoken}" was ${JSON.stringify(meant)} and is ${JSON.stringify(heard)}`)
  }
  return problems
}

interface Babble {
  readonly problems: string[]
  understood: number
  slowestMs: number
  warmMb: number
  endMb: number
}

function babble(count: number, dice: Dice): Babble {
  const found: Babble = { problems: [], understood: 0, slowestMs: 0, warmMb: 0, endMb: 0 }
  for (let done = 0; done < count; done += 1) {
    if (done === Math.floor(count / 5)) found.warmMb = heapMb()
    const context = randomContext(dice)
    const phrase = randomPhrase(dice, context.lang)
    try {
      judge(phrase, context, found)
    } catch (error) {
      found.problems.push(`${JSON.stringify(phrase)} threw ${String(error)}`)
    }
  }
  found.endMb = heapMb()
  return found
}

function judge(phrase: string, context: TimeContext, found: Babble): void {
  const begun = performance.now()
  const { kind, when, candidates, span } = parseTimePhrase(phrase, context)
  const tookMs = performance.now() - begun
  if (tookMs > found.slowestMs) noteSlow(phrase, Math.min(tookMs, again(phrase, context)), found)
  if (kind !== 'none') found.understood += 1
  const told = [...(when === null ? [] : [when]), ...candidates]
  if (
    (kind === 'resolved' || kind === 'ambiguous') &&
    told.some(each => isOver(each, { now: context.now, zone: ZONE }))
  )
    found.problems.push(`${JSON.stringify(phrase)} at ${context.now} is ${kind} and over`)
  if (span !== null && !(span[0] >= 0 && span[0] <= span[1] && span[1] < phrase.length))
    found.problems.push(`${JSON.stringify(phrase)} has the span ${span}`)
}

function noteSlow(phrase: string, tookMs: number, found: Babble): void {
  if (tookMs > MOST_MS) console.log(`${JSON.stringify(phrase)} took ${tookMs} ms`)
  found.slowestMs = Math.max(found.slowestMs, tookMs)
}

/** The best of three in CPU time of this thread: what else the machine does is not the engine's. */
function again(phrase: string, context: TimeContext): number {
  const rounds = [1, 2, 3].map(() => {
    const begun = process.threadCpuUsage()
    parseTimePhrase(phrase, context)
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1000
  })
  return Math.min(...rounds)
}

function randomContext(dice: Dice): TimeContext & { readonly lang: TimeLanguage } {
  const minute = dice.between(0, 4 * 365 * 1440)
  return {
    now: Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 0, 1) + minute * 60_000),
    zone: ZONE,
    lang: dice.pick(LANGUAGES),
  }
}
