import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { CalError } from '../cal-error.ts'
import type { Webhook, World } from '../world.ts'
import { requireCaller } from './caller.ts'
import type { CallerOf } from './parts.ts'
import { presentWebhook } from './present.ts'

const TRIGGERS = z.enum(
  'BOOKING_CREATED BOOKING_PAYMENT_INITIATED BOOKING_PAID BOOKING_RESCHEDULED BOOKING_REQUESTED BOOKING_CANCELLED BOOKING_REJECTED BOOKING_NO_SHOW_UPDATED FORM_SUBMITTED MEETING_ENDED MEETING_STARTED RECORDING_READY INSTANT_MEETING RECORDING_TRANSCRIPTION_GENERATED OOO_CREATED AFTER_HOSTS_CAL_VIDEO_NO_SHOW AFTER_GUESTS_CAL_VIDEO_NO_SHOW FORM_SUBMITTED_NO_EVENT ROUTING_FORM_FALLBACK_HIT DELEGATION_CREDENTIAL_ERROR WRONG_ASSIGNMENT_REPORT'.split(
    ' ',
  ),
)
const fields = {
  subscriberUrl: z.url(),
  active: z.boolean(),
  triggers: z.array(TRIGGERS).min(1),
  secret: z.string().optional(),
  payloadTemplate: z.string().optional(),
}
const NewWebhook = z.object(fields)
const ChangedWebhook = NewWebhook.partial()
const Page = z.object({
  take: z.coerce.number().int().min(1).max(250).default(250),
  skip: z.coerce.number().int().min(0).default(0),
})
const ById = z.object({ id: z.coerce.number().int() })
const success = (data: unknown) => ({ status: 'success', data })

export function registerWebhookRoutes(api: WebServer, world: World, caller: CallerOf): void {
  api.post('/v2/webhooks', { schema: { body: NewWebhook } }, async (request, reply) => {
    const userId = requireCaller(caller(request))
    const { secret, payloadTemplate, ...rest } = request.body
    const own = [...world.webhooks.values()].filter(webhook => webhook.userId === userId)
    if (own.some(({ subscriberUrl }) => subscriberUrl === rest.subscriberUrl))
      throw new CalError(409, 'Webhook with this subscriber url already exists for this user')
    const webhook = {
      ...{ ...rest, id: world.nextId(), userId },
      ...{ secret: secret ?? null, payloadTemplate: payloadTemplate ?? null },
    }
    world.webhooks.set(webhook.id, webhook)
    return reply.code(201).send(success(presentWebhook(webhook)))
  })
  api.get('/v2/webhooks', { schema: { querystring: Page } }, async request => {
    const userId = requireCaller(caller(request))
    const { take, skip } = request.query
    const own = [...world.webhooks.values()].filter(webhook => webhook.userId === userId)
    return success(own.slice(skip, skip + take).map(presentWebhook))
  })
  api.get('/v2/webhooks/:id', { schema: { params: ById } }, async request =>
    success(presentWebhook(ownOf(requireCaller(caller(request)), request.params.id))),
  )
  api.patch('/v2/webhooks/:id', { schema: { params: ById, body: ChangedWebhook } }, async request => {
    const own = ownOf(requireCaller(caller(request)), request.params.id)
    const changed = { ...own, ...request.body } as Webhook
    world.webhooks.set(own.id, changed)
    return success(presentWebhook(changed))
  })
  api.delete('/v2/webhooks/:id', { schema: { params: ById } }, async request => {
    const own = ownOf(requireCaller(caller(request)), request.params.id)
    world.webhooks.delete(own.id)
    return success(presentWebhook(own))
  })

  function ownOf(userId: number, id: number): Webhook {
    const webhook = world.webhooks.get(id)
    if (webhook?.userId !== userId) throw new CalError(404, `Webhook with id ${id} not found`)
    return webhook
  }
}
