/** The filters of `list-calls`: typed conditions, all of which must hold. */
import type { CallResponse } from 'retell-sdk/resources/call'
import { z } from 'zod'

const Condition = z.union([
  z.strictObject({
    type: z.literal('string'),
    op: z.enum(['eq', 'ne', 'sw', 'ew', 'co']),
    value: z.string(),
  }),
  z.strictObject({
    type: z.literal('number'),
    op: z.enum(['eq', 'ne', 'gt', 'ge', 'lt', 'le']),
    value: z.number(),
  }),
  z.strictObject({ type: z.literal('range'), op: z.literal('bt'), value: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ type: z.literal('enum'), op: z.literal('in'), value: z.array(z.string()) }),
  z.strictObject({ type: z.literal('boolean'), op: z.literal('eq'), value: z.boolean() }),
  z.strictObject({ type: z.literal('present'), op: z.enum(['pr', 'np']) }),
])
type Condition = z.infer<typeof Condition>
const Keyed = z.array(z.intersection(z.looseObject({ key: z.string() }), z.looseObject({})))

const FIELDS = [
  ...['call_id', 'call_status', 'call_type', 'direction', 'disconnection_reason', 'duration_ms', 'agent_tag'],
  ...['start_timestamp', 'end_timestamp', 'from_number', 'to_number', 'combined_cost', 'user_sentiment'],
  ...['call_successful', 'in_voicemail', 'e2e_latency_p50', 'data_storage_setting'],
] as const

export const CallFilter = z.strictObject({
  ...Object.fromEntries(FIELDS.map(field => [field, Condition.optional()])),
  agent: z
    .array(z.strictObject({ agent_id: z.string(), version: z.array(z.number()).optional() }))
    .optional(),
  metadata: Keyed.optional(),
})
export type CallFilter = z.infer<typeof CallFilter> & Record<string, unknown>

export function matchesCall(call: CallResponse, filter: CallFilter): boolean {
  const { agent, metadata, ...conditions } = filter
  const byAgent =
    agent === undefined ||
    agent.some(
      ({ agent_id, version }) =>
        agent_id === call.agent_id && (version === undefined || version.includes(call.agent_version)),
    )
  const byMetadata = (metadata ?? []).every(({ key, ...condition }) => {
    const stored = (call.metadata ?? {}) as Record<string, unknown>
    return holds(stored[key], Condition.parse(condition))
  })
  const rest = Object.entries(conditions) as [string, Condition | undefined][]
  return (
    byAgent &&
    byMetadata &&
    rest.every(([field, one]) => one === undefined || holds(fieldOf(call, field), one))
  )
}

function fieldOf(call: CallResponse, field: string): unknown {
  if (field === 'combined_cost') return call.call_cost?.combined_cost
  if (field === 'e2e_latency_p50') return call.latency?.e2e?.p50
  if (['user_sentiment', 'call_successful', 'in_voicemail'].includes(field))
    return (call.call_analysis as Record<string, unknown> | undefined)?.[field]
  return (call as unknown as Record<string, unknown>)[field]
}

function holds(value: unknown, condition: Condition): boolean {
  switch (condition.type) {
    case 'present':
      return (value !== undefined && value !== null) === (condition.op === 'pr')
    case 'string':
      return typeof value === 'string' && holdsText(value, condition)
    case 'number':
      return typeof value === 'number' && holdsNumber(value, condition)
    case 'range':
      return typeof value === 'number' && value >= condition.value[0] && value <= condition.value[1]
    case 'enum':
      return typeof value === 'string' && condition.value.includes(value)
    case 'boolean':
      return value === condition.value
  }
}

function holdsText(text: string, { op, value }: Extract<Condition, { type: 'string' }>): boolean {
  const found = {
    eq: text === value,
    ne: text !== value,
    sw: text.startsWith(value),
    ew: text.endsWith(value),
  }
  return op === 'co' ? text.includes(value) : found[op]
}

function holdsNumber(number: number, { op, value }: Extract<Condition, { type: 'number' }>): boolean {
  return {
    ...{ eq: number === value, ne: number !== value, gt: number > value },
    ...{ ge: number >= value, lt: number < value, le: number <= value },
  }[op]
}
