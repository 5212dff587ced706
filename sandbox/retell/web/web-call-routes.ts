import { z } from 'zod'
import { ControlError, type WebServer } from '../../web-server.ts'
import type { WebCalls } from './web-calls.ts'

const ById = z.object({ callId: z.string() })
const Said = z.strictObject({ text: z.string().trim().min(1).max(2_000) })

/** What a page in the browser asks, with the access token of its call as bearer. */
export function registerWebCallRoutes(server: WebServer, webCalls: WebCalls): void {
  const path = '/web-calls/:callId'
  server.get(path, { schema: { params: ById } }, async ({ params, headers }) =>
    webCalls.view(params.callId, bearerOf(headers)),
  )
  server.post(`${path}/join`, { schema: { params: ById } }, async ({ params, headers }) =>
    webCalls.join(params.callId, bearerOf(headers)),
  )
  server.post(`${path}/turns`, { schema: { params: ById, body: Said } }, async ({ params, headers, body }) =>
    webCalls.say(params.callId, bearerOf(headers), body.text),
  )
  server.post(`${path}/end`, { schema: { params: ById } }, async ({ params, headers }) =>
    webCalls.hangUp(params.callId, bearerOf(headers)),
  )
}

function bearerOf({ authorization }: { authorization?: string | undefined }): string {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new ControlError(401, 'the access token of the call is missing')
  return token
}
