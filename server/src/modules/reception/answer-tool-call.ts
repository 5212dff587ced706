import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import { noteOnSpan } from '../../platform/observability/tracing.ts'
import type { CallIdentity, CallRecord } from '../calls/index.ts'
import { answerQuestionTool } from './tools/answer-question.ts'
import { bookAppointmentTool } from './tools/book-appointment.ts'
import { bookGroupTool } from './tools/book-group.ts'
import { bookSeriesTool } from './tools/book-series.ts'
import { cancelAppointmentTool } from './tools/cancel-appointment.ts'
import { hearsEmergency, warnedAnswer } from './tools/emergency.ts'
import { findSlotsTool } from './tools/find-slots.ts'
import { getContextTool } from './tools/get-context.ts'
import { holdSlotTool } from './tools/hold-slot.ts'
import { joinWaitlistTool } from './tools/join-waitlist.ts'
import { listServicesTool } from './tools/list-services.ts'
import { moveAppointmentTool } from './tools/move-appointment.ts'
import { myAppointmentsTool } from './tools/my-appointments.ts'
import { recordWishTool } from './tools/record-wish.ts'
import { requestCallbackTool } from './tools/request-callback.ts'
import { sendCodeTool } from './tools/send-code.ts'
import { sentencesOf } from './tools/sentences.ts'
import {
  saidLanguage,
  shownArguments,
  type Tool,
  type ToolAnswer,
  type ToolContext,
  type ToolParts,
} from './tools/tool.ts'
import { transferCallTool } from './tools/transfer-call.ts'
import { verifyCodeTool } from './tools/verify-code.ts'

/** What every tool takes besides its own arguments. */
export const languageArgument = z.object({ language: saidLanguage() })

export type ToolCall = { readonly name: string; readonly args: unknown }

/** The catalogue of tools: the one source of handlers, provider definitions and documentation. */
export function createTools(parts: ToolParts): Map<string, Tool> {
  const tools = [
    getContextTool(parts),
    listServicesTool(parts),
    findSlotsTool(parts),
    holdSlotTool(parts),
    bookAppointmentTool(parts),
    bookGroupTool(parts),
    bookSeriesTool(parts),
    myAppointmentsTool(parts),
    moveAppointmentTool(parts),
    cancelAppointmentTool(parts),
    joinWaitlistTool(parts),
    requestCallbackTool(parts),
    recordWishTool(parts),
    transferCallTool(parts),
    sendCodeTool(parts),
    verifyCodeTool(parts),
    answerQuestionTool(parts),
  ]
  return new Map(tools.map(tool => [tool.name, tool]))
}

/**
 * Answers one tool call of a voice agent in one transaction: the call is found or made and locked, the tool runs,
 * the timeline gets its line. Wrong arguments and unknown tools are answers, never errors (failure 72).
 */
export function createAnswerToolCall(parts: ToolParts, tools: ReadonlyMap<string, Tool>) {
  const { platform, calls, tenants, catalogue } = parts

  return async function answerToolCall(
    tenantId: TenantId,
    identity: CallIdentity,
    toolCall: ToolCall,
  ): Promise<ToolAnswer> {
    const at = platform.clock.now()
    const begun = performance.now()
    const answer = await platform.db.inTenant(tenantId, async tx => {
      const call = await calls.openCall(tx, identity)
      const [tenant, known] = await Promise.all([tenants.read(tx), catalogue.knownBasics(tx)])
      const lang = await languageOfCall(tx, call, toolCall.args)
      const context: ToolContext = { tx, call, tenant, known, now: platform.clock.now(), lang }
      const answered = await runTool(tools, context, toolCall)
      const emergency = hearsEmergency(context, toolCall.args)
      if (emergency) await calls.recordFact(tx, { callId: call.id, kind: 'emergency', entityId: null })
      const given = emergency ? warnedAnswer(context, answered) : answered
      await calls.recordEntry(tx, {
        callId: call.id,
        kind: 'tool',
        name: toolCall.name,
        at,
        arguments: shownArguments(tools.get(toolCall.name), toolCall.args),
        result: given,
        tookMs: performance.now() - begun,
        requestId: currentRequestId() ?? '',
      })
      return given
    })
    noteOnSpan({
      'askpro.tool': tools.has(toolCall.name) ? toolCall.name : 'unknown',
      'askpro.status': answer.status,
    })
    platform.metrics.toolCalls.observe(
      { tool: tools.has(toolCall.name) ? toolCall.name : 'unknown', status: answer.status },
      (performance.now() - begun) / 1000,
    )
    return answer
  }

  /** A model tells the language it speaks by then; without that it is the call's. */
  async function languageOfCall(tx: Tx, call: CallRecord, args: unknown): Promise<Language> {
    const { language: said } = languageArgument.parse(asObject(args))
    if (said === undefined || said === call.language) return call.language
    await calls.changeLanguage(tx, call.id, said)
    return said
  }
}

/** Runs a tool inside the transaction of a call. Arguments that are no object are as good as none. */
export async function runTool(
  tools: ReadonlyMap<string, Tool>,
  context: ToolContext,
  { name, args }: ToolCall,
): Promise<ToolAnswer> {
  const tool = tools.get(name)
  if (!tool) return { status: 'unknown_tool', say: sentencesOf(context.lang).unknownTool }
  return await tool.run(context, tool.args.parse(asObject(args)))
}

function asObject(args: unknown): object {
  return typeof args === 'object' && args !== null && !Array.isArray(args) ? args : {}
}
