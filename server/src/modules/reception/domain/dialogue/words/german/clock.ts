import type { Clock } from '../lexicon.ts'
import { numberIn, numbers } from './numbers.ts'

const number = `\\d{1,2}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`
const gap = '[^a-z0-9]+'

/** One spoken clock time: "um zehn", "14 Uhr 30", "10:30", "halb elf", "Viertel nach zwei", "fünf vor halb drei". */
const spokenClock = [
  `(?<digits>\\d{1,2})[:.](?<digitMinutes>\\d{2})(?!\\.?\\d)`,
  `(?<offset>${number})${gap}(?:minuten${gap})?(?<side>vor|nach)${gap}(?:(?<offsetHalf>halb)${gap})?(?<offsetHour>${number})`,
  `viertel${gap}(?<quarterSide>vor|nach)${gap}(?<quarterHour>${number})`,
  `drei(?:${gap})?viertel${gap}(?<threeQuarters>${number})`,
  `viertel${gap}(?<firstQuarter>${number})`,
  `halb${gap}(?<half>${number})`,
  `(?<hour>${number})(?:${gap})?uhr(?:${gap}(?<minutes>${number}))?`,
  `(?<pairHour>acht|neun|zehn|elf|zwoelf|dreizehn|vierzehn|fuenfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig)${gap}(?<pairMinutes>zehn|fuenfzehn|zwanzig|dreissig|vierzig|fuenfundvierzig|fuenfzig)`,
  `(?:um|gegen|ab|bis|circa|den|der|die)${gap}(?<bare>${number})(?!(?:${gap})?(?:uhr|tag|woche|monat|stunde|minute|termin))`,
].join('|')

const clocks = new RegExp(`(?<![a-z0-9])(?:${spokenClock})(?![a-z0-9])`, 'g')

export function readClocks(folded: string): Clock[] {
  return [...folded.matchAll(clocks)]
    .map(match => clockOf(match.groups ?? {}))
    .filter(clock => clock !== null && clock.hour < 24 && clock.minute < 60)
    .filter(clock => clock !== null)
}

type Groups = Readonly<Record<string, string | undefined>>

function clockOf(said: Groups): Clock | null {
  const value = (group: string): number => numberIn(said[group] ?? '') ?? 0
  if (said.digits) return { hour: value('digits'), minute: value('digitMinutes') }
  if (said.hour) return { hour: value('hour'), minute: value('minutes') }
  if (said.pairHour) return { hour: value('pairHour'), minute: value('pairMinutes') }
  if (said.bare) return { hour: value('bare'), minute: 0 }
  if (said.half) return minutesAfter(value('half') - 1, 30)
  if (said.threeQuarters) return minutesAfter(value('threeQuarters') - 1, 45)
  if (said.firstQuarter) return minutesAfter(value('firstQuarter') - 1, 15)
  if (said.quarterSide) return minutesAfter(value('quarterHour'), said.quarterSide === 'vor' ? -15 : 15)
  if (said.side) {
    const hour = said.offsetHalf ? value('offsetHour') - 0.5 : value('offsetHour')
    return minutesAfter(hour, said.side === 'vor' ? -value('offset') : value('offset'))
  }
  return null
}

function minutesAfter(hour: number, minutes: number): Clock {
  const total = (hour * 60 + minutes + 24 * 60) % (24 * 60)
  return { hour: Math.floor(total / 60), minute: total % 60 }
}

/** The clock's part of a time expression, windows and parts of the day included. */
export const clockPart = new RegExp(
  `(?<![a-z0-9])(?:${[
    `(?:zwischen|von)${gap}(?:${number})(?:${gap}uhr)?${gap}(?:und|bis)${gap}(?:${number})(?:${gap}uhr)?`,
    `(?:(?:(?:nicht|erst)${gap})?(?:so${gap})?(?:um|gegen|ab|bis|vor|nach|circa|ca|fruehestens|spaetestens)${gap}){0,3}(?:\\d{1,2}[:.]\\d{2}(?!\\.?\\d)(?:${gap}uhr)?|(?:${number})(?:${gap})?uhr(?:${gap}(?:${number}))?|(?:(?:kurz|${number})${gap}(?:vor|nach)${gap})?(?:halb|viertel(?:${gap}(?:vor|nach))?|drei(?:${gap})?viertel)${gap}(?:${number}))`,
    `(?:(?:(?:nicht|erst)${gap})?(?:so${gap})?(?:um|gegen|ab|bis|vor|nach|circa|ca))${gap}(?:${number})(?!(?:${gap})?(?:tag|woche|monat|stunde|minute)|\\.)`,
    `(?:nach${gap}der${gap}arbeit|nach${gap}feierabend|zum${gap}feierabend)`,
    `(?:(?:am|gegen|in${gap}der|zur|ueber)${gap})?(?:(?:fruehen|spaeten|spaeter)${gap})?(?:vormittags?|nachmittags?|abends?|mittags?|mittagszeit|morgens|frueh)`,
  ].join('|')})(?![a-z0-9])`,
  'g',
)
