import { weekdayName } from './calendar-names.ts'
import type { SpeechLanguage } from './speech-language.ts'
import { spokenTime } from './spoken-date.ts'
import { spokenList } from './spoken-list.ts'

const WORDS = {
  de: { from: 'von', to: 'bis', and: 'und', midnight: 'Mitternacht' },
  en: { from: 'from', to: 'to', and: 'and', midnight: 'midnight' },
} as const

type Window = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

/**
 * Weekly hours for the ear, days with the same hours together: "Dienstag bis Freitag von neun Uhr bis achtzehn Uhr".
 * Days without hours are left out.
 */
export function spokenWeek(hours: readonly Window[], lang: SpeechLanguage): string[] {
  const days = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, windows: windowsOf(hours, weekday, lang) }))
  const groups: Array<{ first: number; last: number; windows: string }> = []
  for (const { weekday, windows } of days) {
    const previous = groups.at(-1)
    if (windows === '') continue
    if (previous?.windows === windows && previous.last === weekday - 1) previous.last = weekday
    else groups.push({ first: weekday, last: weekday, windows })
  }
  return groups.map(({ first, last, windows }) => `${daysFrom(first, last, lang)} ${windows}`)
}

function windowsOf(hours: readonly Window[], weekday: number, lang: SpeechLanguage): string {
  const { from, to } = WORDS[lang]
  const windows = hours
    .filter(window => window.weekday === weekday)
    .map(window => `${from} ${clock(window.fromMinute, lang)} ${to} ${clock(window.toMinute, lang)}`)
  return spokenList(windows, lang, 'and')
}

function daysFrom(first: number, last: number, lang: SpeechLanguage): string {
  if (first === last) return name(first, lang)
  const join = last === first + 1 ? WORDS[lang].and : WORDS[lang].to
  return `${name(first, lang)} ${join} ${name(last, lang)}`
}

/** 5 January 2026 is a Monday. */
function name(weekday: number, lang: SpeechLanguage): string {
  return weekdayName(Temporal.PlainDate.from('2026-01-04').add({ days: weekday }), lang)
}

function clock(minute: number, lang: SpeechLanguage): string {
  if (minute === 1440) return WORDS[lang].midnight
  return spokenTime(new Temporal.PlainTime(Math.floor(minute / 60) % 24, minute % 60), lang)
}
