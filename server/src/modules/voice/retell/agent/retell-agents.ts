import type Retell from 'retell-sdk'
import type { Outbound } from '../../../../platform/resilience/outbound.ts'
import { createRetellClient, type RetellAccess } from '../retell-client.ts'
import { REFERENCE_VARIABLE } from './render-agent.ts'

type Fields = Readonly<Record<string, unknown>>
/** How a number is set as far as we set it. */
export type NumberSettings = {
  readonly inbound_agents: readonly unknown[]
  readonly inbound_webhook_url: string | null
  readonly fallback_number: string | null
}

/**
 * Agents, language models and numbers of an account at Retell. What makes something is asked once, never twice by itself:
 * its answer may get lost, so it is looked for by its reference before it is made again.
 */
export type RetellAgents = {
  findLlm(reference: string): Promise<string | null>
  createLlm(fields: Fields): Promise<string>
  llm(llmId: string): Promise<Fields | null>
  findAgent(reference: string): Promise<string | null>
  createAgent(fields: Fields): Promise<{ id: string; version: number }>
  agent(
    agentId: string,
    version?: number,
  ): Promise<(Fields & { version: number; is_published?: boolean }) | null>
  /** The draft that Retell has, or a new one made from its newest version; its number. */
  draftOf(agentId: string): Promise<number | null>
  updateDraft(agentId: string, version: number, fields: Fields): Promise<void>
  publish(agentId: string, version: number, title: string): Promise<void>
  number(e164: string): Promise<NumberSettings | null>
  bind(e164: string, settings: NumberSettings): Promise<void>
  concurrency(): Promise<{ current: number; limit: number }>
}

const PAGE = 1000

export function createRetellAgents(outbound: Outbound, access: RetellAccess): RetellAgents {
  const client = createRetellClient(outbound, access)
  const once = {} as const
  const safe = { repeat: 'safe' } as const

  const agent: RetellAgents['agent'] = async (agentId, version) => {
    const found = await client.find('get agent', (sdk, options) =>
      sdk.agent.retrieve(agentId, version === undefined ? {} : { version }, options),
    )
    return found && { ...found, version: Number(found.version) }
  }

  return {
    findLlm: async reference => {
      for await (const items of pages('list LLMs', (sdk, page, options) => sdk.llm.list(page, options)))
        for (const item of items) if (referenceOf(item) === reference) return String(item.llm_id)
      return null
    },
    createLlm: async fields => {
      const made = await client.ask('create LLM', once, (sdk, options) =>
        sdk.llm.create(fields as unknown as Retell.LlmCreateParams, options),
      )
      return made.llm_id
    },
    llm: async llmId =>
      (await client.find('get LLM', (sdk, options) => sdk.llm.retrieve(llmId, {}, options))) as Fields | null,
    findAgent: async reference => {
      for await (const items of pages('list agents', (sdk, page, options) => sdk.agent.list(page, options)))
        for (const item of items)
          if (String(item.agent_name ?? '').endsWith(reference)) return String(item.agent_id)
      return null
    },
    createAgent: async fields => {
      const made = await client.ask('create agent', once, (sdk, options) =>
        sdk.agent.create(fields as unknown as Retell.AgentCreateParams, options),
      )
      return { id: made.agent_id, version: Number(made.version) }
    },
    agent,
    draftOf: async agentId => {
      const newest = await agent(agentId)
      if (newest === null) return null
      if (newest.is_published !== true) return newest.version
      const made = await client.ask('create agent version', once, (sdk, options) =>
        sdk.agent.createVersion(agentId, { base_version: newest.version }, options),
      )
      return Number(made.version)
    },
    // The same fields again change nothing.
    updateDraft: async (agentId, version, fields) => {
      await client.ask('update agent', safe, (sdk, options) =>
        sdk.agent.update(agentId, { ...fields, version } as unknown as Retell.AgentUpdateParams, options),
      )
    },
    publish: async (agentId, version, title) => {
      await client.ask('publish agent', once, (sdk, options) =>
        sdk.agent.publish(agentId, { version, version_title: title }, options),
      )
    },
    number: async e164 => {
      const found = await client.find('get number', (sdk, options) => sdk.phoneNumber.retrieve(e164, options))
      return (
        found && {
          inbound_agents: found.inbound_agents ?? [],
          inbound_webhook_url: found.inbound_webhook_url ?? null,
          fallback_number: found.fallback_number ?? null,
        }
      )
    },
    bind: async (e164, settings) => {
      await client.ask('update number', safe, (sdk, options) =>
        sdk.phoneNumber.update(e164, settings as unknown as Retell.PhoneNumberUpdateParams, options),
      )
    },
    concurrency: async () => {
      const found = await client.ask('get concurrency', safe, (sdk, options) =>
        sdk.concurrency.retrieve(options),
      )
      return { current: found.current_concurrency ?? 0, limit: found.concurrency_limit ?? 0 }
    },
  }

  async function* pages(
    operation: string,
    list: (
      sdk: Retell,
      page: { limit: number; pagination_key?: string },
      options: { signal: AbortSignal },
    ) => Promise<{ items?: unknown[]; has_more?: boolean; pagination_key?: string }>,
  ): AsyncGenerator<readonly Fields[]> {
    let key: string | undefined
    do {
      const page = await client.ask(operation, safe, (sdk, options) =>
        list(sdk, { limit: PAGE, ...(key === undefined ? {} : { pagination_key: key }) }, options),
      )
      yield (page.items ?? []) as Fields[]
      key = page.has_more ? page.pagination_key : undefined
    } while (key !== undefined)
  }
}

function referenceOf(llm: Fields): unknown {
  return (llm.default_dynamic_variables as Fields | null | undefined)?.[REFERENCE_VARIABLE]
}
