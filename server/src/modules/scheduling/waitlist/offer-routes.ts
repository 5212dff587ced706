import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { WaitlistOfferId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Customers } from '../../customers/index.ts'
import { schedulingErrors } from '../errors.ts'
import { appointmentShape } from '../present-appointment.ts'
import type { PresentAppointments } from '../present-with-customers.ts'
import { problemOf, slotProblems } from '../refusal-problem.ts'
import type { AcceptResult } from './answer-offer.ts'
import type { Waitlist } from './create-waitlist.ts'
import { entryShape } from './present-entry.ts'
import { createPresentEntries } from './present-with-customers.ts'
import { entryOfOffer } from './waitlist-views.ts'

const { unknownWaitlistOffer, offerOver } = schedulingErrors

const write = { kind: 'tenant', scope: 'write', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })

export type OfferParts = Pick<Waitlist, 'acceptOffer' | 'declineOffer'> & {
  readonly customers: Customers
  readonly present: PresentAppointments
}

/** Yes or no to a place that somebody waited for. */
export function waitlistOfferRoutes({ db, clock }: Platform, parts: OfferParts) {
  const entries = createPresentEntries(parts.customers)
  return (app: HttpServer): void => {
    app.post('/api/v1/waitlist-offers/:id/accept', {
      config: { access: write, errors: [...slotProblems, unknownWaitlistOffer, offerOver] },
      schema: { params: byId, headers: idempotencyHeaders, response: { 200: appointmentShape } },
      handler: async (request, reply) => {
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const accepted = await parts.acceptOffer(tx, {
              offerId: request.params.id as WaitlistOfferId,
              actor: principal.actor,
              source: principal.via === 'session' ? 'staff' : 'api',
              callId: null,
            })
            const { appointmentId } = requireAccepted(accepted)
            return { status: 200, body: await parts.present.byId(tx, appointmentId) }
          }),
        )
        return reply.status(200).send(answer.body as z.infer<typeof appointmentShape>)
      },
    })

    app.post('/api/v1/waitlist-offers/:id/decline', {
      config: { access: write, errors: [unknownWaitlistOffer, offerOver] },
      schema: { params: byId, headers: idempotencyHeaders, response: { 200: entryShape } },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const offerId = request.params.id as WaitlistOfferId
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const declined = await parts.declineOffer(tx, { offerId, actor })
            if (declined.kind === 'unknown') throw new AppError(unknownWaitlistOffer)
            if (declined.kind === 'over') throw new AppError(offerOver, `It is ${declined.state}.`)
            return { status: 200, body: await entries.one(tx, await entryOfOffer(tx, offerId)) }
          }),
        )
        return reply.status(200).send(answer.body as z.infer<typeof entryShape>)
      },
    })
  }
}

function requireAccepted(result: AcceptResult): Extract<AcceptResult, { kind: 'booked' }> {
  if (result.kind === 'booked') return result
  if (result.kind === 'unknown') throw new AppError(unknownWaitlistOffer)
  if (result.kind === 'over') throw new AppError(offerOver, `It is ${result.state}.`)
  throw problemOf(result)
}
