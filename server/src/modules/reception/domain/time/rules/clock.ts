import type { Clock } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { isMark, isSentenceEnd, type Match, match, meaningAt, type Rule, wholeNumber } from './rule.ts'

/**
 * The forms in which a clock time is said. Each reads one form; `bare` marks a number that is a time only
 * because of its neighbours ("morgen vierzehn dreißig").
 */
interface ClockReading {
  readonly clock: Clock
  readonly next: number
  readonly bare: boolean
}

type ClockForm = (lexemes: readonly Lexeme[], at: number) => ClockReading | null

const HALF_DAY = 12 * 60
const DAY = 24 * 60
const FORMS: readonly ClockForm[] = [
  digital,
  compactDigits,
  bareDigits,
  hourWithOclock,
  halfHour,
  quarterHour,
  minutesBeforeOrAfter,
  namedClock,
  bareNumbers,
]

export const clockRule: Rule = (lexemes, at): Match | null => {
  let best: ClockReading | null = null
  for (const form of FORMS) {
    const reading = form(lexemes, at)
    if (reading !== null && reading.next > (best?.next ?? at)) best = reading
  }
  if (best === null) return null
  return match(best.next, { kind: 'clock', clock: best.clock, bare: best.bare })
}

/** "14:30", "14.30 Uhr". */
function digital(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const hour = hourAt(lexemes, at)
  const minute = lexemes[at + 2]
  const colon = isMark(lexemes, at + 1, ':')
  if (hour === null || minute?.kind !== 'digits' || minute.text.length !== 2) return null
  if (!colon && !(isMark(lexemes, at + 1, '.') && isDottedTime(lexemes, at))) return null
  const minutes = wholeNumber(lexemes, at + 2, [0, 59])
  if (minutes === null) return null
  const { next, meridiem } = afterHour(lexemes, at + 3)
  return { clock: { ...clockOf(hour, minutes, meridiem), formal: true, grain: 'minute' }, next, bare: false }
}

/** "14.30" is a time when "Uhr" or "um" says so, or when it cannot be a date. */
function isDottedTime(lexemes: readonly Lexeme[], at: number): boolean {
  if (isMark(lexemes, at + 3, '.')) return false
  const lead = meaningAt(lexemes, at - 1).bound
  if (lead === 'at' || lead === 'about' || meaningAt(lexemes, at + 3).oclock === true) return true
  return wholeNumber(lexemes, at + 2, [1, 12]) === null
}

/** "1430 Uhr", as speech recognition writes it. */
function compactDigits(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'digits' || lexeme.text.length !== 4) return null
  const { oclock, unit } = meaningAt(lexemes, at + 1)
  if (oclock !== true && unit !== 'hour') return null
  const hour = Number(lexeme.text.slice(0, 2))
  const minute = Number(lexeme.text.slice(2))
  if (hour > 23 || minute > 59) return null
  return { clock: definite(hour * 60 + minute, 'minute'), next: at + 2, bare: false }
}

/** "at 1430", "Dienstag 1430": a time only in the right company, and a year unless "um" says otherwise. */
function bareDigits(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'digits' || lexeme.text.length !== 4) return null
  if (lexemes[at + 1]?.kind === 'mark' || lexemes[at - 1]?.kind === 'mark') return null
  const time = Number(lexeme.text)
  const [hour, minute] = [Math.floor(time / 100), time % 100]
  const { bound, month } = meaningAt(lexemes, at - 1)
  const led = bound === 'at' || bound === 'about'
  if (hour > 23 || minute > 59 || month !== undefined || (hour >= 19 && !led)) return null
  return {
    clock: definite(time % 100 === 0 ? hour * 60 : hour * 60 + minute, 'minute'),
    next: at + 1,
    bare: true,
  }
}

/** "14 Uhr", "vierzehn Uhr dreißig", "ein Uhr". */
function hourWithOclock(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const { number } = meaningAt(lexemes, at)
  const hour = number === 1 ? { value: 1, definite: false } : hourAt(lexemes, at)
  const { next, meridiem, marked } = afterHour(lexemes, at + 1)
  if (hour === null || !marked) return null
  const minute = minuteAfter(lexemes, next)
  const clock = { ...clockOf(hour, minute?.value ?? 0, meridiem), formal: true }
  if (minute === null) return { clock, next, bare: false }
  return { clock: { ...clock, grain: 'minute' }, next: minute.next, bare: false }
}

function minuteAfter(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const skipped = meaningAt(lexemes, at).and === true ? at + 1 : at
  if (lexemes[skipped]?.pause === true) return null
  const oh = wholeNumber(lexemes, skipped, [0, 0]) === null ? null : wholeNumber(lexemes, skipped + 1, [0, 9])
  if (oh !== null) return { value: oh, next: skipped + 2 }
  const value = wholeNumber(lexemes, skipped, [1, 59])
  if (value === null) return null
  const after = meaningAt(lexemes, skipped + 1)
  if (after.unit === 'minute') return { value, next: skipped + 2 }
  if (skipped !== at || isMark(lexemes, skipped + 1, ':')) return null
  if (isMark(lexemes, skipped + 1, '.'))
    return endsSentence(lexemes, skipped + 1) ? { value, next: skipped + 2 } : null
  if (after.oclock === true || after.unit !== undefined || after.month !== undefined) return null
  return { value, next: skipped + 1 }
}

