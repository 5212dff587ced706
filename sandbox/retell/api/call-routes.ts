import type { PhoneCallResponse } from 'retell-sdk/resources/call'
import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { NUMBER_AGENT } from '../agent-settings.ts'
import type { Lines } from '../lines.ts'
import type { Switchboard } from '../switchboard.ts'
import { ApiError } from './api-error.ts'
import { CallFilter } from './filter-calls.ts'
import { PageQuery } from './pages.ts'
import type { StoredCalls } from './stored-calls.ts'

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/)
const metadata = z.record(z.string(), z.unknown())
const NewCall = z.looseObject({
  from_number: e164,
  to_number: e164,
  override_agent_id: z.string().optional(),
  override_agent_version: z.union([z.number(), z.string()]).optional(),
  metadata: metadata.optional(),
  retell_llm_dynamic_variables: z.record(z.string(), z.string()).optional(),
})
const CallList = PageQuery.extend({
  filter_criteria: CallFilter.optional(),
  include_total: z.boolean().optional(),
})
const ChangedCall = z.looseObject({
  metadata: metadata.optional(),
  data_storage_setting: z.enum(['everything', 'everything_except_pii', 'basic_attributes_only']).optional(),
})
const ById = z.object({ id: z.string() })
const STRICTNESS = ['everything', 'everything_except_pii', 'basic_attributes_only']

export function registerCallRoutes(
  api: WebServer,
  { switchboard, calls, lines }: { switchboard: Switchboard; calls: StoredCalls; lines: Lines },
): void {
  api.post('/v2/create-phone-call', { schema: { body: NewCall } }, async (request, reply) => {
    if (lines.isFull() && lines.limits().outbound === 'refused')
      throw new ApiError(429, 'Account rate limited, please throttle your requests.')
    return reply.code(201).send(createCall(request.body))
  })
  api.get('/v2/get-call/:id', { schema: { params: ById } }, async request => calls.find(request.params.id))
  api.post('/v3/list-calls', { schema: { body: CallList.prefault({}) } }, async request =>
    calls.list(request.body as Parameters<StoredCalls['list']>[0]),
  )
  api.patch('/v2/update-call/:id', { schema: { params: ById, body: ChangedCall } }, async request => {
    const call = calls.find(request.params.id)
    if (['registered', 'ongoing'].includes(call.call_status))
      throw new ApiError(400, 'The call has not ended yet.')
    const { data_storage_setting: stricter } = request.body
    if (
      stricter &&
      STRICTNESS.indexOf(stricter) < STRICTNESS.indexOf(call.data_storage_setting ?? 'everything')
    )
      throw new ApiError(400, 'The storage setting can only become stricter.')
    calls.report({ ...call, ...request.body } as PhoneCallResponse)
    return calls.find(call.call_id)
  })
  api.post('/v2/stop-call/:id', { schema: { params: ById } }, async (request, reply) => {
    switchboard.stop(calls.find(request.params.id).call_id)
    return reply.code(204).send()
  })
  api.delete('/v2/delete-call/:id', { schema: { params: ById } }, async (request, reply) => {
    calls.remove(request.params.id)
    return reply.code(204).send()
  })
  api.get('/get-concurrency', async () => ({
    current_concurrency: lines.live(),
    concurrency_limit: lines.limits().concurrency,
    base_concurrency: lines.limits().concurrency,
    purchased_concurrency: 0,
    concurrency_purchase_limit: 100,
    remaining_purchase_limit: 100,
    concurrency_burst_enabled: false,
    concurrency_burst_limit: 3 * lines.limits().concurrency,
    reserved_inbound_concurrency: 0,
  }))

  /** Whoever is called listens to a greeting, answers and hangs up. */
  function createCall(wanted: z.infer<typeof NewCall>): PhoneCallResponse {
    const { call_id } = switchboard.place(
      {
        pace: 'natural',
        ...(lines.isFull() ? { faults: { not_connected: 'concurrency_limit_reached' } } : {}),
        script: {
          direction: 'outbound',
          from: wanted.from_number,
          to: wanted.to_number,
          steps: [{ agent: 'Guten Tag, hier spricht eine KI.' }, { user: 'Danke, auf Wiederhören.' }],
          ended: { disconnection_reason: 'user_hangup' },
        },
      },
      {
        ...(wanted.override_agent_id === undefined ? {} : { agentId: wanted.override_agent_id }),
        ...(wanted.override_agent_version === undefined
          ? {}
          : { agentVersion: wanted.override_agent_version }),
        ...(wanted.metadata === undefined ? {} : { metadata: wanted.metadata }),
        dynamicVariables: wanted.retell_llm_dynamic_variables ?? {},
      },
    )
    const call: PhoneCallResponse = {
      call_id,
      call_type: 'phone_call',
      call_status: 'registered',
      direction: 'outbound',
      agent_id: wanted.override_agent_id ?? NUMBER_AGENT.id,
      agent_version: NUMBER_AGENT.version,
      from_number: wanted.from_number,
      to_number: wanted.to_number,
      ...(wanted.metadata === undefined ? {} : { metadata: wanted.metadata }),
    }
    calls.report(call)
    return call
  }
}
