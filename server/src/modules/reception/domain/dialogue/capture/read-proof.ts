import { monthName } from '../../speech/calendar-names.ts'
import type { Lang } from '../acts.ts'
import { findPhone } from '../understand/find-phone.ts'
import { hear } from '../understand/hear.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { ordinalsAsFigures, yearsAsFigures } from './year-words.ts'

const EARLIEST_YEAR = 1900

/** The digits of a code as they are said or typed: in figures, in words, "doppel sieben"; null when there are none. */
export function digitsIn(said: string, lang: Lang): string | null {
  const { contact } = lexiconOf(lang)
  return findPhone(hear(said), { words: contact, numbers: contact.digits, reading: 'any' })?.phone ?? null
}

/**
 * A date of birth with its whole year: "14.3.1985", "14. März neunzehnhundertfünfundachtzig", "March 14th, nineteen
 * eighty-five", "1985-03-14", or as its eight figures on a keypad, day first.
 */
export function birthDateIn(said: string, lang: Lang): Temporal.PlainDate | null {
  const folded = inFigures(said, lang)
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(folded)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const german = /\b(\d{1,2})[./ ]+(\d{1,2})[./ ]+(\d{4})\b/.exec(folded)
  if (german) return dateOf(german[3], german[2], german[1])
  const month = months(lang).findIndex(name => folded.includes(name)) + 1
  const [day, year] = [
    /\b(\d{1,2})(?:\.|st|nd|rd|th)?(?!\d)/.exec(folded)?.[1],
    /\b(\d{4})\b/.exec(folded)?.[1],
  ]
  return month === 0 ? digitByDigit(said, lang) : dateOf(year, String(month), day)
}

function inFigures(said: string, lang: Lang): string {
  const { folded } = hear(said)
  return ordinalsAsFigures(yearsAsFigures(folded, lang), lexiconOf(lang).choices.ordinals)
}

function digitByDigit(said: string, lang: Lang): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(digitsIn(said, lang) ?? '') ?? []
  return dateOf(year, month, day)
}

const monthNames = new Map<Lang, readonly string[]>()

function months(lang: Lang): readonly string[] {
  const known = monthNames.get(lang)
  if (known) return known
  const names = Array.from({ length: 12 }, (_, index) => {
    const first = Temporal.PlainDate.from({ year: 2000, month: index + 1, day: 1 })
    return hear(monthName(first, lang)).folded
  })
  monthNames.set(lang, names)
  return names
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Temporal.PlainDate | null {
  if (year === undefined || Number(year) < EARLIEST_YEAR) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
