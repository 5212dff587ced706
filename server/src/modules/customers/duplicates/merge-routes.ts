import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { customerErrors } from '../errors.ts'
import { customerShape, presentCustomer } from '../present-customer.ts'
import { readCustomerRecord } from '../record-views.ts'
import { type MergeId, type MergeRefusal, mergeCustomers, previewMerge } from './merge-customers.ts'
import type { MergeFollowers } from './merge-followers.ts'
import { undoMerge } from './undo-merge.ts'

const previewShape = z.object({
  phones: z.array(z.string()),
  /** What the kept record lacks and gets. */
  fills: z.object({
    email: z.string().optional(),
    notes: z.string().optional(),
    date_of_birth: z.string().optional(),
    vip_tier_id: z.string().optional(),
  }),
  /** How much else would move, by kind. */
  moves: z.record(z.string(), z.number()),
})
const mergedShape = z.object({ merge_id: z.uuid(), customer: customerShape })
const write = { kind: 'tenant', scope: 'write' } as const
const byId = z.object({ id: z.uuid() })
const body = z.strictObject({ merge: z.uuid().describe('The record that becomes part of this one.') })
const { unknown, sameCustomer, alreadyMerged, keepsOthers, unknownMerge, undoneBefore } = customerErrors
const refusals = [unknown, sameCustomer, alreadyMerged, keepsOthers]

/** Two records of one person become one, and two again when that was wrong. */
export function mergeRoutes({ db, clock }: Platform, followers: MergeFollowers) {
  return (app: HttpServer): void => {
    app.post('/api/v1/customers/:id/merge/preview', {
      config: { access: write, errors: refusals },
      schema: { params: byId, body, response: { 200: previewShape } },
      handler: async request => {
        const pair = pairOf(request.params.id, request.body.merge)
        const preview = await db.inTenant(principalOf(request).tenantId, tx =>
          previewMerge(tx, followers, pair),
        )
        if (preview.kind !== 'preview') throw refusal(preview)
        const { phones, fills, counts } = preview
        const filled = Object.entries(fills).filter(([, value]) => value !== null)
        return { phones: [...phones], fills: Object.fromEntries(filled), moves: { ...counts } }
      },
    })

    app.post('/api/v1/customers/:id/merge', {
      config: { access: write, errors: refusals },
      schema: { params: byId, headers: idempotencyHeaders, body, response: { 201: mergedShape } },
      handler: async (request, reply) => {
        const pair = pairOf(request.params.id, request.body.merge)
        const { tenantId, actor } = principalOf(request)
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const merged = await mergeCustomers(tx, followers, pair, { actor, at: clock.now() })
            if (merged.kind !== 'merged') throw refusal(merged)
            const customer = await readCustomerRecord(tx, pair.keptId)
            if (!customer) throw new AppError(unknown)
            return { status: 201, body: { merge_id: merged.id, customer: presentCustomer(customer) } }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof mergedShape>)
      },
    })

    app.post('/api/v1/customer-merges/:id/undo', {
      config: { access: write, errors: [unknownMerge, undoneBefore] },
      schema: { params: byId, response: { 200: z.object({ customers: z.array(customerShape) }) } },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        return await db.inTenant(tenantId, async tx => {
          const id = request.params.id as MergeId
          const undone = await undoMerge(tx, followers, id, { actor, at: clock.now() })
          if (undone.kind === 'unknown') throw new AppError(unknownMerge)
          if (undone.kind === 'undone_before') throw new AppError(undoneBefore)
          const records = [
            await readCustomerRecord(tx, undone.keptId),
            await readCustomerRecord(tx, undone.mergedId),
          ]
          return { customers: records.flatMap(record => (record ? [presentCustomer(record)] : [])) }
        })
      },
    })
  }
}

function pairOf(keptId: string, mergedId: string) {
  return {
    keptId: keptId.toLowerCase() as CustomerId,
    mergedId: mergedId.toLowerCase() as CustomerId,
  }
}

function refusal(result: MergeRefusal): AppError {
  switch (result.kind) {
    case 'unknown':
      return new AppError(unknown)
    case 'same':
      return new AppError(sameCustomer)
    case 'already_merged':
      return new AppError(alreadyMerged, undefined, { extensions: { customer_id: result.id } })
    case 'keeps_others':
      return new AppError(keepsOthers, undefined, { extensions: { customer_id: result.id } })
    default:
      return result satisfies never
  }
}
