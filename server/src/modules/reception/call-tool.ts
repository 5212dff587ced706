import { currentRequestId } from '../../platform/observability/request-context.ts'
import { runTool } from './answer-tool-call.ts'
import type { CallTool } from './domain/dialogue/tools.ts'
import { shownArguments, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tools/tool.ts'

/** Runs a tool and enters it in the call's timeline. */
export function createCallTool({ platform, calls }: ToolParts, tools: ReadonlyMap<string, Tool>) {
  return async function callTool(context: ToolContext, call: CallTool): Promise<ToolAnswer> {
    const at = platform.clock.now()
    const begun = performance.now()
    const answer = await runTool(tools, context, { name: call.name, args: call.args })
    const tookMs = performance.now() - begun
    await calls.recordEntry(context.tx, {
      callId: context.call.id,
      kind: 'tool',
      name: call.name,
      at,
      arguments: shownArguments(tools.get(call.name), call.args),
      result: answer,
      tookMs,
      requestId: currentRequestId() ?? '',
    })
    return answer
  }
}
