import { z } from 'zod'
import { localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { homeLanguage } from './home-language.ts'
import { resolveWhen } from './resolve-when.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tool.ts'

const NAME = 'request_callback'
/** One call is one wish to be called back; what is said later completes it. */
const KEY = 'callback'
const WITHIN_MINUTES = 60
const LOOK_AHEAD_DAYS = 14

export function requestCallbackTool(parts: ToolParts): Tool {
  const { calls, customers, catalogue } = parts
  return defineTool({
    name: NAME,
    description: 'Notes that somebody must call the caller back.',
    args: z.object({
      reason: saidText('Why, in the caller’s words.', 1000),
      when: saidText('When they can be reached, in their words.'),
      name: saidText('Their name, if they gave it.', 200),
      phone: saidText('The number to call, if it is not the one they call from.'),
    }),
    run: async (context, args) => {
      const { tx, call } = context
      const phoneE164 =
        (args.phone === undefined ? null : customers.parsePhone(args.phone)) ?? call.callerE164
      const dueAt = await dueTime(context, args.when)
      const details = {
        reason: args.reason ?? sentencesOf(homeLanguage(context.tenant)).callbackWanted,
        wantedWhen: args.when ?? null,
        dueAt,
        name: args.name === undefined ? null : customers.tidyName(args.name),
        phoneE164,
      }
      const receipt = await findReceipt(tx, { callId: call.id, tool: NAME, key: KEY })
      const id = receipt?.entityId
        ? await calls.completeCallback(tx, receipt.entityId, details)
        : await calls.requestCallback(tx, { callId: call.id, ...details })
      const answer = notedAnswer(context, { dueAt, reachable: phoneE164 !== null })
      await saveReceipt(
        tx,
        { callId: call.id, tool: NAME, key: KEY },
        { answer, entityId: id, at: context.now },
      )
      return answer
    },
  })

  function notedAnswer(
    { tenant, lang }: ToolContext,
    facts: { dueAt: Temporal.Instant; reachable: boolean },
  ): ToolAnswer {
    const sentences = sentencesOf(lang)
    const by = sentences.atTheLatest(sentences.moment(facts.dueAt.epochMilliseconds, tenant.timeZone))
    return {
      status: 'noted',
      say: facts.reachable ? sentences.noted(by) : sentences.notedWithoutNumber(by),
      by: facts.dueAt.toString(),
    }
  }

  /** The wished time if it is one and lies ahead; otherwise within an hour of opening time. */
  async function dueTime(context: ToolContext, when: string | undefined): Promise<Temporal.Instant> {
    const { now } = context
    const { opening, zone, region } = context.known
    const resolved = resolveWhen(catalogue, context, { phrase: when ?? '', opening })
    const wished = 'status' in resolved ? null : resolved.wanted
    const earliest = Math.max(now.epochMilliseconds, wished?.exact ?? wished?.ranges[0]?.start ?? 0)
    const from = localDateOf(earliest, zone)
    const last = from.add({ days: LOOK_AHEAD_DAYS })
    const windows = catalogue.expandHours({
      hours: opening,
      zone,
      range: { start: earliest, end: startOfLocalDay(last, zone) },
      closedDates: catalogue.closedDates(region, from, last),
    })
    const fromMinute = wished?.clock?.fromMinute ?? 0
    const starts = windows.map(window => {
      const dayStart = startOfLocalDay(localDateOf(window.start, zone), zone)
      return { start: Math.max(earliest, window.start, dayStart + fromMinute * 60_000), end: window.end }
    })
    const start = starts.find(candidate => candidate.start < candidate.end)?.start ?? earliest
    return Temporal.Instant.fromEpochMilliseconds(start + WITHIN_MINUTES * 60_000)
  }
}
