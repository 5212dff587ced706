import { z } from 'zod'
import { localDateOf, localDayRange } from '../../../platform/time/zoned.ts'
import type { WeeklyHours } from '../../catalogue/index.ts'
import { spokenTime } from '../domain/speech/spoken-date.ts'
import { spokenWeek } from '../domain/speech/spoken-hours.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, type Tool, type ToolContext, type ToolParts } from './tool.ts'

export function getContextTool({ catalogue, scheduling }: ToolParts): Tool {
  return defineTool({
    name: 'get_context',
    description: 'What day it is, whether the business is open today, and whether the caller is known.',
    args: z.object({}),
    run: async context => {
      const { tx, tenant, now, call, lang } = context
      const sentences = sentencesOf(lang)
      const today = localDateOf(now.epochMilliseconds, tenant.timeZone)
      const { opening, region } = await catalogue.readOpening(tx)
      const windows = openingOn(context, { today, opening, region })
      const spokenToday = sentences.todayIs(today)
      return {
        status: 'ok',
        say: sentences.today({
          today: spokenToday,
          opening: windows.length === 0 ? sentences.closedToday : sentences.openToday(windows),
          week: sentences.week(spokenWeek(opening, lang)),
        }),
        today: today.toString(),
        weekday: spokenToday.split(',')[0] ?? '',
        opening: windows,
        caller: call.callerE164 === null ? 'withheld' : call.customerId === null ? 'unknown' : 'known',
        upcoming: call.customerId === null ? 0 : await scheduling.countUpcoming(tx, call.customerId, now),
      }
    },
  })

  function openingOn(
    { tenant, lang }: ToolContext,
    {
      today,
      opening,
      region,
    }: { today: Temporal.PlainDate; opening: readonly WeeklyHours[]; region: string },
  ): string[] {
    const zone = tenant.timeZone
    const day = localDayRange(today, zone)
    const windows = catalogue.expandHours({
      hours: opening,
      zone,
      range: { start: day.start, end: day.end - 1 },
      closedDates: catalogue.closedDates(region, today, today),
    })
    const spoken = (instant: number): string =>
      spokenTime(
        Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tenant.timeZone).toPlainTime(),
        lang,
      )
    return windows.map(window => sentencesOf(lang).window(spoken(window.start), spoken(window.end)))
  }
}
