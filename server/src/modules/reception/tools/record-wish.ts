import { z } from 'zod'
import { saveReceipt } from '../receipts.ts'
import { sentencesOf } from './sentences.ts'
import { servicesMeant } from './services-meant.ts'
import { defineTool, saidText, type Tool, type ToolParts } from './tool.ts'

const NAME = 'record_wish'

export function recordWishTool(parts: ToolParts): Tool {
  const { calls, customers } = parts
  return defineTool({
    name: NAME,
    description:
      'Notes what the caller wanted and could not get, when no time suits and they want neither the waiting list nor a callback. It promises nothing.',
    args: z.object({
      service: saidText('The service, in the caller’s words or as list_services names it.'),
      when: saidText('When they would have come, in their words.'),
      staff: saidText('The person they wanted to come to, if they named one.'),
      name: saidText('Their name, if they gave it.', 200),
    }),
    run: async (context, args) => {
      const { tx, call, lang } = context
      if (args.service === undefined && args.when === undefined)
        return { status: 'ask', what: 'day', say: sentencesOf(lang).askDay }
      const all = context.known.services
      const meant = args.service === undefined ? [] : servicesMeant(parts, all, { words: args.service, lang })
      const [service] = meant.length === 1 ? meant : []
      const id = await calls.recordWish(tx, {
        callId: call.id,
        serviceId: service?.id ?? null,
        wantedWhen: args.when ?? null,
        wantedStaff: args.staff ?? null,
        name: args.name === undefined ? null : customers.tidyName(args.name),
        phoneE164: call.callerE164,
      })
      const answer = { status: 'noted', say: sentencesOf(lang).wishNoted(service?.name ?? null) }
      const key = service?.id ?? ''
      await saveReceipt(tx, { callId: call.id, tool: NAME, key }, { answer, entityId: id, at: context.now })
      return answer
    },
  })
}
