import type { Service, WeeklyHours } from '../../catalogue/index.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/**
 * When the business opens, and when a service can begin as far as its hours say: a service with fixed starts begins at
 * those alone, so that "um neun" is no hour of the evening where the doors are still open then.
 */
export async function hoursOfService(
  { catalogue }: Pick<ToolParts, 'catalogue'>,
  { tx, now, known }: Pick<ToolContext, 'tx' | 'now' | 'known'>,
  service: Service,
): Promise<{ opening: readonly WeeklyHours[]; hours: readonly WeeklyHours[] }> {
  const { opening } = known
  if (service.gridKind !== 'fixed') return { opening, hours: opening }
  const range = { start: now.epochMilliseconds, end: now.epochMilliseconds + 1 }
  const { fixedStarts } = await catalogue.readBookingBasis(tx, { serviceId: service.id, range })
  const hours = fixedStarts.map(({ weekday, atMinute }) => ({
    weekday,
    fromMinute: atMinute,
    toMinute: atMinute + 1,
  }))
  return { opening, hours }
}
