import type { Clock } from '../item.ts'
import type { PartOfDay } from '../meaning.ts'
import { type Hours, PART_REACH } from '../part-hours.ts'
import type { Environment } from './environment.ts'

/** Whether a time is asked for or limits a window: "bis sieben" is more likely 19:00, "ab sieben" 7:00. */
type ClockUse = 'start' | 'end'

const HALF_DAY = 12 * 60
/** Without opening hours, appointments are made for these hours. */
const USUAL: Hours = { from: 7 * 60, until: 19 * 60 }

/** The minutes after midnight a clock time can mean, likeliest first: one unless both halves of the day are open. */
export function clockChoices(
  clock: Clock,
  use: ClockUse,
  { part, open }: { readonly part: PartOfDay | null; readonly open: Environment['open'] },
): readonly number[] {
  if (!clock.halves) return [clock.minutes]
  const halves = [clock.minutes, clock.minutes + HALF_DAY]
  const inTheNight = open === null ? null : nightOf(clock.minutes, use, open)
  if (part === 'night' && inTheNight !== null) return [inTheNight]
  if (part !== null) return halvesInPart(halves, part)
  const usual = halves.filter(minutes => isInside(minutes, USUAL, use))
  if (open === null) return usual
  const possible = [...halves, ...(inTheNight === null ? [] : [inTheNight])].filter(minutes =>
    isInside(minutes, open, use),
  )
  if (possible.length === 0) return usual
  return possible.toSorted((a, b) => Number(usual.includes(b)) - Number(usual.includes(a)))
}

/** The half of the day that was not chosen, if someone can mean it: "heute um acht", said at ten. */
export function eveningOf(clock: Clock, open: Environment['open']): number | null {
  const evening = clock.minutes + HALF_DAY
  if (!clock.halves || clock.formal || evening > 21 * 60) return null
  return open === null || isInside(evening, open, 'start') ? evening : null
}

/** Whether a time can lie in a part of the day; the night reaches into the next one. */
export function isInReach(minutes: number, part: PartOfDay): boolean {
  const reach = PART_REACH[part]
  return isInside(minutes, reach, 'start') || minutes + 1440 < reach.until
}

/** Where the doors are open past midnight, one o'clock on Saturday is in the night that begins on Saturday. */
function nightOf(minutes: number, use: ClockUse, open: Hours): number | null {
  const night = minutes + 2 * HALF_DAY
  return open.until > 2 * HALF_DAY && isInside(night, open, use) ? night : null
}

function halvesInPart(halves: readonly number[], part: PartOfDay): readonly number[] {
  const inside = halves.filter(minutes => isInReach(minutes, part))
  return inside.length === 0 ? halves.slice(1) : inside.slice(0, 1)
}

function isInside(minutes: number, { from, until }: Hours, use: ClockUse): boolean {
  return use === 'start' ? minutes >= from && minutes < until : minutes > from && minutes <= until
}
