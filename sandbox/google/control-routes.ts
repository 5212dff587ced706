import { z } from 'zod'
import { ApiFaultInput } from '../api-faults.ts'
import { NotificationFaults } from '../notifier.ts'
import { ControlError, type WebServer } from '../web-server.ts'
import type { GoogleSimulator } from './simulator.ts'
import { ChangedEvent, NewEvent } from './wire.ts'

const Calendar = z.strictObject({
  id: z.string(),
  summary: z.string().optional(),
  timeZone: z.string().optional(),
  roles: z.record(z.string(), z.enum(['owner', 'writer', 'reader', 'freeBusyReader'])),
})
const ByCalendar = z.object({ calendarId: z.string() })
const ByEvent = z.object({ calendarId: z.string(), eventId: z.string() })
const Expired = z.strictObject({ kind: z.enum(['access', 'sync']) })
const Grant = z.strictObject({ email: z.string(), scopes: z.array(z.string()) })
const Account = z.strictObject({ email: z.string(), mayActAs: z.array(z.string()).default([]) })

/** The control API: calendars and what others do in them, tokens, and what goes wrong. */
export function registerControlRoutes(
  server: WebServer,
  google: Omit<GoogleSimulator, 'url' | 'close' | typeof Symbol.asyncDispose>,
): void {
  const done = async (work: () => unknown, reply: { code(status: number): { send(): unknown } }) => {
    work()
    return reply.code(204).send()
  }
  server.put('/_control/calendars', { schema: { body: Calendar } }, (request, reply) => {
    const { id, roles, summary, timeZone } = request.body
    const named = {
      ...(summary === undefined ? {} : { summary }),
      ...(timeZone === undefined ? {} : { timeZone }),
    }
    return done(() => google.addCalendar({ id, roles, ...named }), reply)
  })
  server.delete('/_control/calendars/:calendarId', { schema: { params: ByCalendar } }, (request, reply) =>
    done(() => google.removeCalendar(request.params.calendarId), reply),
  )
  server.get('/_control/calendars/:calendarId/events', { schema: { params: ByCalendar } }, async request => ({
    items: found(() => google.events(request.params.calendarId)),
  }))
  server.post(
    '/_control/calendars/:calendarId/events',
    { schema: { params: ByCalendar, body: NewEvent } },
    async request => found(() => google.insertEvent(request.params.calendarId, request.body)),
  )
  server.patch(
    '/_control/calendars/:calendarId/events/:eventId',
    { schema: { params: ByEvent, body: ChangedEvent } },
    async ({ params, body }) => found(() => google.changeEvent(params.calendarId, params.eventId, body)),
  )
  server.delete(
    '/_control/calendars/:calendarId/events/:eventId',
    { schema: { params: ByEvent } },
    ({ params }, reply) =>
      done(() => found(() => google.deleteEvent(params.calendarId, params.eventId)), reply),
  )
  server.post('/_control/grants', { schema: { body: Grant } }, async ({ body }) => ({
    refresh_token: google.grant(body.email, body.scopes),
    client: google.client,
  }))
  server.delete(
    '/_control/grants/:email',
    { schema: { params: z.object({ email: z.string() }) } },
    (request, reply) => done(() => google.revoke(request.params.email), reply),
  )
  server.post('/_control/service-accounts', { schema: { body: Account } }, async ({ body }) =>
    google.addServiceAccount(body.email, body.mayActAs),
  )
  server.post('/_control/expired-tokens', { schema: { body: Expired } }, ({ body }, reply) =>
    done(body.kind === 'access' ? google.expireAccessTokens : google.expireSyncTokens, reply),
  )
  server.post('/_control/api-faults', { schema: { body: ApiFaultInput } }, ({ body }, reply) =>
    done(() => google.failApi(body), reply),
  )
  server.delete('/_control/api-faults', async () => ({ met: google.mendApi() }))
  server.put('/_control/notification-faults', { schema: { body: NotificationFaults } }, ({ body }, reply) =>
    done(() => google.failNotifications(body), reply),
  )
  server.get('/_control/notifications', async () => ({ items: google.notifications() }))
  server.put(
    '/_control/clock',
    { schema: { body: z.strictObject({ offset_ms: z.int() }) } },
    ({ body }, reply) => done(() => google.skewClock(body.offset_ms), reply),
  )
}

function found<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { status = 500, message } = error as Error & { status?: number }
    throw new ControlError(status, message)
  }
}
