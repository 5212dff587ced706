import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { CLOCK, type DatedHours, readWeek, type WrittenWindow } from '../../../platform/time/week.ts'
import { catalogueErrors } from '../errors.ts'

export const clockText = z.string().regex(CLOCK, { error: 'must be a time from 00:00 to 24:00' })
export const dateText = z.iso.date().refine(date => date >= '1900-01-01' && date < '2200-01-01')

type WrittenPeriod = {
  readonly valid_from: string
  readonly valid_to: string | null
  readonly week: readonly WrittenWindow[]
}

/** The usual week; a window that ends before it begins ends on the next day. Throws `catalogue/bad-range` and `catalogue/hours-overlap`. */
export function weekOf(written: readonly WrittenWindow[]): readonly DatedHours[] {
  return datedWeek(written, { validFrom: null, validTo: null })
}

/** Null for null. Throws as `weekOf`, and `catalogue/period-twice` for two that begin on one date. */
export function periodsOf(written: readonly WrittenPeriod[] | null): readonly DatedHours[] | null {
  if (written === null) return null
  if (new Set(written.map(period => period.valid_from)).size < written.length)
    throw new AppError(catalogueErrors.periodTwice)
  return written.flatMap(({ valid_from: validFrom, valid_to: validTo, week }) => {
    if (validTo !== null && validTo < validFrom)
      throw new AppError(catalogueErrors.badRange, 'A period must not end before it begins.')
    return datedWeek(week, { validFrom, validTo })
  })
}

function datedWeek(
  written: readonly WrittenWindow[],
  validity: { readonly validFrom: string | null; readonly validTo: string | null },
): readonly DatedHours[] {
  const read = readWeek(written, 'end_next_day')
  if (read === 'backwards') throw new AppError(catalogueErrors.badRange, 'A window must have a length.')
  if (read === 'overlap') throw new AppError(catalogueErrors.hoursOverlap)
  return read.map(window => ({ ...window, ...validity }))
}
