import type { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { SeriesId } from '../../../platform/ids/ids.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import { schedulingErrors } from '../errors.ts'
import type { PresentAppointments } from '../present-with-customers.ts'
import { appointmentsOfSeries } from '../views.ts'
import { presentSeries, type seriesWithAppointments } from './present-series.ts'
import { readSeries } from './series-views.ts'

export type FindSeries = (tx: Tx, id: SeriesId) => Promise<z.infer<typeof seriesWithAppointments>>

/** A series with its appointments as they leave the server. Throws `scheduling/unknown-series`. */
export function createFindSeries({ clock }: { clock: Clock }, present: PresentAppointments): FindSeries {
  return async (tx, id) => {
    const series = await readSeries(tx, id, clock.now())
    if (!series) throw new AppError(schedulingErrors.unknownSeries)
    const appointments = await present.many(tx, await appointmentsOfSeries(tx, id))
    return { ...presentSeries(series), appointments }
  }
}
