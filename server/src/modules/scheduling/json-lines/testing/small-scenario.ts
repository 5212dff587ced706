import { answerSlotScenario } from '../slot-scenario.ts'

/**
 * Scenarios in as few words as their rule needs: one hour between nine and twelve of a Tuesday, in UTC, unless a change
 * says otherwise.
 */
export type Change = Record<string, unknown>

const DAILY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
export const hours = (...spans: string[]) => ({
  workingHours: spans.map(span => ({ days: DAILY, start: span.slice(0, 5), end: span.slice(6) })),
})
export const onDay = (date: string, ...spans: string[]) => ({
  date,
  windows: spans.map(span => ({ start: span.slice(0, 5), end: span.slice(6) })),
})
/** On the Tuesday. */
export const taken = (span: string, buffers: Change = {}) => ({
  start: `2026-11-24T${span.slice(0, 5)}:00Z`,
  end: `2026-11-24T${span.slice(6)}:00Z`,
  ...buffers,
})
export const between = (from: string, to: string) => ({ range: { from, to } })
export const tuesday = (from: string, to: string) => between(`2026-11-24T${from}Z`, `2026-11-24T${to}Z`)
export const lasting = (slotMinutes: number, intervalMinutes: number) => ({ slotMinutes, intervalMinutes })
export const semantics = (grid: string, overnight = 'ignored') => ({
  semantics: { grid, buffer: 'candidate', rangeEnd: 'slotEnd', overnight },
})
export const person = (...spans: string[]) => ({
  timezone: 'UTC',
  dateOverrides: [],
  busy: [],
  ...hours(...spans),
})

/** The clock times at which something is free, as the zone `shownIn` shows them. */
export function starts(change: Change, shownIn = 'UTC'): string {
  const answer = answerSlotScenario({
    id: 1,
    timezone: 'UTC',
    ...hours('09:00-12:00'),
    dateOverrides: [],
    busy: [],
    ...lasting(60, 60),
    bufferBefore: 0,
    bufferAfter: 0,
    minimumNoticeMinutes: 0,
    now: '2026-01-01T00:00:00Z',
    ...tuesday('00:00', '23:59'),
    ...semantics('window'),
    ...change,
  })
  if ('error' in answer) throw new Error(JSON.stringify(answer.error))
  const clocks = answer.starts.map(start =>
    Temporal.Instant.from(start).toZonedDateTimeISO(shownIn).toPlainTime(),
  )
  return clocks.map(clock => clock.toString().slice(0, 5)).join(' ')
}
