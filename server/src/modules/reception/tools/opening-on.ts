import { localDayRange, wallTimeAt } from '../../../platform/time/zoned.ts'
import { spokenTime } from '../domain/speech/spoken-date.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/** The windows in which the business is open on a day, for the ear; none on public holidays and blocked days. */
export async function openingOn(
  { catalogue }: Pick<ToolParts, 'catalogue'>,
  { tx, tenant, lang }: ToolContext,
  date: Temporal.PlainDate,
): Promise<string[]> {
  const zone = tenant.timeZone
  const { opening, region } = await catalogue.readOpening(tx)
  const day = localDayRange(date, zone)
  const windows = catalogue.expandHours({
    hours: opening,
    zone,
    range: { start: day.start, end: day.end - 1 },
    closedDates: catalogue.closedDates(region, date, date),
  })
  const open: string[] = []
  for (const window of windows) {
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
