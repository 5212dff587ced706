/** What the server may send on the custom-LLM websocket; a frame with a field of another type is no frame. */
import { z } from 'zod'

const spoken = {
  content: z.string(),
  content_complete: z.boolean(),
  no_interruption_allowed: z.boolean().optional(),
  end_call: z.boolean().optional(),
  transfer_number: z.string().optional(),
  show_transferee_as_caller: z.boolean().optional(),
  digit_to_press: z.string().optional(),
}

const ServerFrame = z.discriminatedUnion('response_type', [
  z.looseObject({
    response_type: z.literal('config'),
    config: z.looseObject({
      auto_reconnect: z.boolean().optional(),
      call_details: z.boolean().optional(),
      transcript_with_tool_calls: z.boolean().optional(),
    }),
  }),
  z.looseObject({ response_type: z.literal('ping_pong'), timestamp: z.number() }),
  z.looseObject({ response_type: z.literal('response'), response_id: z.int(), ...spoken }),
  z.looseObject({ response_type: z.literal('agent_interrupt'), interrupt_id: z.int(), ...spoken }),
  z.looseObject({
    response_type: z.literal('tool_call_invocation'),
    tool_call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.looseObject({
    response_type: z.literal('tool_call_result'),
    tool_call_id: z.string(),
    content: z.string(),
    successful: z.boolean().optional(),
  }),
  z.looseObject({ response_type: z.literal('update_agent'), agent_config: z.looseObject({}) }),
  z.looseObject({ response_type: z.literal('metadata'), metadata: z.unknown() }),
])
export type ServerFrame = z.infer<typeof ServerFrame>
export type SpokenFrame = Extract<ServerFrame, { content_complete: unknown }>

/** A frame without a type is a response. Null: dropped, as Retell drops it, with a line in its log. */
export function readServerFrame(text: string): ServerFrame | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  if (json === null || typeof json !== 'object') return null
  const typed = 'response_type' in json ? json : { response_type: 'response', ...json }
  const parsed = ServerFrame.safeParse(typed)
  return parsed.success ? parsed.data : null
}
