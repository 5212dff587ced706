import { z } from 'zod'
import { type Exchange, isAccepted } from './exchange.ts'

/** What the product's answer to the inbound webhook sets for this call. */
export interface InboundSetup {
  readonly agentId?: string
  readonly agentVersion?: number | string
  readonly dynamicVariables: Readonly<Record<string, string>>
  readonly metadata?: Readonly<Record<string, unknown>>
  /** Replaces the first sentence of the agent. */
  readonly beginMessage?: string
}

export type InboundAnswer =
  | { readonly kind: 'accepted'; readonly setup: InboundSetup }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'invalid'; readonly why: string }

/** A number, a boolean or null among the dynamic variables makes the whole answer invalid. */
const Accepting = z.looseObject({
  reject: z.literal(false).optional(),
  override_agent_id: z.string().optional(),
  override_agent_version: z.union([z.number(), z.string()]).optional(),
  dynamic_variables: z.record(z.string(), z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  agent_override: z
    .looseObject({ retell_llm: z.looseObject({ begin_message: z.string().nullish() }).optional() })
    .optional(),
})
const Rejecting = z.looseObject({ reject: z.literal(true) })

/** Reads the answer to `call_inbound` as Retell does: a refusal only as `reject: true`, and sent alone. */
export function readInboundAnswer(exchange: Exchange): InboundAnswer {
  if (!isAccepted(exchange)) return { kind: 'invalid', why: exchange.error ?? `status ${exchange.status}` }
  const body = z.looseObject({ call_inbound: z.looseObject({}) }).safeParse(exchange.response)
  if (!body.success) return { kind: 'invalid', why: 'there is no object "call_inbound" in the answer' }
  const answer = body.data.call_inbound
  if (Rejecting.safeParse(answer).success) {
    const others = Accepting.omit({ reject: true }).safeParse(answer)
    return others.success ? { kind: 'rejected' } : { kind: 'invalid', why: firstIssue(others.error) }
  }
  const accepted = Accepting.safeParse(answer)
  if (!accepted.success) return { kind: 'invalid', why: firstIssue(accepted.error) }
  return { kind: 'accepted', setup: toSetup(accepted.data) }
}

function toSetup(answer: z.infer<typeof Accepting>): InboundSetup {
  const beginMessage = answer.agent_override?.retell_llm?.begin_message
  return {
    dynamicVariables: answer.dynamic_variables ?? {},
    ...(answer.override_agent_id === undefined ? {} : { agentId: answer.override_agent_id }),
    ...(answer.override_agent_version === undefined ? {} : { agentVersion: answer.override_agent_version }),
    ...(answer.metadata === undefined ? {} : { metadata: answer.metadata }),
    ...(beginMessage ? { beginMessage } : {}),
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue === undefined ? 'invalid' : `call_inbound.${issue.path.join('.')}: ${issue.message}`
}
