import type { Clock } from '../item.ts'
import { PART_HOURS } from '../part-hours.ts'
import type { Option } from '../reading.ts'
import type { ClockWhen } from '../time-result.ts'
import { clockChoices } from './clock.ts'
import type { Environment } from './environment.ts'

/** A stretch of a day in minutes after midnight; an open end is null. */
export interface Window {
  readonly from: number | null
  readonly until: number | null
  readonly grain: 'hour' | 'minute'
}

/** The windows that "zwischen zwei und vier", "ab drei", "vormittags" can mean, likeliest first. */
export function windowChoices(option: Option, env: Environment): readonly Window[] {
  const { from, until, part } = option
  const hours = part === null ? null : PART_HOURS[part]
  const grain = from?.grain === 'minute' || until?.grain === 'minute' ? 'minute' : 'hour'
  if (from === null && until === null) {
    return hours === null ? [] : [{ from: hours.from, until: openEnd(hours.until), grain }]
  }
  if (from === null) {
    const ends = until === null ? [] : clockChoices(until, 'end', { part, open: env.open })
    return ends.map(end => ({ from: startBefore(end, hours?.from), until: end, grain }))
  }
  const starts = clockChoices(from, 'start', { part, open: env.open })
  return starts.flatMap(start => {
    if (until === null) return [{ from: start, until: endAfter(start, hours?.until), grain }]
    const end = nextAfter(start, until)
    return end === null ? [] : [{ from: start, until: end, grain }]
  })
}

export function clockWhen({ from, until }: Window): ClockWhen {
  return {
    type: 'clock',
    ...(from === null ? {} : { from: clockText(from % 1440) }),
    ...(until === null ? {} : { until: clockText(until) }),
  }
}

/** A part that lasts until midnight has no end of its own. */
function openEnd(until: number): number | null {
  return until === 1440 ? null : until
}

function startBefore(end: number, from: number | undefined): number | null {
  return from !== undefined && from < end ? from : null
}

function endAfter(start: number, until: number | undefined): number | null {
  return until !== undefined && until > start ? openEnd(until) : null
}

/** "von acht bis sechs": the first six o'clock after eight; "von 22 bis 2 Uhr" ends on the next day. */
function nextAfter(start: number, until: Clock): number | null {
  const first = until.halves ? [until.minutes, until.minutes + 720, until.minutes + 1440] : [until.minutes]
  const end = first.find(minutes => minutes > start)
  if (end !== undefined) return end
  return start >= 18 * 60 ? until.minutes + 1440 : null
}

function clockText(minutes: number): string {
  const rest = minutes > 1440 ? minutes - 1440 : minutes
  const hour = String(Math.floor(rest / 60)).padStart(2, '0')
  return `${hour}:${String(rest % 60).padStart(2, '0')}`
}
