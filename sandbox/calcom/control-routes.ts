import { z } from 'zod'
import { ApiFaultInput } from '../api-faults.ts'
import { ControlError, type WebServer } from '../web-server.ts'
import { Account, BusyInput, EventTypeChange } from './account.ts'
import type { ApiParts } from './api/parts.ts'
import { iso, presentBooking, presentWebhook } from './api/present.ts'
import type { CalClock } from './cal-clock.ts'
import { CalError } from './cal-error.ts'
import { type Deliveries, DeliveryFaults } from './deliveries.ts'

const ById = z.object({ id: z.coerce.number().int() })
const ByUid = z.object({ uid: z.string() })
const Clock = z.strictObject({
  /** Its clock shows this now, and goes on from there. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Or it is so much ahead of the machine's. */
  skew_ms: z.int().optional(),
})
const Keys = z.strictObject({ key: z.string(), expired: z.boolean() })
const Move = z.strictObject({ start: z.iso.datetime({ offset: true }) })
const RawEvent = z.strictObject({ trigger: z.string(), payload: z.unknown() })

/** What happens at Cal.com without the API: somebody works there by hand, keys run out, things break. */
export function registerControlRoutes(
  server: WebServer,
  parts: ApiParts & { readonly deliveries: Deliveries; readonly clock: CalClock },
): void {
  const { world, bookings, faults, limit, deliveries, requests } = parts
  const byHand = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (error) {
      throw error instanceof CalError ? new ControlError(error.status, error.message) : error
    }
  }

  server.put('/_control/account', { schema: { body: Account } }, async (request, reply) => {
    world.replaceAccount(request.body)
    return reply.code(204).send()
  })
  server.put('/_control/clock', { schema: { body: Clock } }, async request => {
    parts.clock.set(request.body)
    return { now: iso(world.now()) }
  })
  server.put('/_control/keys', { schema: { body: Keys } }, async (request, reply) => {
    const { key, expired } = request.body
    const keys = world.account.keys.map(one => (one.key === key ? { ...one, expired } : one))
    world.account = { ...world.account, keys }
    return reply.code(204).send()
  })
  server.put('/_control/busy', { schema: { body: BusyInput } }, async (request, reply) => {
    world.account = { ...world.account, busy: request.body.items }
    return reply.code(204).send()
  })
  server.patch(
    '/_control/event-types/:id',
    { schema: { params: ById, body: EventTypeChange } },
    async (request, reply) => {
      world.changeEventType(request.params.id, request.body)
      return reply.code(204).send()
    },
  )
  server.post(
    '/_control/bookings/:uid/move',
    { schema: { params: ByUid, body: Move } },
    async request =>
      await byHand(() => {
        const { hosts } = world.booking(request.params.uid)
        const by = world.user(hosts[0] ?? 0).email
        const moved = bookings.reschedule(request.params.uid, Date.parse(request.body.start), { by })
        return presentBooking(world, moved)
      }),
  )
  for (const step of ['cancel', 'confirm', 'decline'] as const)
    server.post(
      `/_control/bookings/:uid/${step}`,
      { schema: { params: ByUid } },
      async request => await byHand(() => presentBooking(world, bookings[step](request.params.uid))),
    )

  server.post('/_control/api-faults', { schema: { body: ApiFaultInput } }, async (request, reply) => {
    faults.set(request.body)
    return reply.code(204).send()
  })
  server.delete('/_control/api-faults', async () => ({ met: faults.clear() }))
  server.put('/_control/webhook-faults', { schema: { body: DeliveryFaults } }, async (request, reply) => {
    deliveries.setFaults(request.body)
    return reply.code(204).send()
  })
  server.post('/_control/events', { schema: { body: RawEvent } }, async (request, reply) => {
    deliveries.sendRaw(request.body.trigger, request.body.payload)
    return reply.code(202).send()
  })

  server.get('/_control/state', async () => {
    await deliveries.settled()
    return {
      now: iso(world.now()),
      bookings: [...world.bookings.values()].map(booking => presentBooking(world, booking)),
      reservations: world.liveReservations(),
      webhooks: [...world.webhooks.values()].map(presentWebhook),
      deliveries: deliveries.made(),
      limit: limit.seen,
      document: parts.document.report(),
    }
  })
  server.get('/_control/requests', async () => ({ items: requests.list() }))
  server.delete('/_control/requests', async (_request, reply) => {
    requests.clear()
    limit.reset()
    return reply.code(204).send()
  })
}
