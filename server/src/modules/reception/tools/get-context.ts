import { z } from 'zod'
import { localDateOf } from '../../../platform/time/zoned.ts'
import { spokenWeek } from '../domain/speech/spoken-hours.ts'
import { openingOn } from './opening-on.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, type Tool, type ToolParts } from './tool.ts'

export function getContextTool({ catalogue, scheduling }: ToolParts): Tool {
  return defineTool({
    name: 'get_context',
    description: 'What day it is, whether the business is open today, and whether the caller is known.',
    args: z.object({}),
    run: async context => {
      const { tx, tenant, now, call, lang } = context
      const sentences = sentencesOf(lang)
      const today = localDateOf(now.epochMilliseconds, tenant.timeZone)
      const { opening } = context.known
      const windows = await openingOn({ catalogue }, context, today)
      const spokenToday = sentences.todayIs(today)
      return {
        status: 'ok',
        say: sentences.today({
          today: spokenToday,
          opening: windows.length === 0 ? sentences.closedToday : sentences.openToday(windows),
          week: sentences.week(spokenWeek(catalogue.weekFrom(opening, today), lang)),
        }),
        today: today.toString(),
        weekday: spokenToday.split(',')[0] ?? '',
        opening: windows,
        caller: call.callerE164 === null ? 'withheld' : call.customerId === null ? 'unknown' : 'known',
        upcoming: call.customerId === null ? 0 : await scheduling.countUpcoming(tx, call.customerId, now),
      }
    },
  })
}
