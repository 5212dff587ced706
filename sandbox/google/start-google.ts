import { createApiFaults } from '../api-faults.ts'
import { createNotifier } from '../notifier.ts'
import { readForms } from '../read-forms.ts'
import { createWebServer, listen, type WebServer } from '../web-server.ts'
import { registerCalendarRoutes } from './calendar-routes.ts'
import { createCalendars } from './calendars.ts'
import { createChannels } from './channels.ts'
import { registerControlRoutes } from './control-routes.ts'
import { GoogleError, wordError } from './google-error.ts'
import { registerOauthRoutes } from './oauth-routes.ts'
import type { GoogleSimulator } from './simulator.ts'
import { createTokens } from './tokens.ts'
import type { ChangedEvent, NewEvent } from './wire.ts'

export type { GoogleSimulator } from './simulator.ts'

/** Starts the simulator of Google: OAuth, the Calendar API v3, and a control API. */
export async function startGoogle(
  options: { port?: number; host?: string; now?: () => number } = {},
): Promise<GoogleSimulator> {
  const { port = 0, host = '127.0.0.1', now: ourNow = Date.now } = options
  const state = { skewMs: 0, oldestToken: 0, url: '' }
  const now = () => ourNow() + state.skewMs
  const client = { id: 'simulated.apps.googleusercontent.example', secret: 'simulated-secret' }
  const notifier = createNotifier()
  const channels = createChannels({ now, notifier, url: () => state.url })
  const calendars = createCalendars({ now, changed: ({ id }) => channels.changed(id) })
  const tokens = createTokens({ client, now })
  const faults = createApiFaults(wordError)
  const calendarOf = (id: string) => {
    const found = calendars.get(id)
    if (found === undefined) throw new GoogleError(404, 'notFound', `There is no calendar ${id}.`)
    return found
  }
  const simulator = {
    client,
    addCalendar: calendars.add,
    removeCalendar: (id: string) => {
      calendars.remove(id)
    },
    grant: tokens.grant,
    revoke: tokens.revokeAll,
    expireAccessTokens: tokens.expireAccess,
    expireSyncTokens: () => {
      state.oldestToken = calendars.position() + 1
    },
    addServiceAccount: (email: string, mayActAs: readonly string[] = []) =>
      tokens.addServiceAccount(email, mayActAs),
    insertEvent: (calendarId: string, event: NewEvent) => calendars.insert(calendarOf(calendarId), event),
    changeEvent: (calendarId: string, eventId: string, changes: ChangedEvent) =>
      calendars.change(calendarOf(calendarId), eventId, { changes, ifMatch: undefined }),
    deleteEvent: (calendarId: string, eventId: string) =>
      calendars.delete(calendarOf(calendarId), eventId, undefined),
    events: (calendarId: string) =>
      [...calendarOf(calendarId).events.values()].map(({ resource }) => resource),
    failApi: faults.set,
    mendApi: faults.clear,
    failNotifications: notifier.setFaults,
    notifications: notifier.sent,
    notified: notifier.settled,
    skewClock: (offsetMs: number) => {
      state.skewMs = offsetMs
    },
  }

  const server = await createWebServer(null)
  registerControlRoutes(server, simulator)
  await server.register(async scope => {
    const oauth = scope as WebServer
    readForms(oauth)
    showTime(oauth, now)
    faults.attachTo(oauth)
    registerOauthRoutes(oauth, { tokens, client, emails: calendars.owners })
  })
  await server.register(
    async scope => {
      const api = scope as WebServer
      api.setErrorHandler<Error & { status?: number; statusCode?: number; reason?: string }>(
        (error, _request, reply) => {
          const status = error.status ?? error.statusCode ?? 500
          return reply.code(status).send(wordError(status, error.message, error.reason))
        },
      )
      showTime(api, now)
      faults.attachTo(api)
      registerCalendarRoutes(api, { calendars, channels, tokens, now, oldestToken: () => state.oldestToken })
    },
    { prefix: '/calendar/v3' },
  )
  state.url = await listen(server, { host, port })
  const close = async () => {
    await notifier.close()
    await server.close()
  }
  return { ...simulator, url: state.url, close, [Symbol.asyncDispose]: close }
}

/** Its own clock's time, as every HTTP server says it. */
function showTime(server: WebServer, now: () => number): void {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('date', new Date(now()).toUTCString())
  })
}
