import { z } from 'zod'
import { ApiFaultInput, type ApiFaults } from '../../api-faults.ts'
import type { WebServer } from '../../web-server.ts'
import { addNumbers, type KnownNumbers } from './known-numbers.ts'

const Numbers = z.strictObject({ items: z.array(z.string().regex(/^\+[1-9]\d{6,14}$/)).max(1000) })

/** What goes wrong in the REST API, and which numbers its account has. */
export function registerApiControlRoutes(
  server: WebServer,
  { faults, numbers, now }: { faults: ApiFaults; numbers: KnownNumbers; now: () => number },
): void {
  server.post('/_control/api-faults', { schema: { body: ApiFaultInput } }, async (request, reply) => {
    faults.set(request.body)
    return reply.code(204).send()
  })
  server.delete('/_control/api-faults', async () => ({ met: faults.clear() }))
  server.put('/_control/numbers', { schema: { body: Numbers } }, async (request, reply) => {
    addNumbers(numbers, request.body.items, now())
    return reply.code(204).send()
  })
}
