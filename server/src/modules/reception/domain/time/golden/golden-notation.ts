import type { TimeResult, When } from '../time-result.ts'

/**
 * Results in a form that fits on a line: "2026-11-22 14:30", "2026-11-23..2026-11-29", "2026-11-21 08:00-12:00",
 * "from …", "until …", "clock 10:00-", "{a | b}", "{* except a}". Before it "?" for ambiguous, "!" for
 * contradictory, "past" for what is gone. A full hour is "14h", as said; "14:00" is to the minute.
 */
export function notate({ kind, when, candidates }: TimeResult): string {
  if (kind === 'none') return 'none'
  if (kind === 'ambiguous') return `? ${candidates.map(notateWhen).join(' | ')}`
  if (kind === 'contradictory') return `! ${candidates.map(notateWhen).join(' | ')}`
  const told = when === null ? '' : notateWhen(when)
  return kind === 'past' ? `past ${told}` : told
}

function notateWhen(when: When): string {
  switch (when.type) {
    case 'day':
      return when.date
    case 'time':
      return `${dateOf(when.start)} ${when.grain === 'hour' ? `${when.start.slice(11, 13)}h` : clockOf(when.start)}`
    case 'range':
      return when.grain === 'day'
        ? `${dateOf(when.start)}..${lastDay(when.end)}`
        : `${dateOf(when.start)} ${clockOf(when.start)}-${clockOf(when.end)}`
    case 'from':
      return `from ${momentOf(when.start)}`
    case 'until':
      return `until ${momentOf(when.end)}`
    case 'clock':
      return `clock ${when.from ?? ''}-${when.until ?? ''}`
    default: {
      const any = when.any.length === 0 ? '*' : when.any.map(notateWhen).join(' | ')
      const except = when.except.length === 0 ? '' : ` except ${when.except.map(notateWhen).join(' | ')}`
      return `{${any}${except}}`
    }
  }
}

function dateOf(instant: string): string {
  return instant.slice(0, 10)
}

function clockOf(instant: string): string {
  return instant.slice(11, 16)
}

function momentOf(instant: string): string {
  return clockOf(instant) === '00:00' ? dateOf(instant) : `${dateOf(instant)} ${clockOf(instant)}`
}

function lastDay(end: string): string {
  return Temporal.PlainDate.from(dateOf(end)).subtract({ days: 1 }).toString()
}
