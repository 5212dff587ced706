import type { Catalogue } from '../server/src/modules/reception/domain/dialogue/catalogue.ts'
import { sameCatalogue } from '../server/src/modules/reception/domain/dialogue/same-catalogue.ts'
import { understand } from '../server/src/modules/reception/domain/dialogue/understand/understand.ts'
import { goldenFiles, readGolden } from '../server/src/modules/reception/domain/time/golden/golden-table.ts'
import { timeSpanOf } from '../server/src/modules/reception/domain/time/parse-time-phrase.ts'
import type { TimeContext, TimeLanguage } from '../server/src/modules/reception/domain/time/time-result.ts'
import { answerTimeQuestion } from '../server/src/modules/reception/index.ts'
import type { BenchResult } from './bench-result.ts'
import { growthExponent, median, spread } from './harness/statistics.ts'

const ROUNDS = 5
/** The rules are many small functions: the compiler is done with the last of them after some sixty thousand phrases. */
const WARM_UP_ROUNDS = 15
const LEAST_PHRASES = 20_000
const LEAST_UTTERANCES = 2000
const MOST_P99_MS = 5
/** In proportion to what was said, or less. */
const MOST_EXPONENT = 1.15
const WORDS = [8, 32, 128]
const NOW = Temporal.Instant.from('2026-11-20T09:00:00Z')

const SALON: Catalogue = {
  business: 'Salon Morgenrot',
  sector: 'other',
  agentNames: [],
  services: Array.from({ length: 30 }, (_, i) => ({
    name: `Behandlung ${i}`,
    synonyms: [`Kur ${i}`, `Pflege ${i}`],
  })),
  staff: ['Mara', 'Jonas', 'Aylin', 'Petra', 'Kemal', 'Lutz'],
}
const TALK: Readonly<Record<TimeLanguage, readonly [before: string, after: string]>> = {
  de: ['Guten Tag, mein Name ist Petra Lindner, ich hätte gern eine Pflege 7 bei Mara,', 'wenn das geht.'],
  en: ['Hello, my name is Petra Lindner, I would like a Pflege 7 with Mara,', 'if that is possible.'],
}

interface Phrase {
  readonly phrase: string
  readonly context: TimeContext
}

/**
 * The rules, on one core: phrases about time as `askpro time parse` answers its lines, and whole utterances as a turn of
 * the conversation reads them. The phrases are the golden ones, German and English, of every concept.
 */
export async function measureUnderstand(): Promise<BenchResult> {
  const phrases = goldenFiles().flatMap(file => readGolden(file))
  const lines = phrases.map(lineOf)
  const time = measure('time phrases', lines, line => JSON.stringify(answerTimeQuestion(JSON.parse(line))))
  const utterances = phrases.map(utteranceOf)
  const whole = measure('whole utterances', utterances, ({ phrase, context }) => hear(phrase, context))
  const exponent = growth(utterances.filter(({ context }) => context.lang === 'de'))
  const holds =
    time.perSecond >= LEAST_PHRASES &&
    whole.perSecond >= LEAST_UTTERANCES &&
    whole.p99Ms <= MOST_P99_MS &&
    exponent <= MOST_EXPONENT
  return {
    bench: 'understand',
    ours: {
      time_phrases_per_second: time.perSecond,
      time_cpu_us: time.cpuUs,
      time_p99_ms: time.p99Ms,
      utterances_per_second: whole.perSecond,
      utterance_cpu_us: whole.cpuUs,
      utterance_p99_ms: whole.p99Ms,
      growth_exponent: exponent,
    },
    reference: {},
    ratio: null,
    target: `>= ${LEAST_PHRASES} time phrases/s; >= ${LEAST_UTTERANCES} utterances/s, p99 <= ${MOST_P99_MS} ms; exponent <= ${MOST_EXPONENT} with the words of an utterance`,
    holds,
  }
}

/** The median of some rounds over all of them, once they are warm. */
function measure<T>(name: string, items: readonly T[], work: (item: T) => unknown) {
  const rounds: number[] = []
  const each: number[] = []
  const cpuUs: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const begun = performance.now()
    const cpu = process.cpuUsage()
    for (const item of items) {
      const started = performance.now()
      work(item)
      if (round >= 0) each.push(performance.now() - started)
    }
    const { user, system } = process.cpuUsage(cpu)
    if (round >= 0) cpuUs.push((user + system) / items.length)
    if (round >= 0) rounds.push((items.length / (performance.now() - begun)) * 1000)
  }
  const { p50_ms, p99_ms, max_ms } = spread(each)
  const perSecond = Math.round(median(rounds))
  const cpu = Math.round(median(cpuUs) * 10) / 10
  console.log(
    `${name.padEnd(18)} ${perSecond}/s, ${cpu} µs of CPU each, p50 ${p50_ms} ms, p99 ${p99_ms} ms, slowest ${max_ms} ms`,
  )
  return { perSecond, p99Ms: p99_ms, cpuUs: cpu }
}

function lineOf({ phrase, context }: Phrase): string {
  const { now, zone, lang, opens, closes, context: about } = context
  return JSON.stringify({ phrase, now: now.toString(), zone, lang, opens, closes, context: about })
}

function utteranceOf({ phrase, context }: Phrase): Phrase {
  const [before, after] = TALK[context.lang]
  return { phrase: `${before} ${phrase}, ${after}`, context }
}

function hear(utterance: string, context: TimeContext): unknown {
  return understand(
    utterance,
    { kind: 'anything' },
    {
      lang: context.lang,
      catalogue: sameCatalogue(structuredClone(SALON)),
      findTime: text => {
        const span = timeSpanOf(text, context)
        return span === null ? null : { span: [span[0], span[1] + 1] }
      },
    },
  )
}

/** How the time for an utterance grows with its words. */
function growth(utterances: readonly Phrase[]): number {
  const words = utterances.flatMap(({ phrase }) => phrase.split(' '))
  const context: TimeContext = { now: NOW, zone: 'Europe/Berlin', lang: 'de' }
  const points = WORDS.map(size => {
    const texts = Array.from({ length: 200 }, (_, i) => words.slice(i * 7, i * 7 + size).join(' '))
    const { perSecond } = measure(`${size} words`, texts, text => hear(text, context))
    return { size, cost: 1 / perSecond }
  })
  return growthExponent(points)
}