/** "um 7 Uhr 30." ends there; "um 9 Uhr 30. November" and "9 Uhr 30.11." go on with a date. */
function endsSentence(lexemes: readonly Lexeme[], dot: number): boolean {
  const after = lexemes[dot + 1]
  const { month, ordinal } = meaningAt(lexemes, dot + 1)
  return after?.kind !== 'digits' && month === undefined && ordinal === undefined
}

/** "halb drei", "fünf vor halb drei"; in English "half past two" and "half two". */
function halfHour(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const shifted = minutesWithSign(lexemes, at)
  const start = shifted?.next ?? at
  const { half } = meaningAt(lexemes, start)
  const hour = hourAt(lexemes, start + 1)
  if (half === undefined || hour === null) return null
  const { next, meridiem } = afterHour(lexemes, start + 2)
  const minutes = (half === 'to' ? -30 : 30) + (shifted?.minutes ?? 0)
  return { clock: { ...clockOf(hour, minutes, meridiem), grain: 'minute' }, next, bare: false }
}

/** "Viertel nach drei", "viertel drei" (a quarter of the third hour has passed), "fünf vor dreiviertel drei". */
function quarterHour(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const shifted = minutesWithSign(lexemes, at)
  const begin = shifted?.next ?? at
  const start = meaningAt(lexemes, begin).weak === true ? begin + 1 : begin
  const quarters = quartersAt(lexemes, start)
  if (quarters === null) return null
  const { minuteSign } = meaningAt(lexemes, quarters.next)
  if (shifted !== null && minuteSign !== undefined) return null
  const hourPlace = minuteSign === undefined ? quarters.next : quarters.next + 1
  const hour = hourAt(lexemes, hourPlace)
  if (hour === null) return null
  const { next, meridiem } = afterHour(lexemes, hourPlace + 1)
  const past = minuteSign === undefined ? quarters.count * 15 - 60 : minuteSign * quarters.count * 15
  const minutes = past + (shifted?.minutes ?? 0)
  return { clock: { ...clockOf(hour, minutes, meridiem), grain: 'minute' }, next, bare: false }
}

/** "dreiviertel", "3/4", and "1/2 9" for "halb neun". */
function quartersAt(lexemes: readonly Lexeme[], at: number): { count: number; next: number } | null {
  const { quarters, number } = meaningAt(lexemes, at)
  if (quarters !== undefined) return { count: quarters, next: at + 1 }
  if (!isMark(lexemes, at + 1, '/') || lexemes[at + 2]?.glued !== true) return null
  const { number: parts } = meaningAt(lexemes, at + 2)
  const fraction = number === 1 && parts === 2 ? 2 : number !== undefined && parts === 4 ? number : 0
  const { minuteSign } = meaningAt(lexemes, at + 3)
  const leads = minuteSign !== undefined || hourAt(lexemes, at + 3) !== null
  return fraction >= 1 && fraction <= 3 && leads ? { count: fraction, next: at + 3 } : null
}

/** "zehn nach drei", "fünf Minuten vor acht". */
function minutesBeforeOrAfter(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const shifted = minutesWithSign(lexemes, at)
  const hour = shifted === null ? null : hourAt(lexemes, shifted.next)
  if (shifted === null || hour === null) return null
  const { next, meridiem } = afterHour(lexemes, shifted.next + 1)
  return { clock: { ...clockOf(hour, shifted.minutes, meridiem), grain: 'minute' }, next, bare: false }
}

function minutesWithSign(lexemes: readonly Lexeme[], at: number): { minutes: number; next: number } | null {
  const unit = meaningAt(lexemes, at + 1).unit === 'minute'
  const single = unit && meaningAt(lexemes, at).number === 1 ? 1 : null
  const minutes = single ?? wholeNumber(lexemes, at, [1, 29])
  if (minutes === null) return null
  const signPlace = unit ? at + 2 : at + 1
  const { minuteSign, bound } = meaningAt(lexemes, signPlace)
  if (minuteSign === undefined) return null
  if (bound === 'until' && !unit && !isMinutesTo(lexemes, at, minutes)) return null
  if (bound === 'until' && !unit && isWindowInDigits(lexemes, at, signPlace + 1)) return null
  return { minutes: minuteSign * minutes, next: signPlace + 1 }
}

/** "ten to three" is 2:50, "from ten to three" and "two to four" are windows. */
function isMinutesTo(lexemes: readonly Lexeme[], at: number, minutes: number): boolean {
  const { bound } = meaningAt(lexemes, at - 1)
  return bound !== 'from' && bound !== 'between' && minutes % 5 === 0 && minutes !== 15
}

