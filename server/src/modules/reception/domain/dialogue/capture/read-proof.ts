import type { Lang } from '../dialogue/acts.ts'
import { findPhone } from '../dialogue/understand/find-phone.ts'
import { hear } from '../dialogue/understand/hear.ts'
import { lexiconOf } from '../dialogue/words/lexicons.ts'
import { monthName } from '../speech/calendar-names.ts'

const EARLIEST_YEAR = 1900

/** The digits of a code as they are said or typed: in figures, in words, "doppel sieben"; null when there are none. */
export function digitsIn(said: string, lang: Lang): string | null {
  const { contact } = lexiconOf(lang)
  return findPhone(hear(said), { words: contact, numbers: contact.digits, reading: 'any' })?.phone ?? null
}

/** A date of birth with its whole year: "14.3.1985", "14. März 1985", "March 14th, 1985", "1985-03-14". */
export function birthDateIn(said: string, lang: Lang): Temporal.PlainDate | null {
  const { folded } = hear(said)
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(folded)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const german = /\b(\d{1,2})[./ ]+(\d{1,2})[./ ]+(\d{4})\b/.exec(folded)
  if (german) return dateOf(german[3], german[2], german[1])
  const month = months(lang).findIndex(name => folded.includes(name)) + 1
  const [day, year] = [
    /\b(\d{1,2})(?:\.|st|nd|rd|th)?(?!\d)/.exec(folded)?.[1],
    /\b(\d{4})\b/.exec(folded)?.[1],
  ]
  return month === 0 ? null : dateOf(year, String(month), day)
}

function months(lang: Lang): string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = Temporal.PlainDate.from({ year: 2000, month: index + 1, day: 1 })
    return hear(monthName(first, lang)).folded
  })
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Temporal.PlainDate | null {
  if (Number(year) < EARLIEST_YEAR) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
