import { localDateOf } from '../../../platform/time/zoned.ts'
import type { Transfer } from '../../tenants/index.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/** Within the hours of the number, on a day that is no public holiday and not blocked. */
export async function picksUp(
  { catalogue }: Pick<ToolParts, 'catalogue'>,
  { tx, tenant, now }: ToolContext,
  { week }: Transfer,
): Promise<boolean> {
  const { timeZone: zone, region } = tenant
  const at = now.epochMilliseconds
  const today = localDateOf(at, zone)
  const windows = catalogue.expandHours({
    hours: week,
    zone,
    range: { start: at, end: at + 1 },
    closedDates: catalogue.closedDates(region, today, today),
  })
  if (!windows.some(window => window.start <= at && at < window.end)) return false
  return !(await catalogue.isBlocked(tx, { locationId: tenant.locationId, at: now }))
}
