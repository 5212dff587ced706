import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { schedulingErrors } from './errors.ts'
import { presentSlots } from './present-appointment.ts'
import { type HoldRefusal, PROBLEM_OF } from './refusal.ts'

export const slotTokenText = z.string().min(1).max(600)

/** What every route that takes a slot token may answer. */
export const slotProblems = [
  schedulingErrors.invalidToken,
  schedulingErrors.slotExpired,
  schedulingErrors.slotTaken,
  schedulingErrors.closed,
  schedulingErrors.startPassed,
  schedulingErrors.beyondHorizon,
  schedulingErrors.serviceGone,
]

export function problemOf(refusal: HoldRefusal): AppError {
  const definition = schedulingErrors[PROBLEM_OF[refusal.kind]]
  if (!('alternatives' in refusal)) return new AppError(definition)
  return new AppError(definition, undefined, {
    extensions: { alternatives: presentSlots(refusal.alternatives) },
  })
}
