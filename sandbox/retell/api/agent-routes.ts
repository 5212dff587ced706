import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { ApiError } from './api-error.ts'
import { PageQuery, pageOf } from './pages.ts'
import type { VersionedAssets } from './versioned-assets.ts'

const Engine = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('retell-llm'), llm_id: z.string() }),
  z.looseObject({ type: z.literal('custom-llm'), llm_websocket_url: z.string().regex(/^(ws|http)s?:\/\//) }),
  z.looseObject({ type: z.literal('conversation-flow'), conversation_flow_id: z.string() }),
])
const changes = {
  response_engine: Engine.optional(),
  voice_id: z.string().optional(),
  end_call_after_silence_ms: z.number().min(10_000).optional(),
  max_call_duration_ms: z.number().min(60_000).max(7_200_000).optional(),
  data_storage_setting: z.enum(['everything', 'everything_except_pii', 'basic_attributes_only']).nullish(),
}
const NewAgent = z.looseObject({ ...changes, response_engine: Engine, voice_id: z.string() })
const ChangedAgent = z.looseObject(changes)
const NewLlm = z.looseObject({ start_speaker: z.enum(['user', 'agent']).optional() })
const ById = z.object({ id: z.string() })
const Version = z.object({ version: z.coerce.number().int().optional() })

export function registerAgentRoutes(
  api: WebServer,
  { agents, llms }: { agents: VersionedAssets; llms: VersionedAssets },
): void {
  api.post('/create-agent', { schema: { body: NewAgent } }, async (request, reply) => {
    requireEngine(request.body.response_engine)
    return reply.code(201).send(agents.create(request.body))
  })
  api.get('/get-agent/:id', { schema: { params: ById, querystring: Version } }, async request =>
    agents.find(request.params.id, request.query.version),
  )
  api.patch(
    '/update-agent/:id',
    { schema: { params: ById, querystring: Version, body: ChangedAgent } },
    async request => {
      if (request.body.response_engine) requireEngine(request.body.response_engine)
      return agents.update(request.params.id, request.body, request.query.version)
    },
  )
  api.post('/v2/list-agents', { schema: { body: PageQuery.prefault({}) } }, async request =>
    pageOf(agents.latest(), agent => String(agent.agent_id), request.body),
  )
  api.delete('/delete-agent/:id', { schema: { params: ById } }, async (request, reply) => {
    agents.remove(request.params.id)
    return reply.code(204).send()
  })
  api.post(
    '/create-agent-version/:id',
    { schema: { params: ById, body: z.looseObject({ base_version: z.number().int() }) } },
    async (request, reply) =>
      reply.code(201).send(agents.createVersion(request.params.id, request.body.base_version)),
  )
  api.get('/list-agent-versions/:id', { schema: { params: ById, querystring: PageQuery } }, async request =>
    pageOf(agents.versions(request.params.id).toReversed(), agent => `${agent.version}`, request.query),
  )
  api.post(
    '/publish-agent-version/:id',
    { schema: { params: ById, body: z.looseObject({ version: z.number().int() }) } },
    async (request, reply) => {
      const { version, ...titles } = request.body
      agents.publish(request.params.id, version, titles)
      return reply.code(204).send()
    },
  )

  api.post('/create-retell-llm', { schema: { body: NewLlm } }, async (request, reply) =>
    reply.code(201).send(llms.create(request.body)),
  )
  api.get('/get-retell-llm/:id', { schema: { params: ById, querystring: Version } }, async request =>
    llms.find(request.params.id, request.query.version),
  )
  api.patch(
    '/update-retell-llm/:id',
    { schema: { params: ById, querystring: Version, body: NewLlm } },
    async request => llms.update(request.params.id, request.body, request.query.version),
  )
  api.get('/v2/list-retell-llms', { schema: { querystring: PageQuery } }, async request =>
    pageOf(llms.latest(), llm => String(llm.llm_id), request.query),
  )
  api.delete('/delete-retell-llm/:id', { schema: { params: ById } }, async (request, reply) => {
    const used = agents
      .latest()
      .some(agent => (agent.response_engine as { llm_id?: string }).llm_id === request.params.id)
    if (used) throw new ApiError(400, 'The response engine is used by an agent.')
    llms.remove(request.params.id)
    return reply.code(204).send()
  })

  function requireEngine(engine: z.infer<typeof Engine>): void {
    if (engine.type === 'retell-llm') llms.find(engine.llm_id)
  }
}
