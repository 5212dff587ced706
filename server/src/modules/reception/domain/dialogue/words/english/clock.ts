import type { Clock } from '../lexicon.ts'
import { numberIn, numbers } from './numbers.ts'

const gap = '[^a-z0-9]+'
const words = [...numbers.keys()].sort((a, b) => b.length - a.length).map(word => word.replace(' ', gap))
const number = `\\d{1,2}|${words.join('|')}`
const meridiem = `(?:${gap})?(?:a|p)\\.?(?:${gap})?m(?![a-z])\\.?`
const minutes = `(?:oh${gap})?(?:${number})`
const oclock = `o(?:'|${gap})?clock`
/** After a bare number these make it no clock: "in at two weeks", "by 5 December", "the twenty-fourth". */
const notTime = `(?!(?:${gap})?(?:first|second|third|[a-z]+th(?![a-z])|days?|weeks?|months?|years?|hours?|minutes?|people|appointments?|january|february|march|april|may|june|july|august|september|october|november|december))`
/** "The one on Tuesday" names no hour. */
const bare = `(?:at|around|about|by|from|until|till)${gap}(?<bare>${number})|(?:the|for)${gap}(?!one(?![a-z])|1(?!\\d))(?<theBare>${number})`

/** One spoken clock time: "at ten", "10:30", "two thirty p.m.", "half past two", "quarter to three", "noon". */
const spokenClock = [
  `(?<digits>\\d{1,2})[:.](?<digitMinutes>\\d{2})(?!\\.?\\d)(?<digitHalf>${meridiem})?`,
  `(?:a${gap})?(?<part>half|quarter)${gap}(?<side>past|to|after|before)${gap}(?<partHour>${number})(?<partHalf>${meridiem})?`,
  `(?<offset>${number})${gap}(?:minutes?${gap})?(?<offsetSide>past|to|after|before)${gap}(?<offsetHour>${number})(?<offsetHalf>${meridiem})?`,
  `(?<hour>${number})(?:${gap}(?<minutes>${minutes}))?(?<half>${meridiem})`,
  `(?<full>${number})(?:${gap})?${oclock}`,
  `(?:twelve${gap}|12${gap})?(?<noon>noon|midday)`,
  `(?<plain>${number})${gap}(?<plainMinutes>oh${gap}five|fifteen|thirty|forty${gap}five|30|45|15)`,
].join('|')

/** The preposition is read along, so that "at two" does not end before "thirty p.m.". */
const clocks = new RegExp(
  `(?<![a-z0-9])(?:(?:(?:at|around|about|by|from|until|till|the|for)${gap})?(?:${spokenClock})|(?:${bare})${notTime})(?![a-z0-9])`,
  'g',
)

export function readClocks(folded: string): Clock[] {
  return [...folded.matchAll(clocks)]
    .map(match => clockOf(match.groups ?? {}))
    .filter(clock => clock !== null)
    .filter(clock => clock.hour < 24 && clock.minute < 60)
}

type Groups = Readonly<Record<string, string | undefined>>

function clockOf(said: Groups): Clock | null {
  const value = (group: string): number => numberIn((said[group] ?? '').replace(/^oh[^a-z0-9]+/, '')) ?? 0
  if (said.noon) return { hour: 12, minute: 0 }
  if (said.digits) return atHalf(value('digits'), value('digitMinutes'), said.digitHalf)
  if (said.part)
    return atHalf(value('partHour'), offset(said.side, said.part === 'half' ? 30 : 15), said.partHalf)
  if (said.offset)
    return atHalf(value('offsetHour'), offset(said.offsetSide, value('offset')), said.offsetHalf)
  if (said.half) return atHalf(value('hour'), value('minutes'), said.half)
  if (said.full) return { hour: value('full'), minute: 0 }
  if (said.plain) return { hour: value('plain'), minute: value('plainMinutes') }
  return { hour: value(said.bare ? 'bare' : 'theBare'), minute: 0 }
}

function offset(side: string | undefined, minutes: number): number {
  return side === 'to' || side === 'before' ? -minutes : minutes
}

/** With a.m. or p.m. the hour of the day, without the hour as it was said. */
function atHalf(hour: number, minute: number, half: string | undefined): Clock {
  const base = half === undefined ? hour : (hour % 12) + (half.includes('p') ? 12 : 0)
  const total = (base * 60 + minute + 24 * 60) % (24 * 60)
  return { hour: Math.floor(total / 60), minute: total % 60 }
}

const limit = `(?:(?:not${gap})?(?:at|around|about|by|from|until|till|after|before|past|no${gap}(?:later|earlier)${gap}than)${gap})`
const exact = `(?:\\d{1,2}[:.]\\d{2}(?!\\.?\\d)(?:${meridiem})?|(?:${number})(?:${gap}${minutes})?${meridiem}|(?:${number})(?:${gap})?${oclock}|(?:a${gap})?(?:half|quarter|(?:${number})(?:${gap}minutes)?)${gap}(?:past|to)${gap}(?:${number})(?:${meridiem})?|(?:twelve${gap})?(?:noon|midday)|(?:${number})${gap}(?:oh${gap}five|fifteen|thirty|forty${gap}five))`

/** The clock's part of a time expression, windows and parts of the day included. */
export const clockPart = new RegExp(
  `(?<![a-z0-9])(?:${[
    `(?:between|from)${gap}(?:${exact}|${number})${gap}(?:and|to|until|till)${gap}(?:${exact}|${number})(?:${meridiem})?`,
    `${limit}{0,2}${exact}`,
    `${limit}{1,2}(?:${number})(?:${gap}(?:thirty|fifteen|forty${gap}five))?${notTime}`,
    `after${gap}(?:work|office${gap}hours)`,
    `(?:(?:in|during|around|at|over)${gap})?(?:the${gap})?(?:(?:early|late|later)${gap})?(?:in${gap}the${gap})?(?:mornings?|afternoons?|evenings?|lunch(?:${gap})?time)`,
  ].join('|')})(?![a-z0-9])`,
  'g',
)
