import { z } from 'zod'
import { parseJson } from '../../../../platform/http/parse-json.ts'

/**
 * The frames of Retell's custom-LLM websocket (documentation of July to September 2026). What Retell sends is read as
 * far as it can be: a field of another type is as good as none, an unknown kind is passed over.
 */
export type Utterance = { readonly role: string; readonly content: string }

export type FrameIn =
  | { readonly kind: 'call_details'; readonly call: unknown }
  | { readonly kind: 'ping_pong'; readonly timestamp: number }
  | { readonly kind: 'update_only' }
  | {
      readonly kind: 'response_required' | 'reminder_required'
      readonly responseId: number
      readonly transcript: readonly Utterance[]
      /** All keys the caller pressed so far. */
      readonly keys: string
    }

export type Spoken = {
  readonly content: string
  readonly content_complete: boolean
  readonly no_interruption_allowed?: boolean
  readonly end_call?: boolean
  readonly transfer_number?: string
}

export type FrameOut =
  | {
      readonly response_type: 'config'
      readonly config: {
        readonly auto_reconnect: boolean
        readonly call_details: boolean
        readonly transcript_with_tool_calls: boolean
      }
    }
  | { readonly response_type: 'ping_pong'; readonly timestamp: number }
  | ({ readonly response_type: 'response'; readonly response_id: number } & Spoken)
  | ({ readonly response_type: 'agent_interrupt'; readonly interrupt_id: number } & Spoken)
  | {
      readonly response_type: 'tool_call_invocation'
      readonly tool_call_id: string
      readonly name: string
      readonly arguments: string
    }
  | {
      readonly response_type: 'tool_call_result'
      readonly tool_call_id: string
      readonly content: string
      readonly successful: boolean
    }

const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(0))
const utterance = z.object({ role: z.string(), content: z.string() })
const pressed = z.object({ role: z.literal('dtmf'), digit: z.string().regex(/^[\d*#]$/) })
const frame = z.looseObject({
  interaction_type: z.string(),
  response_id: number.optional().catch(undefined),
  transcript: z.array(z.unknown()).catch([]),
  transcript_with_tool_calls: z.array(z.unknown()).catch([]),
  timestamp: z.number().catch(0),
  call: z.unknown().optional(),
})

/** Null for what is no frame, or none that we know. */
export function readFrame(text: string): FrameIn | null {
  const parsed = frame.safeParse(jsonOrNull(text))
  if (!parsed.success) return null
  const { interaction_type: kind, response_id: responseId, call } = parsed.data
  switch (kind) {
    case 'call_details':
      return { kind, call }
    case 'ping_pong':
      return { kind, timestamp: parsed.data.timestamp }
    case 'update_only':
      return { kind }
    case 'response_required':
    case 'reminder_required':
      if (responseId === undefined) return null
      return {
        kind,
        responseId,
        transcript: parsed.data.transcript.flatMap(readUtterance),
        keys: parsed.data.transcript_with_tool_calls.flatMap(readKey).join(''),
      }
    default:
      return null
  }
}

function readUtterance(item: unknown): Utterance[] {
  const parsed = utterance.safeParse(item)
  return parsed.success ? [parsed.data] : []
}

function readKey(item: unknown): string[] {
  const parsed = pressed.safeParse(item)
  return parsed.success ? [parsed.data.digit] : []
}

function jsonOrNull(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}
