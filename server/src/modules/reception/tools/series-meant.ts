import { wallTimeAt } from '../../../platform/time/zoned.ts'
import type { Service } from '../../catalogue/index.ts'
import { type SeriesPlan, schedulingErrors } from '../../scheduling/index.ts'
import { fold, hear, type Span, without } from '../domain/dialogue/understand/hear.ts'
import { says, spansOf } from '../domain/dialogue/understand/phrase-pattern.ts'
import { allLexicons } from '../domain/dialogue/words/lexicons.ts'
import { type Monthly, ruleOfStarts, saidMonths, saidTimes, saidWeeks } from '../domain/offers/said-rhythm.ts'
import { chooseService, chooseStaff } from './choose.ts'
import { hoursOfService } from './hours-of-service.ts'
import { resolveWhen } from './resolve-when.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

type Said = Readonly<Partial<Record<'service' | 'when' | 'times' | 'every' | 'staff', string | undefined>>>

/** The series that words mean, or what to ask. Neither a distance nor a number is guessed. */
export async function seriesMeant(
  parts: ToolParts,
  context: ToolContext,
  said: Said,
): Promise<SeriesPlan | ToolAnswer> {
  const service = await chooseService(parts, context, said.service)
  if ('status' in service) return service
  const staff = await chooseStaff(parts, context, { service, wanted: said.staff })
  if (staff !== null && 'status' in staff) return staff
  const starts = await startsOf(parts, context, { phrase: said.when ?? '', service })
  if ('status' in starts) return starts
  const rrule = ruleMeant(context, said, starts.starts)
  if (typeof rrule !== 'string') return rrule
  const zone = context.tenant.timeZone
  const dtstart = wallTimeAt(starts.starts[0] ?? 0, zone).toPlainDateTime()
  return {
    rule: { rrule, dtstart, zone },
    service,
    staffId: staff?.id ?? null,
    holder: `call:${context.call.id}`,
  }
}

function ruleMeant(
  { tenant, lang }: ToolContext,
  said: Said,
  starts: readonly number[],
): string | ToolAnswer {
  const times = saidTimes(said.times ?? '', 'number') ?? saidTimes(said.when ?? '', 'sentence')
  if (times === null) return { status: 'ask', what: 'times', say: sentencesOf(lang).askTimes }
  const weeks = said.every === undefined ? null : saidWeeks(said.every)
  const rrule = ruleOfStarts(starts, {
    zone: tenant.timeZone,
    weeks,
    months: monthsMeant(said, weeks),
    times,
  })
  return rrule ?? { status: 'ask', what: 'every', say: schedulingErrors.badRecurrence.spoken[lang] }
}

function monthsMeant({ every, when = '' }: Said, weeks: number | null): Monthly | null {
  const months = saidMonths(every ?? '') ?? (weeks === null ? saidMonths(when) : null)
  if (months === null) return null
  const words = fold(`${every ?? ''} ${when}`)
  const weekday = allLexicons.some(({ times }) => times.weekdays.some(day => says(day, words)))
  if (!weekday) return { every: months, by: 'date' }
  const last = allLexicons.some(({ choices }) => says(choices.last, words))
  return { every: months, by: last ? 'last_weekday' : 'weekday' }
}

/** "Ab diesem Freitag um zehn" names the first of them, and no span of time that begins there. */
function firstOf(phrase: string): string {
  const heard = hear(phrase)
  const spans = allLexicons.flatMap(({ series }) => spansOf(series.fromThen, heard.folded))
  const begins = ([start]: Span) => /^[^a-z0-9]*$/.test(heard.folded.slice(0, start))
  // "Freitags ab zehn" leaves the hour open; "Friday at two, starting this week" does not.
  const mayBoundHours = (span: Span) => /^(?:ab|von|from)$/.test(heard.folded.slice(...span))
  const said = spans.filter(span => begins(span) || !mayBoundHours(span))
  return without(heard, said)
    .text.replace(/[\s,]+/g, ' ')
    .trim()
}

/** The starts that the words name; a series has a time of day. */
async function startsOf(
  parts: ToolParts,
  context: ToolContext,
  { phrase, service }: { phrase: string; service: Service },
): Promise<{ starts: number[] } | ToolAnswer> {
  const ask = { status: 'ask', what: 'time', say: sentencesOf(context.lang).askSeriesTime }
  if (phrase === '') return ask
  const { hours } = await hoursOfService(parts, context, service)
  const when = resolveWhen(parts.catalogue, context, { phrase: firstOf(phrase), opening: hours })
  if ('status' in when) return when
  const ranges = when.wanted?.ranges ?? []
  const exact = ranges.filter(range => range.end - range.start === 1).map(range => range.start)
  return exact.length > 0 && exact.length === ranges.length ? { starts: exact } : ask
}
