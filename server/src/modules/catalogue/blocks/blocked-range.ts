import { AppError } from '../../../platform/errors/app-error.ts'
import { momentOf } from '../../../platform/http/moment-query.ts'
import { catalogueErrors } from '../errors.ts'

const LONGEST_DAYS = 732

/** A range of blocked time as it was written; dates mean whole local days. Throws `catalogue/bad-range`. */
export function blockedRangeOf(
  wanted: { starts_at: string; ends_at: string },
  zone: string,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const startsAt = momentOf(wanted.starts_at, zone)
  const endsAt = momentOf(wanted.ends_at, zone)
  if (!startsAt || !endsAt || Temporal.Instant.compare(startsAt, endsAt) >= 0)
    throw new AppError(catalogueErrors.badRange, '"ends_at" must be after "starts_at".')
  if (startsAt.until(endsAt).total('hours') > LONGEST_DAYS * 24)
    throw new AppError(catalogueErrors.badRange, `Block at most ${LONGEST_DAYS} days at once.`)
  return { startsAt, endsAt }
}
