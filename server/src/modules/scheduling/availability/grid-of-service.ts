import type { Tx } from '../../../platform/db/database.ts'
import { offsetPeriods } from '../../../platform/time/offset-periods.ts'
import { DAY, MINUTE } from '../../../platform/time/working-time.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { LimitedStart, Service } from '../../catalogue/index.ts'
import { clockMultiple, type Grid } from '../domain/grid.ts'
import { type Ignored, readCounts } from './capacity.ts'

/** Grids that begin anew with every gap must see where the gap began that reaches into the range. */
export function busyFrom(service: Service, start: number): number {
  return service.gridKind === 'free' || service.gridKind === 'clock' ? start - DAY : start
}

/** Where a service may start: steps by its kind of grid, or of its fixed starts those with a place left. */
export async function gridOf(
  tx: Tx,
  limits: readonly LimitedStart[],
  wanted: { service: Service; range: EpochRange; now: number; zone: string } & Ignored,
): Promise<Grid> {
  const { service, range, now } = wanted
  const steps = { stepMs: service.gridMinutes * MINUTE, offsetMs: 0 }
  switch (service.gridKind) {
    case 'window':
    case 'free':
      return { kind: service.gridKind, ...steps }
    case 'clock': {
      const noticeAt = Math.floor((now + service.minimumNoticeMinutes * MINUTE) / MINUTE) * MINUTE
      const periods = offsetPeriods(wanted.zone, Math.min(range.start, noticeAt) - DAY, range.end + DAY)
      return { kind: 'clock', ...steps, clockMs: clockMultiple(steps.stepMs), periods, noticeAt }
    }
    case 'fixed': {
      const counts = await readCounts(tx, { ...wanted, serviceId: service.id, kind: 'start' })
      const open = limits.filter(limit => (counts.get(limit.at) ?? 0) < limit.most)
      return { kind: 'fixed', starts: open.map(limit => limit.at) }
    }
    default:
      return service.gridKind satisfies never
  }
}
