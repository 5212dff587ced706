import { z } from 'zod'
import { refusalAnswer } from './refusal-answer.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolParts } from './tool.ts'

export function holdSlotTool({ scheduling, platform }: ToolParts): Tool {
  return defineTool({
    name: 'hold_slot',
    description: 'Keeps one offered slot for the caller for a few minutes while they decide.',
    args: z.object({
      token: saidText('The token of the slot, exactly as find_slots gave it.', 600),
      instead_of: saidText('The token of a slot kept before, which the caller does not want any more.', 600),
    }),
    run: async ({ tx, call, tenant, lang }, { token, instead_of: old }) => {
      const sentences = sentencesOf(lang)
      if (token === undefined) return { status: 'invalid_token', say: sentences.invalidToken }
      const wish = { token, holder: `call:${call.id}` }
      const oldKey = old === undefined || old === token ? null : scheduling.slotKeyOf(tx.tenantId, old)
      if (oldKey !== null) await scheduling.releaseOwnHold(tx, { holder: wish.holder, slotKey: oldKey })
      let result = await scheduling.holdSlot(tx, wish)
      if (result.kind === 'too_many_holds') {
        // Whoever takes a fourth slot has turned the first one down, without saying so.
        await scheduling.releaseOldestHold(tx, wish.holder)
        result = await scheduling.holdSlot(tx, wish)
      }
      if (result.kind !== 'held') return refusalAnswer(result, lang)
      const minutes = Math.round(platform.clock.now().until(result.expiresAt).total('minutes'))
      const spoken = sentences.moment(result.startsAt.epochMilliseconds, tenant.timeZone)
      return {
        status: 'held',
        say: sentences.held(spoken, minutes),
        spoken,
        until: result.expiresAt.toString(),
        ...(result.askNote === null ? {} : { ask_note: result.askNote }),
      }
    },
  })
}
