import { localDateOf, toOffsetString } from '../../../platform/time/zoned.ts'
import type { Catalogue, WeeklyHours } from '../../catalogue/index.ts'
import { type WantedTime, wantedTime } from '../domain/offers/wanted-time.ts'
import { describeWhen } from '../domain/speech/describe-when.ts'
import type { SpeechLanguage } from '../domain/speech/speech-language.ts'
import { parseTimePhrase } from '../domain/time/parse-time-phrase.ts'
import type { TimeContext, TimeResult, When } from '../domain/time/time-result.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

export type ResolvedWhen = {
  /** Null: no particular time. */
  readonly wanted: WantedTime | null
  readonly named: 'something' | 'nothing'
}

const WHENEVER =
  /\b(egal|irgendwann|jederzeit|so (bald|schnell) wie moeglich|moeglichst (bald|schnell)|(der |den )?naechste[nr]? (freie[nr]? )?termin|baldmoeglichst|asap|any ?time|whenever|soonest|(first|next|earliest)( free| available)?( appointment| slot)?|as soon as possible)\b/

/** What a phrase about time asks for, or what to ask back. A phrase that is not understood is never guessed. */
export function resolveWhen(
  catalogue: Catalogue,
  context: ToolContext,
  question: { phrase: string; opening: readonly WeeklyHours[]; moved?: Temporal.Instant | null },
): ResolvedWhen | ToolAnswer {
  const { now, tenant, lang } = context
  const { phrase } = question
  const sentences = sentencesOf(lang)
  if (phrase === '') return { wanted: null, named: 'nothing' }
  const result = parseInEither(phrase, {
    ...timeContext(catalogue, context, question.opening),
    ...talkedAbout(question.moved ?? null, tenant.timeZone),
  })
  const place = { lang, today: localDateOf(now.epochMilliseconds, tenant.timeZone) }
  const readings = result.candidates.slice(0, 3).map(candidate => describeWhen(candidate, place).spoken)
  switch (result.kind) {
    case 'resolved':
      return result.when === null ? askDay(lang) : resolved(result.when, context)
    case 'ambiguous': {
      // The words of one of the readings themselves, as they were asked back: that one is meant.
      const meant = result.candidates[readings.indexOf(phrase)]
      if (meant !== undefined) return resolved(meant, context)
      return { status: 'ask', what: 'time', say: sentences.ambiguous(readings), candidates: readings }
    }
    case 'contradictory':
      return { status: 'contradictory', say: sentences.contradictory(readings), candidates: readings }
    case 'past':
      return { status: 'past', say: sentences.past(place.today), today: place.today.toString() }
    case 'none':
      return WHENEVER.test(folded(phrase)) ? { wanted: null, named: 'nothing' } : askDay(lang)
    default:
      return result.kind satisfies never
  }
}

/** A call understands the other language too, as far as that explains more of what was said: it may have changed since. */
function parseInEither(phrase: string, context: TimeContext): TimeResult {
  const own = parseTimePhrase(phrase, context)
  if (lengthOf(own) >= phrase.trim().length) return own
  const other = parseTimePhrase(phrase, { ...context, lang: context.lang === 'de' ? 'en' : 'de' })
  return lengthOf(other) > lengthOf(own) ? other : own
}

/** What "eine Stunde später" and "um elf" refer to. */
function talkedAbout(start: Temporal.Instant | null, zone: string): Pick<TimeContext, 'context'> {
  return start === null
    ? {}
    : { context: { type: 'time', start: toOffsetString(start, zone), grain: 'minute' } }
}

function lengthOf({ span }: TimeResult): number {
  return span === null ? 0 : span[1] - span[0] + 1
}

/** What the phrase parser needs to know of the business. */
export function timeContext(
  catalogue: Catalogue,
  { now, tenant, lang }: Pick<ToolContext, 'now' | 'tenant' | 'lang'>,
  opening: readonly WeeklyHours[],
): TimeContext {
  return {
    now,
    zone: tenant.timeZone,
    lang,
    ...openAndClose(opening),
    publicHolidays: year => [
      ...catalogue.closedDates(
        tenant.region,
        Temporal.PlainDate.from({ year, month: 1, day: 1 }),
        Temporal.PlainDate.from({ year, month: 12, day: 31 }),
      ),
    ],
  }
}

/** Where the likeliest meaning of a phrase leads; null when it names no time. */
export function likeliestTime(
  catalogue: Catalogue,
  context: Pick<ToolContext, 'now' | 'tenant' | 'lang'>,
  question: { phrase: string; opening: readonly WeeklyHours[] },
): WantedTime | null {
  const { when } = parseInEither(question.phrase, timeContext(catalogue, context, question.opening))
  const place = { now: context.now.epochMilliseconds, zone: context.tenant.timeZone }
  return when === null ? null : wantedTime(when, place)
}

function resolved(when: When, { now, tenant }: ToolContext): ResolvedWhen {
  const wanted = wantedTime(when, { now: now.epochMilliseconds, zone: tenant.timeZone })
  return { wanted, named: 'something' }
}

function askDay(lang: SpeechLanguage): ToolAnswer {
  return { status: 'ask', what: 'day', say: sentencesOf(lang).askDay, candidates: [] }
}

/** The earliest opening and the latest closing of all weeks to come, past midnight perhaps: they tell which half of the day "um zwei" means. */
function openAndClose(opening: readonly WeeklyHours[]): { opens?: string; closes?: string } {
  if (opening.length === 0) return {}
  const opens = Math.min(...opening.map(window => window.fromMinute))
  const closes = Math.max(...opening.map(window => window.toMinute))
  const text = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return {
    opens: text(opens),
    closes: text(closes > 1440 ? Math.min(closes, opens + 1440) - 1440 : Math.min(1439, closes)),
  }
}

function folded(phrase: string): string {
  return phrase.toLowerCase().replaceAll('ö', 'oe').replaceAll('ä', 'ae').replaceAll('ü', 'ue')
}
