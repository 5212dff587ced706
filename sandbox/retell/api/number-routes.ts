import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { ApiError, unknownAsset } from './api-error.ts'
import type { KnownNumbers } from './known-numbers.ts'
import { PageQuery, pageOf } from './pages.ts'
import type { VersionedAssets } from './versioned-assets.ts'

const WeightedAgent = z.looseObject({
  agent_id: z.string(),
  agent_version: z.union([z.number(), z.string()]).optional(),
  weight: z.number().gt(0).max(1),
})
const WeightedAgents = z.array(WeightedAgent).nullish()
const settings = {
  inbound_agents: WeightedAgents,
  outbound_agents: WeightedAgents,
  inbound_webhook_url: z.string().nullish(),
  fallback_number: z.string().nullish(),
  nickname: z.string().nullish(),
}
const NewNumber = z.looseObject({
  phone_number: z.string().regex(/^\+[1-9]\d{6,14}$/),
  termination_uri: z.string(),
  sip_trunk_auth_username: z.string().optional(),
  sip_trunk_auth_password: z.string().optional(),
  transport: z.enum(['TLS', 'TCP', 'UDP']).default('TCP'),
  ...settings,
})
const ChangedNumber = z.looseObject(settings)
const ByNumber = z.object({ number: z.string() })

/** Imported numbers; nobody can buy one here. */
export function registerNumberRoutes(
  api: WebServer,
  { agents, numbers, now }: { agents: VersionedAssets; numbers: KnownNumbers; now: () => number },
): void {
  const find = (number: string) => {
    const found = numbers.get(number)
    if (found === undefined) throw unknownAsset()
    return found
  }

  api.post('/import-phone-number', { schema: { body: NewNumber } }, async (request, reply) => {
    const {
      termination_uri,
      sip_trunk_auth_username,
      sip_trunk_auth_password: _secret,
      transport,
      ...rest
    } = request.body
    if (numbers.has(rest.phone_number)) throw new ApiError(400, 'The phone number is imported already.')
    requireAgents(rest)
    const made = {
      ...rest,
      phone_number_type: 'custom',
      sip_outbound_trunk_config: {
        termination_uri,
        transport,
        ...(sip_trunk_auth_username === undefined ? {} : { auth_username: sip_trunk_auth_username }),
      },
      last_modification_timestamp: now(),
    }
    numbers.set(rest.phone_number, made)
    return reply.code(201).send(made)
  })
  api.get('/get-phone-number/:number', { schema: { params: ByNumber } }, async request =>
    find(request.params.number),
  )
  api.patch(
    '/update-phone-number/:number',
    { schema: { params: ByNumber, body: ChangedNumber } },
    async request => {
      requireAgents(request.body)
      const { auth_password: _secret, ...changes } = request.body as Record<string, unknown>
      const changed = { ...find(request.params.number), ...changes, last_modification_timestamp: now() }
      numbers.set(request.params.number, changed)
      return changed
    },
  )
  api.get('/v2/list-phone-numbers', { schema: { querystring: PageQuery } }, async request =>
    pageOf([...numbers.values()], number => number.phone_number, request.query),
  )
  api.delete('/delete-phone-number/:number', { schema: { params: ByNumber } }, async (request, reply) => {
    if (!numbers.delete(request.params.number)) throw unknownAsset()
    return reply.code(204).send()
  })

  function requireAgents({ inbound_agents, outbound_agents }: z.infer<typeof ChangedNumber>): void {
    requireWeighted(inbound_agents ?? [])
    requireWeighted(outbound_agents ?? [])
  }

  function requireWeighted(weighted: readonly z.infer<typeof WeightedAgent>[]): void {
    for (const { agent_id, agent_version } of weighted)
      agents.find(agent_id, typeof agent_version === 'number' ? agent_version : undefined)
    const sum = weighted.reduce((total, { weight }) => total + weight, 0)
    if (weighted.length > 0 && Math.abs(sum - 1) > 1e-9) throw new ApiError(400, 'The weights must sum to 1.')
  }
}
