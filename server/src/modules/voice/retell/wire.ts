import { z } from 'zod'

/**
 * What we read of Retell's bodies (retell-sdk 5.66.1, 2026-11). Everything else is let through unread: unknown
 * events and fields are normal, and every field we read may be missing or of another type.
 */
const text = z.string().max(4000).optional().catch(undefined)
const number = z.number().optional().catch(undefined)

const utterance = z.object({
  role: z.string(),
  content: z.string(),
  words: z
    .array(z.looseObject({ start: number }))
    .optional()
    .catch(undefined),
})

/** One utterance that cannot be read does not cost the others. */
const transcript = z
  .array(z.unknown())
  .transform(items => items.flatMap(item => utterance.safeParse(item).data ?? []))
  .optional()
  .catch(undefined)

export const retellCall = z.looseObject({
  call_id: z.string().min(1).max(200),
  call_type: text,
  direction: text,
  from_number: text,
  to_number: text,
  start_timestamp: number,
  end_timestamp: number,
  disconnection_reason: text,
  transcript_object: transcript,
  transcript_with_tool_calls: transcript,
  recording_url: text,
  call_analysis: z.record(z.string(), z.unknown()).optional().catch(undefined),
  latency: z
    .looseObject({ e2e: z.looseObject({ p50: number, p95: number }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  call_cost: z.looseObject({ combined_cost: number }).optional().catch(undefined),
})
export type RetellCall = z.infer<typeof retellCall>

export const retellEvent = z.looseObject({
  event: z.string().min(1).max(100),
  call: retellCall.optional().catch(undefined),
  chat: z.looseObject({ chat_id: text }).optional().catch(undefined),
  /** Of `transcript_updated`: beside the call, not in it. */
  transcript_with_tool_calls: transcript,
  transfer_destination: z.unknown().optional(),
})
export type RetellEvent = z.infer<typeof retellEvent>

export const retellInbound = z.looseObject({
  call_inbound: z.looseObject({ call_id: text, from_number: text, to_number: text }),
})

export const retellToolRequest = z.looseObject({
  name: z.string().max(200).catch(''),
  args: z.unknown().optional(),
  call: retellCall,
})
export type RetellToolRequest = z.infer<typeof retellToolRequest>

/** Who calls whom, and nothing else: for an event whose rest could not be read. */
const numbers = z.object({ direction: text, from_number: text, to_number: text })
export const retellNumbers = z.object({
  call: numbers.optional().catch(undefined),
  call_inbound: numbers.optional().catch(undefined),
})
