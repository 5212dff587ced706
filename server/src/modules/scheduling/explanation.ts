import type { Service } from '../catalogue/index.ts'
import type { Hindrance, Reason } from './domain/explain-start.ts'

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

type Explained = {
  readonly start: number
  readonly zone: string
  readonly service: Service
  readonly reasons: readonly Reason[]
  readonly unqualified: readonly string[]
  /** By id of the resource. */
  readonly names: ReadonlyMap<string, string>
}

/** "Donnerstag, 26.11.2026, 10:00: Mara ist bis 10:30 belegt; Jonas macht Färben nicht." */
export function explanation(explained: Explained): string {
  const { start, zone, reasons } = explained
  const closed = reasons.some(reason => reason.rule === 'closed')
  const said = reasons.flatMap(reason => clausesOf(closed ? withoutHours(reason) : reason, explained))
  const others = reasons.some(reason => reason.rule === 'nobody')
    ? explained.unqualified.map(name => `${name} macht ${explained.service.name} nicht`)
    : []
  const clauses = reasons.length === 0 ? ['frei'] : [...said, ...others]
  const text = clauses.length === 0 ? 'niemand ist dafür eingetragen' : clauses.join('; ')
  return `${dayText(start, zone)}, ${clockText(start, zone)}: ${text}.`
}

/** Who is closed needs nobody at work. */
function withoutHours(reason: Reason): Reason {
  if (reason.rule !== 'nobody') return reason
  return { ...reason, hindrances: reason.hindrances.filter(hindrance => hindrance.because !== 'hours') }
}

function clausesOf(reason: Reason, { zone, names }: Explained): string[] {
  switch (reason.rule) {
    case 'notice':
      return [`zu kurzfristig, möglich ab ${momentText(reason.earliest, zone)}`]
    case 'horizon':
      return [`zu weit im Voraus, möglich bis ${momentText(reason.latest, zone)}`]
    case 'closed':
      return ['geschlossen']
    case 'full':
      return [`dieser Beginn ist voll, möglich sind ${reason.most}`]
    case 'grid':
      return ['zu dieser Zeit beginnt kein Termin']
    case 'together':
      return ['wer und was dafür gebraucht wird, ist nicht zugleich frei']
    case 'nobody':
      return reason.hindrances.map(hindrance => hindranceText(hindrance, { zone, names }))
    default:
      return reason satisfies never
  }
}

function hindranceText(
  { resourceId, because, until }: Hindrance,
  { zone, names }: Pick<Explained, 'zone' | 'names'>,
): string {
  const name = names.get(resourceId) ?? ''
  const untilText = until === null ? '' : ` bis ${clockText(until, zone)}`
  switch (because) {
    case 'hours':
      return `${name} ist dann nicht da`
    case 'blocked':
      return `${name} ist${until === null ? '' : ` bis ${momentText(until, zone)}`} gesperrt`
    case 'taken':
      return `${name} ist${untilText} belegt`
    default:
      return because satisfies never
  }
}

function momentText(instant: number, zone: string): string {
  return `${dayText(instant, zone)}, ${clockText(instant, zone)}`
}

function dayText(instant: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${WEEKDAYS[local.dayOfWeek - 1]}, ${two(local.day)}.${two(local.month)}.${local.year}`
}

function clockText(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}
