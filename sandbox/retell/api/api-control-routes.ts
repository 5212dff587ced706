import { z } from 'zod'
import { ApiFaultInput, type ApiFaults } from '../../api-faults.ts'
import type { WebServer } from '../../web-server.ts'
import { LineLimits, type Lines } from '../lines.ts'
import type { WebCalls } from '../web/web-calls.ts'
import { addNumbers, type KnownNumbers } from './known-numbers.ts'
import type { VersionedAssets } from './versioned-assets.ts'
import { NewWebCall, wishOf } from './web-call-api.ts'

const Numbers = z.strictObject({ items: z.array(z.string().regex(/^\+[1-9]\d{6,14}$/)).max(1000) })

type Parts = {
  faults: ApiFaults
  numbers: KnownNumbers
  agents: VersionedAssets
  webCalls: WebCalls
  lines: Lines
  now: () => number
}

/** What goes wrong in the REST API, and which numbers its account has. */
export function registerApiControlRoutes(
  server: WebServer,
  { faults, numbers, agents, webCalls, lines, now }: Parts,
): void {
  server.post('/_control/api-faults', { schema: { body: ApiFaultInput } }, async (request, reply) => {
    faults.set(request.body)
    return reply.code(204).send()
  })
  server.delete('/_control/api-faults', async () => ({ met: faults.clear() }))
  server.get('/_control/agents', async () => ({
    items: agents.latest().map(({ agent_id, agent_name }) => ({ agent_id, agent_name })),
  }))
  server.post('/_control/web-calls', { schema: { body: NewWebCall } }, async (request, reply) =>
    reply.code(201).send(webCalls.create(wishOf(request.body))),
  )
  server.put('/_control/lines', { schema: { body: LineLimits } }, async (request, reply) => {
    lines.set(request.body)
    return reply.code(204).send()
  })
  server.put('/_control/numbers', { schema: { body: Numbers } }, async (request, reply) => {
    addNumbers(numbers, request.body.items, now())
    return reply.code(204).send()
  })
}
