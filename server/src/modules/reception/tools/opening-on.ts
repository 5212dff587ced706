import { localDayRange, wallTimeAt } from '../../../platform/time/zoned.ts'
import { spokenTime } from '../domain/speech/spoken-date.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/**
 * The windows in which the business opens on a day, for the ear; none on public holidays and blocked days. A night's
 * end belongs to the day on which it began.
 */
export async function openingOn(
  { catalogue }: Pick<ToolParts, 'catalogue'>,
  { tx, tenant, known, lang }: ToolContext,
  date: Temporal.PlainDate,
): Promise<string[]> {
  const zone = tenant.timeZone
  const { opening, region } = known
  const day = localDayRange(date, zone)
  const windows = catalogue.expandHours({
    hours: opening,
    zone,
    range: { start: day.start - 1, end: day.end },
    closedDates: catalogue.closedDates(region, date.subtract({ days: 1 }), date.add({ days: 1 })),
  })
  const open: string[] = []
  for (const found of windows.filter(({ start, end }) => start < day.end && end > day.start)) {
    const isAlwaysOpen = found.start < day.start && found.end >= day.end
    if (found.start < day.start && !isAlwaysOpen) continue
    const window = isAlwaysOpen ? day : found
    const at = Temporal.Instant.fromEpochMilliseconds(window.start)
    if (await catalogue.isBlocked(tx, { locationId: tenant.locationId, at })) continue
    open.push(sentencesOf(lang).window(spoken(window.start), spoken(window.end)))
  }
  return open

  function spoken(instant: number): string {
    const local = wallTimeAt(instant, zone)
    return spokenTime(local.toPlainTime(), lang)
  }
}
