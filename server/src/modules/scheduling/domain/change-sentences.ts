import type { ChangeTerms } from './change-terms.ts'

export type SentenceLanguage = 'de' | 'en'

/** "May I?" answered in one written sentence. Null when nothing stands against it. */
export function changeSentence(terms: ChangeTerms, lang: SentenceLanguage): string | null {
  const words = lang === 'de' ? german : english
  const done = words.done[terms.kind]
  switch (terms.verdict) {
    case 'free':
      return null
    case 'impossible':
      return terms.why === 'cancelled' ? words.cancelled : words.over
    case 'fee':
      return terms.fee === null ? null : words.fee(done, money(terms.fee, lang))
    case 'staff':
      return `${limitText(terms, lang)} ${words.staff}`
    case 'no':
      return limitText(terms, lang)
    default:
      return terms.verdict satisfies never
  }
}

function limitText({ why, kind, rules }: ChangeTerms, lang: SentenceLanguage): string {
  const words = lang === 'de' ? german : english
  const done = words.done[kind]
  if (why === 'monthly_most') return words.monthly(done, rules.monthly_most ?? 0)
  if (why === 'most_moves') return words.moves(rules.most_moves ?? 0)
  return words.notice(done, span(rules.notice_minutes ?? 0, words.units))
}

type Units = Readonly<Record<'hour' | 'minute', readonly [one: string, many: string]>>

const german = {
  done: { cancel: 'abgesagt', move: 'verlegt' },
  cancelled: 'Der Termin ist schon abgesagt.',
  over: 'Der Termin hat schon begonnen oder ist vorbei.',
  fee: (done: string, amount: string) => `Wird der Termin jetzt noch ${done}, kostet das ${amount}.`,
  staff: 'Danach entscheidet das jemand aus dem Haus.',
  notice: (done: string, before: string) => `Termine können nur bis ${before} vorher ${done} werden.`,
  monthly: (done: string, most: number) => `Im Monat können höchstens ${most} Termine ${done} werden.`,
  moves: (most: number) => `Ein Termin kann höchstens ${most} Mal verlegt werden.`,
  units: { hour: ['eine Stunde', 'Stunden'], minute: ['eine Minute', 'Minuten'] } as Units,
}

const english: typeof german = {
  done: { cancel: 'cancelled', move: 'moved' },
  cancelled: 'The appointment has been cancelled already.',
  over: 'The appointment has begun or is over.',
  fee: (done, amount) => `If the appointment is ${done} now, that costs ${amount}.`,
  staff: 'After that, somebody here has to decide.',
  notice: (done, before) => `Appointments can only be ${done} up to ${before} before they begin.`,
  monthly: (done, most) => `At most ${most} appointments can be ${done} in a month.`,
  moves: most => `An appointment can be moved ${most} times at most.`,
  units: { hour: ['one hour', 'hours'], minute: ['one minute', 'minutes'] },
}

function span(minutes: number, units: Units): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, units.hour] : [minutes, units.minute]
  return count === 1 ? unit[0] : `${count} ${unit[1]}`
}

function money({ minor, currency }: { minor: number; currency: string }, lang: SentenceLanguage): string {
  const locale = lang === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100)
}
