import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { CLOCK, readWeek, type WeeklyHours, type WrittenWindow } from '../../platform/time/week.ts'
import { catalogueErrors } from './errors.ts'

export const clockText = z.string().regex(CLOCK, { error: 'must be a time from 00:00 to 24:00' })

/** Throws `catalogue/bad-range` and `catalogue/hours-overlap`. */
export function weekOf(written: readonly WrittenWindow[]): readonly WeeklyHours[] {
  const read = readWeek(written)
  if (read === 'backwards') throw new AppError(catalogueErrors.badRange, 'A window must end after it begins.')
  if (read === 'overlap') throw new AppError(catalogueErrors.hoursOverlap)
  return read
}
