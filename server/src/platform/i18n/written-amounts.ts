import type { Language } from './language.ts'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }
const UNITS = {
  de: { hour: ['Stunde', 'Stunden'], minute: ['Minute', 'Minuten'] },
  en: { hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
} as const
const HOUR = 60

/** Integer minor units, a hundred to the major one, for the eye: "45,50 €", "€45.50". */
export function writtenPrice(minor: number, currency: string, language: Language): string {
  const key = `${language} ${currency}`
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency })
  FORMATS.set(key, format)
  return format.format(minor / 100)
}

/** Making one takes a millisecond; there are as many as currencies are in use. */
const FORMATS = new Map<string, Intl.NumberFormat>()

/** Whole minutes for the eye: "45 Minuten", "1 Stunde 30 Minuten", "2 hours". */
export function writtenDuration(minutes: number, language: Language): string {
  const { hour, minute } = UNITS[language]
  const hours = Math.floor(minutes / HOUR)
  const rest = minutes % HOUR
  const parts = [
    ...(hours > 0 ? [counted(hours, hour)] : []),
    ...(rest > 0 || hours === 0 ? [counted(rest, minute)] : []),
  ]
  return parts.join(' ')
}

function counted(count: number, [one, many]: readonly [one: string, many: string]): string {
  return `${count} ${count === 1 ? one : many}`
}
