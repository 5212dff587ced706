import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tidyName } from '../domain/person-name.ts'
import { customerErrors } from '../errors.ts'
import { addTier, changeTier, type TierWish } from './change-tier.ts'
import { listTiers, readTier, type TierView } from './tier-views.ts'

const tierShape = z.object({
  id: z.uuid(),
  name: z.string(),
  extra_horizon_days: z.number(),
  waives_notice: z.boolean(),
  waitlist_priority: z.number(),
  version: z.number(),
})
const name = z
  .string()
  .max(60)
  .refine(text => tidyName(text) !== '', { error: 'must have a visible character' })
const wishes = z.strictObject({
  name: name.optional(),
  extra_horizon_days: z.number().int().min(0).max(730).optional(),
  waives_notice: z.boolean().optional(),
  waitlist_priority: z.number().int().min(0).max(100).optional(),
})
const read = { kind: 'tenant', scope: 'read', reach: 'business' } as const
const business = { kind: 'tenant', scope: 'business' } as const
const { unknownTier, tierNameTaken } = customerErrors

/** Groups of customers and what belonging to one changes. */
export function tierRoutes({ db, clock }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/vip-tiers', {
      config: { access: read },
      schema: { response: { 200: z.object({ items: z.array(tierShape), next_cursor: z.null() }) } },
      handler: async request => {
        const tiers = await db.inTenant(principalOf(request).tenantId, listTiers)
        return { items: tiers.map(present), next_cursor: null }
      },
    })

    app.post('/api/v1/vip-tiers', {
      config: { access: business, errors: [tierNameTaken] },
      schema: { headers: idempotencyHeaders, body: wishes.extend({ name }), response: { 201: tierShape } },
      handler: async (request, reply) => {
        const { body } = request
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const added = await addTier(tx, { ...wishOf(body), name: tidyName(body.name) })
            if (added.kind === 'name_taken') throw new AppError(tierNameTaken)
            return { status: 201, body: await find(tx, added.id) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof tierShape>)
      },
    })

    app.patch('/api/v1/vip-tiers/:id', {
      config: { access: business, errors: [unknownTier, tierNameTaken, platformErrors.staleVersion] },
      schema: {
        params: z.object({ id: z.uuid() }),
        body: wishes.extend({ version: z.number().int().optional() }),
        response: { 200: tierShape },
      },
      handler: async request => {
        const tier = { id: request.params.id, version: request.body.version ?? null }
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const result = await changeTier(tx, tier, wishOf(request.body))
          if (result === 'unknown') throw new AppError(unknownTier)
          if (result === 'stale') throw new AppError(platformErrors.staleVersion)
          if (result === 'name_taken') throw new AppError(tierNameTaken)
          return await find(tx, tier.id)
        })
      },
    })
  }
}

async function find(tx: Tx, id: string): Promise<z.infer<typeof tierShape>> {
  const tier = await readTier(tx, id)
  if (!tier) throw new AppError(unknownTier)
  return present(tier)
}

function wishOf(body: z.infer<typeof wishes>): TierWish {
  return {
    ...(body.name === undefined ? {} : { name: tidyName(body.name) }),
    ...(body.extra_horizon_days === undefined ? {} : { extraHorizonDays: body.extra_horizon_days }),
    ...(body.waives_notice === undefined ? {} : { waivesNotice: body.waives_notice }),
    ...(body.waitlist_priority === undefined ? {} : { waitlistPriority: body.waitlist_priority }),
  }
}

function present(tier: TierView): z.infer<typeof tierShape> {
  return {
    id: tier.id,
    name: tier.name,
    extra_horizon_days: tier.extraHorizonDays,
    waives_notice: tier.waivesNotice,
    waitlist_priority: tier.waitlistPriority,
    version: tier.version,
  }
}
