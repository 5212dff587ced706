import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import type { WebCalls, WebCallWish } from '../web/web-calls.ts'

export const NewWebCall = z.looseObject({
  agent_id: z.string().min(1),
  agent_version: z.union([z.number(), z.string()]).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  retell_llm_dynamic_variables: z.record(z.string(), z.string()).optional(),
})

export function wishOf({
  agent_id,
  agent_version,
  metadata,
  ...more
}: z.infer<typeof NewWebCall>): WebCallWish {
  return {
    agentId: agent_id,
    ...(agent_version === undefined ? {} : { agentVersion: agent_version }),
    ...(metadata === undefined ? {} : { metadata }),
    variables: more.retell_llm_dynamic_variables ?? {},
  }
}

/** Made by a server; a browser joins with the token that comes back. */
export function registerWebCallApi(api: WebServer, webCalls: WebCalls): void {
  api.post('/v3/create-web-call', { schema: { body: NewWebCall } }, async (request, reply) =>
    reply.code(201).send(webCalls.create(wishOf(request.body))),
  )
}
