import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { MOST_OCCURRENCES, type RuleRefusal } from '../domain/series-rule.ts'
import { schedulingErrors } from '../errors.ts'
import { appointmentShape, presentSlots, slotShape } from '../present-appointment.ts'
import type { SlotTokens } from '../slot.ts'
import { CONFLICT_WORDS } from './conflict-words.ts'
import { CONFLICTS, type Occurrence } from './plan-occurrences.ts'
import type { SeriesView } from './series-views.ts'

export const seriesShape = z.object({
  id: z.uuid(),
  rrule: z.string(),
  dtstart: z.string().describe('Wall time of the first one in the zone; of what the last change left of it.'),
  zone: z.string(),
  exceptions: z.array(z.string()).describe('Wall times that the rule names and at which nothing was booked.'),
  service: z.object({ id: z.uuid(), name: z.string() }),
  staff: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Asked for; null: anybody.'),
  customer_id: z.uuid(),
  attendee_name: z.string(),
  call_id: z.uuid().nullable(),
  version: z.number(),
  created_at: z.string(),
  count: z.number(),
  upcoming: z.number(),
  next_starts_at: z.string().nullable(),
})

const conflictShape = z.object({
  kind: z.enum(CONFLICTS),
  sentence: z.object({ de: z.string(), en: z.string() }),
})

export const occurrenceShape = z.object({
  starts_at: z.string().describe('Where the rule has it; names it in "chosen".'),
  slot: slotShape.nullable(),
  conflict: conflictShape.nullable(),
  alternatives: z.array(slotShape),
})

export const seriesWithAppointments = seriesShape.extend({ appointments: z.array(appointmentShape) })

export function presentSeries(series: SeriesView): z.infer<typeof seriesShape> {
  const { zone } = series
  return {
    id: series.id,
    rrule: series.rrule,
    dtstart: series.dtstart,
    zone,
    exceptions: [...series.exceptions],
    service: series.service,
    staff: series.staff,
    customer_id: series.customerId,
    attendee_name: series.attendeeName,
    call_id: series.callId,
    version: series.version,
    created_at: toOffsetString(series.createdAt, zone),
    count: series.count,
    upcoming: series.upcoming,
    next_starts_at: series.nextStartsAt && toOffsetString(series.nextStartsAt, zone),
  }
}

export function presentOccurrences(
  occurrences: readonly Occurrence[],
  { zone, offer }: { zone: string; offer: SlotTokens['offer'] },
): Array<z.infer<typeof occurrenceShape>> {
  return occurrences.map(({ start, slot, conflict, alternatives }) => ({
    starts_at: toOffsetString(start, zone),
    slot: presentSlots(offer(slot ? [slot] : []), zone)[0] ?? null,
    conflict: conflict && { kind: conflict, sentence: CONFLICT_WORDS[conflict] },
    alternatives: presentSlots(offer(alternatives), zone),
  }))
}

/** Names the limit, and what is wrong with the rule. */
export function ruleProblem(refusal: RuleRefusal): AppError {
  if (refusal.kind === 'bad_rule') return new AppError(schedulingErrors.badRecurrence, refusal.problem)
  return new AppError(schedulingErrors.seriesTooLong, undefined, { extensions: { most: MOST_OCCURRENCES } })
}
