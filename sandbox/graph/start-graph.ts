import { createApiFaults } from '../api-faults.ts'
import { createNotifier } from '../notifier.ts'
import { readForms } from '../read-forms.ts'
import { createWebServer, listen, type WebServer } from '../web-server.ts'
import { registerControlRoutes } from './control-routes.ts'
import { GraphError, wordError } from './graph-error.ts'
import { registerGraphRoutes } from './graph-routes.ts'
import { createMailboxes } from './mailboxes.ts'
import { registerOauthRoutes } from './oauth-routes.ts'
import type { GraphSimulator } from './simulator.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createTokens } from './tokens.ts'
import type { ChangedEvent, NewEvent } from './wire.ts'

export type { GraphSimulator } from './simulator.ts'

/** Starts the simulator of Microsoft 365: identity platform, calendars of Graph v1.0, and a control API. */
export async function startGraph(
  options: { port?: number; host?: string; now?: () => number } = {},
): Promise<GraphSimulator> {
  const { port = 0, host = '127.0.0.1', now = Date.now } = options
  const state = { oldestToken: 0, url: '' }
  const client = { id: '7d1f0c1e-0000-4000-8000-5a5a5a5a5a5a', secret: 'simulated-secret' }
  const notifier = createNotifier()
  const subscriptions = createSubscriptions({ now, notifier })
  const mailboxes = createMailboxes({ now, changed: subscriptions.changed })
  const tokens = createTokens({ client, now })
  const reached = new Map<string, readonly string[]>()
  const faults = createApiFaults(wordError)
  const calendarOf = (id: string) => {
    const found = mailboxes.get(id)
    if (found === undefined) throw new GraphError(404, 'ErrorItemNotFound', `There is no calendar ${id}.`)
    return found
  }
  const simulator = {
    client,
    addCalendar: mailboxes.add,
    removeCalendar: (id: string) => {
      mailboxes.remove(id)
    },
    grant: tokens.grant,
    revoke: tokens.revokeAll,
    letApplicationAct: (directory: string, may: readonly string[]) => {
      reached.set(directory, may)
      tokens.letApplicationAct(directory, may.length > 0)
    },
    expireAccessTokens: tokens.expireAccess,
    expireDeltaTokens: () => {
      state.oldestToken = mailboxes.position() + 1
    },
    insertEvent: (calendarId: string, event: NewEvent) => mailboxes.create(calendarOf(calendarId), event),
    changeEvent: (calendarId: string, eventId: string, changes: ChangedEvent) =>
      mailboxes.change(calendarOf(calendarId), eventId, { changes, ifMatch: undefined }),
    deleteEvent: (calendarId: string, eventId: string) =>
      mailboxes.delete(calendarOf(calendarId), eventId, undefined),
    events: (calendarId: string) => mailboxes.live(calendarOf(calendarId)),
    failApi: faults.set,
    mendApi: faults.clear,
    failNotifications: notifier.setFaults,
    notifications: notifier.sent,
    notified: notifier.settled,
    sendLifecycle: subscriptions.lifecycle,
  }

  const server = await createWebServer(null)
  registerControlRoutes(server, simulator)
  await server.register(async scope => {
    const oauth = scope as WebServer
    readForms(oauth)
    faults.attachTo(oauth)
    registerOauthRoutes(oauth, { tokens, client, mailboxes: mailboxes.owners })
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
      faults.attachTo(api)
      registerGraphRoutes(api, {
        ...{ mailboxes, subscriptions, tokens, url: () => state.url, oldestToken: () => state.oldestToken },
        reaches: (directory, mailbox) => reached.get(directory)?.includes(mailbox) === true,
      })
    },
    { prefix: '/v1.0' },
  )
  state.url = await listen(server, { host, port })
  const close = async () => {
    await notifier.close()
    await server.close()
  }
  return { ...simulator, url: state.url, close, [Symbol.asyncDispose]: close }
}