/**
 * "10 to 12" in digits is a window where the second hour comes soon after the first, "10 to 3" is 2:50. In words "ten
 * to twelve" is 11:50: who means the window says "from" or "between".
 */
function isWindowInDigits(lexemes: readonly Lexeme[], at: number, until: number): boolean {
  const hour = hourAt(lexemes, until)
  if (hour === null || lexemes[at]?.kind !== 'digits' || lexemes[until]?.kind !== 'digits') return false
  const begin = wholeNumber(lexemes, at, [1, 12])
  const length = begin === null ? 0 : (hour.value - begin + 12) % 12
  return length >= 1 && length <= LONGEST_WINDOW_HOURS
}

const LONGEST_WINDOW_HOURS = 4

/** "Mitternacht". */
function namedClock(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const { clock } = meaningAt(lexemes, at)
  return clock === undefined ? null : { clock: definite(clock, 'hour'), next: at + 1, bare: false }
}

/** "zehn", "vierzehn dreißig": times only in the right company. */
function bareNumbers(lexemes: readonly Lexeme[], at: number): ClockReading | null {
  const hour = hourAt(lexemes, at)
  const after = meaningAt(lexemes, at + 1)
  if (hour === null || after.unit !== undefined || after.month !== undefined) return null
  if (isMark(lexemes, at + 1, '.') && isSentenceEnd(lexemes, at))
    return { clock: clockOf(hour, 0), next: at + 2, bare: true }
  if (isMark(lexemes, at + 1, '.') || isMark(lexemes, at + 1, ':') || isMark(lexemes, at + 1, '/'))
    return null
  const zeros = zeroMinutes(lexemes, at)
  if (zeros !== null) return { clock: clockOf(hour, zeros), next: at + 3, bare: true }
  const said = minuteWord(lexemes, at + 1)
  const minute = said !== null && isNextHour(hour, said.value) ? null : said
  const { next, meridiem } = afterHour(lexemes, minute?.next ?? at + 1)
  const bare = meridiem === undefined
  const clock = clockOf(hour, minute?.value ?? 0, meridiem)
  if (minute === null) return { clock, next, bare }
  return { clock: { ...clock, grain: 'minute' }, next, bare }
}

/** "siebzehn null null", "acht null fünf". */
function zeroMinutes(lexemes: readonly Lexeme[], at: number): number | null {
  if (wholeNumber(lexemes, at + 1, [0, 0]) === null || lexemes[at + 1]?.kind === 'digits') return null
  return wholeNumber(lexemes, at + 2, [0, 9])
}

/** "so zehn, elf" are two hours, "vierzehn fünfzehn" is a time: nobody asks for the eleventh minute. */
function isNextHour({ value }: Hour, minute: number): boolean {
  return minute === value + 1 && minute % 5 !== 0
}

/** "dreißig", "oh five": what may follow a bare hour. */
function minuteWord(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const oh = meaningAt(lexemes, at).oh === true
  const place = oh ? at + 1 : at
  const value = wholeNumber(lexemes, place, oh ? [1, 9] : [10, 59])
  const { oclock, unit } = meaningAt(lexemes, place + 1)
  if (value === null || lexemes[at]?.pause !== false || oclock === true || unit !== undefined) return null
  return { value, next: place + 1 }
}

interface Hour {
  readonly value: number
  /** Said or written so that only one half of the day can be meant: "14", "08". */
  readonly definite: boolean
}

function hourAt(lexemes: readonly Lexeme[], at: number): Hour | null {
  const lexeme = lexemes[at]
  const value = wholeNumber(lexemes, at, [0, 24])
  if (lexeme === undefined || value === null) return null
  const leadingZero = lexeme.kind === 'digits' && lexeme.text.length === 2 && value < 10
  if (lexeme.kind === 'digits' && lexeme.text.length > 2) return null
  return { value, definite: value === 0 || value > 12 || leadingZero }
}

function afterHour(
  lexemes: readonly Lexeme[],
  at: number,
): { next: number; meridiem?: 'am' | 'pm'; marked: boolean } {
  const oclock = meaningAt(lexemes, at).oclock === true
  const next = oclock ? at + 1 : at
  const { meridiem } = meaningAt(lexemes, next)
  if (meridiem === undefined) return { next, marked: oclock }
  return { next: next + 1, meridiem, marked: true }
}

function clockOf(hour: Hour, minutes: number, meridiem?: 'am' | 'pm'): Clock {
  const total = hour.value * 60 + minutes
  const grain = minutes === 0 ? 'hour' : 'minute'
  if (hour.definite) return { minutes: total < 0 ? total + DAY : total, halves: false, formal: true, grain }
  const base = (total + HALF_DAY) % HALF_DAY
  if (meridiem === undefined) return { minutes: base, halves: true, formal: false, grain }
  return { minutes: meridiem === 'pm' ? base + HALF_DAY : base, halves: false, formal: true, grain }
}

function definite(minutes: number, grain: Clock['grain']): Clock {
  return { minutes, halves: false, formal: true, grain }
}
