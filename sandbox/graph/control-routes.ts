import { z } from 'zod'
import { ApiFaultInput } from '../api-faults.ts'
import { NotificationFaults } from '../notifier.ts'
import { ControlError, type WebServer } from '../web-server.ts'
import type { GraphSimulator } from './simulator.ts'
import { ChangedEvent, NewEvent } from './wire.ts'

const Calendar = z.strictObject({
  mailbox: z.string(),
  name: z.string().default('Kalender'),
  zone: z.string().default('Europe/Berlin'),
  canEdit: z.boolean().default(true),
})
const ByCalendar = z.object({ calendarId: z.string() })
const ByEvent = z.object({ calendarId: z.string(), eventId: z.string() })
const Grant = z.strictObject({ mailbox: z.string(), scopes: z.array(z.string()) })
const Directory = z.strictObject({ mailboxes: z.array(z.string()) })
const Expired = z.strictObject({ kind: z.enum(['access', 'delta']) })
const Lifecycle = z.strictObject({
  event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
})

/** The control API: calendars and what others do in them, tokens, and what goes wrong. */
export function registerControlRoutes(
  server: WebServer,
  graph: Omit<GraphSimulator, 'url' | 'close' | typeof Symbol.asyncDispose>,
): void {
  const done = async (work: () => unknown, reply: { code(status: number): { send(): unknown } }) => {
    found(work)
    return reply.code(204).send()
  }
  server.post('/_control/calendars', { schema: { body: Calendar } }, async ({ body }) => ({
    id: graph.addCalendar(body),
  }))
  server.delete('/_control/calendars/:calendarId', { schema: { params: ByCalendar } }, ({ params }, reply) =>
    done(() => graph.removeCalendar(params.calendarId), reply),
  )
  server.get(
    '/_control/calendars/:calendarId/events',
    { schema: { params: ByCalendar } },
    async ({ params }) => ({
      items: found(() => graph.events(params.calendarId)),
    }),
  )
  server.post(
    '/_control/calendars/:calendarId/events',
    { schema: { params: ByCalendar, body: NewEvent } },
    async ({ params, body }) => found(() => graph.insertEvent(params.calendarId, body)),
  )
  server.patch(
    '/_control/calendars/:calendarId/events/:eventId',
    { schema: { params: ByEvent, body: ChangedEvent } },
    async ({ params, body }) => found(() => graph.changeEvent(params.calendarId, params.eventId, body)),
  )
  server.delete(
    '/_control/calendars/:calendarId/events/:eventId',
    { schema: { params: ByEvent } },
    ({ params }, reply) => done(() => graph.deleteEvent(params.calendarId, params.eventId), reply),
  )
  server.post('/_control/grants', { schema: { body: Grant } }, async ({ body }) => ({
    refresh_token: graph.grant(body.mailbox, body.scopes),
    client: graph.client,
  }))
  server.delete(
    '/_control/grants/:mailbox',
    { schema: { params: z.object({ mailbox: z.string() }) } },
    ({ params }, reply) => done(() => graph.revoke(params.mailbox), reply),
  )
  server.put(
    '/_control/directories/:directory',
    { schema: { params: z.object({ directory: z.string() }), body: Directory } },
    ({ params, body }, reply) => done(() => graph.letApplicationAct(params.directory, body.mailboxes), reply),
  )
  server.post('/_control/expired-tokens', { schema: { body: Expired } }, ({ body }, reply) =>
    done(body.kind === 'access' ? graph.expireAccessTokens : graph.expireDeltaTokens, reply),
  )
  server.post('/_control/lifecycle', { schema: { body: Lifecycle } }, ({ body }, reply) =>
    done(() => graph.sendLifecycle(body.event), reply),
  )
  server.post('/_control/api-faults', { schema: { body: ApiFaultInput } }, ({ body }, reply) =>
    done(() => graph.failApi(body), reply),
  )
  server.delete('/_control/api-faults', async () => ({ met: graph.mendApi() }))
  server.put('/_control/notification-faults', { schema: { body: NotificationFaults } }, ({ body }, reply) =>
    done(() => graph.failNotifications(body), reply),
  )
  server.get('/_control/notifications', async () => ({ items: graph.notifications() }))
}

function found<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { status = 500, message } = error as Error & { status?: number }
    throw new ControlError(status, message)
  }
}
