import { z } from 'zod'
import { LANGUAGES } from '../../platform/i18n/language.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import { type CallView, callbackShape, OUTCOMES } from '../calls/index.ts'
import type { CustomerSummary } from '../customers/index.ts'
import type { MessageView } from '../messaging/index.ts'
import { CLAIM_KINDS } from '../reception/index.ts'
import { appointmentShape } from '../scheduling/index.ts'

export const callSummaryShape = z.object({
  id: z.uuid(),
  provider_call_id: z.string(),
  provider: z.enum(['retell', 'browser']),
  direction: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  state: z.enum(['ongoing', 'ended', 'not_connected', 'failed']),
  started_at: z.string(),
  ended_at: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

const messageShape = z.object({
  id: z.uuid(),
  channel: z.string(),
  kind: z.string(),
  recipient: z.string().nullable(),
  subject: z.string().nullable(),
  state: z.enum(['queued', 'sent', 'failed', 'not_configured', 'no_address', 'not_allowed', 'superseded']),
  reason: z.string().nullable(),
  sent_at: z.string().nullable(),
  /** The request that caused it. */
  request_id: z.string().nullable(),
})

export const callDetailShape = callSummaryShape.extend({
  /** The language it was last held in. */
  language: z.enum(LANGUAGES),
  disconnection_reason: z.string().nullable(),
  transcript: z.array(z.object({ role: z.enum(['agent', 'user']), text: z.string() })).nullable(),
  appointments: z.array(appointmentShape),
  messages: z.array(messageShape),
  callback_requests: z.array(callbackShape),
  cost: z
    .object({ cents: z.number(), currency: z.literal('USD') })
    .nullable()
    .describe('What the provider charges, in cents and fractions of them.'),
  latency: z
    .object({ p50_ms: z.number(), p95_ms: z.number() })
    .nullable()
    .describe('From the caller’s last word to the agent’s first, as the provider measured it.'),
  /** What a hosted agent said it had done, and whether it was. */
  claims: z.array(
    z.object({
      kind: z.enum(CLAIM_KINDS),
      sentence: z.string().nullable().describe('Null: the business keeps no words of its calls.'),
      verdict: z.enum(['proven', 'ghost']),
      other_time: z
        .boolean()
        .describe('Something was entered, but for another time than was said: a ghost as well.'),
      proof: z.string().nullable().describe('The tool whose answer stands behind it.'),
      heard_at: z.string(),
    }),
  ),
  timeline: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      kind: z.enum(['webhook', 'inbound', 'tool', 'turn', 'fact', 'message']),
      name: z.string(),
      took_ms: z.number().nullable(),
      arguments: z.unknown(),
      result: z.unknown(),
      request_id: z.string(),
    }),
  ),
})

export function presentCall(
  call: CallView,
  people: ReadonlyMap<CustomerId, CustomerSummary>,
  zone: string,
): z.infer<typeof callSummaryShape> {
  const customer = call.customerId === null ? undefined : people.get(call.customerId)
  return {
    id: call.id,
    provider_call_id: call.providerCallId,
    provider: call.provider,
    direction: call.direction,
    from: call.from,
    to: call.to,
    state: call.state,
    started_at: toOffsetString(call.startedAt, zone),
    ended_at: call.endedAt ? toOffsetString(call.endedAt, zone) : null,
    outcome: call.outcome,
    customer: customer ? { id: customer.id, name: customer.name } : null,
  }
}

export function presentMessage(message: MessageView, zone: string): z.infer<typeof messageShape> {
  const { sentAt, requestId, ...rest } = message
  return { ...rest, sent_at: sentAt ? toOffsetString(sentAt, zone) : null, request_id: requestId }
}
