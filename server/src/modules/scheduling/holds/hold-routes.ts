import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { type HoldId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { schedulingErrors } from '../errors.ts'
import { problemOf, slotProblems, slotTokenText } from '../refusal-problem.ts'
import type { SlotTokens } from '../slot.ts'
import type { createHoldSlot } from './hold-slot.ts'
import { releaseHold } from './hold-store.ts'

/** Holds of callers are the receptionist's; a client of the API touches only those of the API. */
const HOLDERS = 'api:'

const access = { kind: 'tenant', scope: 'write', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })
const holdShape = z.object({ id: z.uuid(), token: z.string(), expires_at: z.string() })

/** Keeping slots while somebody decides. */
export function holdRoutes(
  { db, clock }: Platform,
  parts: { holdSlot: ReturnType<typeof createHoldSlot>; holdOf: SlotTokens['holdOf'] },
) {
  const keep = async (
    tx: Tx,
    wish: { token: string; holder: string },
  ): Promise<z.infer<typeof holdShape>> => {
    const held = await parts.holdSlot(tx, wish)
    if (held.kind !== 'held') throw problemOf(held)
    return {
      id: held.holdId,
      token: held.token,
      expires_at: held.expiresAt.toString({ smallestUnit: 'second' }),
    }
  }
  return (app: HttpServer): void => {
    app.post('/api/v1/holds', {
      config: {
        access,
        errors: [...slotProblems, schedulingErrors.tooManyHolds, schedulingErrors.heldTooLong],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          token: slotTokenText,
          holder: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe(
              'Who it is kept for, such as a visitor; one holder keeps at most three slots at a time.',
            ),
        }),
        response: { 201: holdShape },
      },
      handler: async (request, reply) => {
        const { token, holder } = request.body
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 201,
            body: await keep(tx, { token, holder: `${HOLDERS}${holder ?? newId<'holder'>()}` }),
          })),
        )
        return reply.status(201).send(answer.body as z.infer<typeof holdShape>)
      },
    })

    app.post('/api/v1/holds/:id/renew', {
      config: {
        access,
        errors: [...slotProblems, schedulingErrors.unknownHold, schedulingErrors.heldTooLong],
      },
      schema: { params: byId, body: z.strictObject({ token: slotTokenText }), response: { 200: holdShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { token } = request.body
          if (parts.holdOf(tx.tenantId, token) !== request.params.id)
            throw new AppError(schedulingErrors.unknownHold)
          return await keep(tx, { token, holder: `${HOLDERS}${newId<'holder'>()}` })
        }),
    })

    app.delete('/api/v1/holds/:id', {
      config: { access, errors: [schedulingErrors.unknownHold] },
      schema: { params: byId, response: { 204: z.null() } },
      handler: async (request, reply) => {
        const id = request.params.id as HoldId
        const released = await db.inTenant(principalOf(request).tenantId, tx =>
          releaseHold(tx, { id, holders: HOLDERS }),
        )
        if (!released) throw new AppError(schedulingErrors.unknownHold)
        return reply.status(204).send(null)
      },
    })
  }
}
