import type { CallSummary } from '../../api/contract.ts'
import type { LocalDate } from '../../util/local-date.ts'

/** Calls under the day they began on, both in the order they came. */
export const callsByDay = (
  calls: CallSummary[],
  dayOf: (call: CallSummary) => LocalDate,
): { day: LocalDate; calls: CallSummary[] }[] =>
  [...Map.groupBy(calls, dayOf)].map(([day, ofDay]) => ({ day, calls: ofDay }))
