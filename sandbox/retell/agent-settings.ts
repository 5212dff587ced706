/**
 * How the agent of a call is set: as the API has it, if an agent of the API answers the number, overlaid by what comes
 * with the call, over Retell's defaults.
 */
import { z } from 'zod'
import type { AssetVersion } from './api/versioned-assets.ts'

export const LifecycleEvent = z.enum(['call_started', 'call_ended', 'call_analyzed', 'transcript_updated'])
export type LifecycleEvent = z.infer<typeof LifecycleEvent>

const texts = z.record(z.string(), z.string())

/** One custom function. `{{variables}}` in its address, headers, parameters of the address and constants are filled. */
const ToolWish = z.strictObject({
  /** Default: the product's address for tools. */
  url: z.string().min(1).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  headers: texts.optional(),
  query_params: texts.optional(),
  args_at_root: z.boolean().optional(),
  timeout_ms: z.int().positive().optional(),
  max_retry: z.int().min(0).max(5).optional(),
  /** Names of dynamic variables, and where in the answer they stand: `slots[0].token`. */
  response_variables: texts.optional(),
  /** Arguments that no model fills in. */
  constants: z.record(z.string(), z.unknown()).optional(),
})
export type ToolWish = z.infer<typeof ToolWish>

export const AgentWish = z.strictObject({
  /** In place of the account's; may have `{{variables}}`. */
  webhook_url: z.string().min(1).optional(),
  webhook_events: z.array(LifecycleEvent).optional(),
  webhook_timeout_ms: z.int().positive().optional(),
  tool_timeout_ms: z.int().positive().optional(),
  tool_max_retry: z.int().min(0).max(5).optional(),
  tools: z.record(z.string(), ToolWish).optional(),
})
export type AgentWish = z.infer<typeof AgentWish>

export interface AgentSettings {
  /** Null: the account's. */
  readonly webhook_url: string | null
  readonly webhook_events: readonly LifecycleEvent[]
  readonly webhook_timeout_ms: number
  tool(name: string): ToolSettings
}

type Tool = Required<Omit<ToolWish, 'url'>>
export type ToolSettings = { readonly [Field in keyof Tool]: NonNullable<Tool[Field]> } & {
  readonly url: string | null
}

/** Who answers a number, and how it is set. */
export interface AnsweringAgent {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly tag: string | null
  readonly storage: 'everything' | 'everything_except_pii' | 'basic_attributes_only'
  readonly wish: AgentWish
  /** Where the product speaks itself; null: a hosted model does. */
  readonly lineUrl: string | null
  readonly beginMessage: string | null
  /** Defaults of the hosted model. */
  readonly variables: Readonly<Record<string, string>>
}

export const NUMBER_AGENT: AnsweringAgent = {
  id: 'agent_5e1f7a90b2c34d6e8f01a2b3c4',
  version: 7,
  name: 'Empfang (de-DE)',
  tag: 'prod',
  storage: 'everything_except_pii',
  wish: {},
  ...{ lineUrl: null, beginMessage: null, variables: {} },
}

export function settingsOf(wish: AgentWish, ofAgent: AgentWish): AgentSettings {
  const { webhook_url = null, webhook_timeout_ms = 10_000, ...given } = { ...ofAgent, ...wish }
  const { tool_timeout_ms = 120_000, tool_max_retry = 0 } = given
  const tools: Readonly<Record<string, ToolWish>> = { ...ofAgent.tools, ...wish.tools }
  return {
    ...{ webhook_url, webhook_timeout_ms },
    webhook_events: given.webhook_events ?? ['call_started', 'call_ended', 'call_analyzed'],
    tool: name => {
      const set = Object.hasOwn(tools, name) ? tools[name] : undefined
      return {
        ...{ url: set?.url ?? null, method: set?.method ?? 'POST', args_at_root: set?.args_at_root ?? false },
        ...{ headers: set?.headers ?? {}, query_params: set?.query_params ?? {} },
        timeout_ms: set?.timeout_ms ?? tool_timeout_ms,
        max_retry: set?.max_retry ?? tool_max_retry,
        response_variables: set?.response_variables ?? {},
        constants: set?.constants ?? {},
      }
    },
  }
}

const Parameters = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ const: z.unknown().optional() })).default({}),
})
const CustomTool = z.looseObject({
  type: z.literal('custom'),
  name: z.string(),
  parameters: Parameters.prefault({}),
})
const StoredAgent = z.looseObject({
  agent_id: z.string(),
  agent_name: z.string().default(''),
  agent_tag: z.string().nullish(),
  data_storage_setting: z
    .enum(['everything', 'everything_except_pii', 'basic_attributes_only'])
    .nullish()
    .transform(setting => setting ?? 'everything'),
  webhook_url: z.string().nullish(),
  webhook_events: z.array(z.string()).nullish(),
  webhook_timeout_ms: z.number().nullish(),
  response_engine: z.looseObject({ llm_websocket_url: z.string().optional() }).prefault({}),
})
const StoredLlm = z.looseObject({
  begin_message: z.string().nullish(),
  default_dynamic_variables: texts.nullish(),
})

/** An agent of the API as calls need it; `llm`: the one it speaks with, of which the tools are. */
export function answeringAgent(agent: AssetVersion, llm: AssetVersion | null): AnsweringAgent {
  const { agent_id, agent_name, agent_tag, data_storage_setting, ...set } = StoredAgent.parse(agent)
  const { webhook_url, webhook_events, webhook_timeout_ms, response_engine } = set
  const { begin_message, default_dynamic_variables } = StoredLlm.parse(llm ?? {})
  const events = webhook_events?.flatMap(event => LifecycleEvent.safeParse(event).data ?? [])
  return {
    ...{ id: agent_id, version: agent.version, name: agent_name, tag: agent_tag ?? null },
    storage: data_storage_setting,
    lineUrl: response_engine.llm_websocket_url ?? null,
    beginMessage: begin_message ?? null,
    variables: default_dynamic_variables ?? {},
    wish: {
      ...(webhook_url ? { webhook_url } : {}),
      ...(events ? { webhook_events: events } : {}),
      ...(webhook_timeout_ms ? { webhook_timeout_ms } : {}),
      tools: toolsOf(llm),
    },
  }
}

function toolsOf(llm: AssetVersion | null): Record<string, ToolWish> {
  const listed = Array.isArray(llm?.general_tools) ? (llm.general_tools as unknown[]) : []
  const custom = listed.flatMap(tool => CustomTool.safeParse(tool).data ?? [])
  const known = new Set(Object.keys(ToolWish.shape))
  return Object.fromEntries(
    custom.map(({ name, parameters, ...tool }) => {
      const fields = Object.entries(tool).filter(([field, value]) => known.has(field) && value !== null)
      const constants = Object.entries(parameters.properties)
        .filter(([, schema]) => schema.const !== undefined)
        .map(([argument, schema]) => [argument, schema.const] as const)
      return [
        name,
        ToolWish.parse({ ...Object.fromEntries(fields), constants: Object.fromEntries(constants) }),
      ]
    }),
  )
}
