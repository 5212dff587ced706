import { z } from 'zod'
import { spokenWeek } from '../domain/speech/spoken-hours.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { picksUp } from './picks-up.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolParts } from './tool.ts'

const NAME = 'transfer_call'
/** A call is put through once. */
const KEY = 'transfer'

export function transferCallTool({ tenants, catalogue, calls }: ToolParts): Tool {
  return defineTool({
    name: NAME,
    description:
      'Whether a person picks up now. Only "transfer" means that the caller can be put through, to its number; after "closed" offer a callback.',
    args: z.object({ reason: saidText('Why they want a person, in their words.', 1000) }),
    run: async context => {
      const { tx, call, lang } = context
      const receiptKey = { callId: call.id, tool: NAME, key: KEY }
      const receipt = await findReceipt(tx, receiptKey)
      if (receipt) return receipt.answer
      const sentences = sentencesOf(lang)
      const transfer = await tenants.readTransfer(tx, context.tenant.locationId)
      if (transfer === null) return { status: 'closed', say: sentences.nobodyToTransferTo }
      if (!(await picksUp({ catalogue }, context, transfer)))
        return { status: 'closed', say: sentences.transferClosed(spokenWeek(transfer.week, lang)) }
      const answer: ToolAnswer = {
        status: 'transfer',
        say: sentences.transfer,
        number: transfer.phoneE164,
      }
      await calls.recordFact(tx, { callId: call.id, kind: 'transferred', entityId: null })
      await saveReceipt(tx, receiptKey, { answer, entityId: null, at: context.now })
      return answer
    },
  })
}
