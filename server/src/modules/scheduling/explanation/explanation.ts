import { localDateOf, toOffsetString } from '../../../platform/time/zoned.ts'
import type { HoursException, Service } from '../../catalogue/index.ts'
import type { SentenceLanguage } from '../domain/change-sentences.ts'
import type { Hindrance, Reason } from '../domain/explain-start.ts'
import { EXPLANATION_WORDS } from './explanation-words.ts'

type Explained = {
  readonly start: number
  readonly zone: string
  readonly service: Service
  readonly reasons: readonly Reason[]
  readonly unqualified: readonly string[]
  /** By id of the resource. */
  readonly names: ReadonlyMap<string, string>
  readonly lang: SentenceLanguage
  readonly exceptions: readonly HoursException[]
}

/** "Donnerstag, 26.11.2026, 10:00: Mara ist bis 10:30 belegt; Jonas macht Färben nicht." */
export function explanation(explained: Explained): string {
  const { start, reasons, lang } = explained
  const words = EXPLANATION_WORDS[lang]
  const closed = reasons.some(reason => reason.rule === 'closed')
  const said = reasons.flatMap(reason => clausesOf(closed ? withoutHours(reason) : reason, explained))
  const others = reasons.some(reason => reason.rule === 'nobody')
    ? explained.unqualified.map(name => words.unqualified(name, explained.service.name))
    : []
  const clauses = reasons.length === 0 ? [words.free] : [...said, ...others]
  const text = clauses.length === 0 ? words.unlisted : clauses.join('; ')
  return `${momentText(start, explained)}: ${text}.`
}

/** Who is closed needs nobody at work. */
function withoutHours(reason: Reason): Reason {
  if (reason.rule !== 'nobody') return reason
  return { ...reason, hindrances: reason.hindrances.filter(hindrance => hindrance.because !== 'hours') }
}

function clausesOf(reason: Reason, explained: Explained): string[] {
  const words = EXPLANATION_WORDS[explained.lang]
  switch (reason.rule) {
    case 'notice':
      return [words.notice(momentText(reason.earliest, explained))]
    case 'horizon':
      return [words.horizon(momentText(reason.latest, explained))]
    case 'full':
      return [words.full(reason.most)]
    case 'day_full':
      return [words.dayFull(explained.service.dailyMost ?? 0)]
    case 'closed':
      return [words.closed + exceptionText(null, explained)]
    case 'grid':
    case 'together':
      return [words[reason.rule]]
    case 'nobody':
      return reason.hindrances.map(hindrance => hindranceText(hindrance, explained))
    default:
      return reason satisfies never
  }
}

/** " (Ausnahme an diesem Tag: 10:00 bis 14:00)" if the hours of the day are not those of the week. */
function exceptionText(resourceId: string | null, { start, zone, lang, exceptions }: Explained): string {
  const date = localDateOf(start, zone).toString()
  const found = exceptions.find(exception => exception.resourceId === resourceId && exception.date === date)
  if (!found) return ''
  const windows = found.windows.map(({ fromMinute, toMinute }) => [
    minuteText(fromMinute),
    minuteText(toMinute),
  ])
  return EXPLANATION_WORDS[lang].exception(windows)
}

function minuteText(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function hindranceText({ resourceId, because, until }: Hindrance, explained: Explained): string {
  const words = EXPLANATION_WORDS[explained.lang]
  const name = explained.names.get(resourceId) ?? ''
  switch (because) {
    case 'hours':
      return words.away(name) + exceptionText(resourceId, explained)
    case 'blocked':
      return words.blocked(name, until === null ? null : momentText(until, explained))
    case 'absent':
      return words.absent(name, until === null ? null : momentText(until, explained))
    case 'taken':
      return words.taken(name, until === null ? null : clockText(until, explained.zone))
    default:
      return because satisfies never
  }
}

function momentText(instant: number, { zone, lang }: Pick<Explained, 'zone' | 'lang'>): string {
  const { weekdays, separator } = EXPLANATION_WORDS[lang]
  const date = localDateOf(instant, zone)
  const written = [date.day, date.month, date.year].map(part => String(part).padStart(2, '0')).join(separator)
  return `${weekdays[date.dayOfWeek - 1]}, ${written}, ${clockText(instant, zone)}`
}

function clockText(instant: number, zone: string): string {
  return toOffsetString(instant, zone).slice(11, 16)
}
