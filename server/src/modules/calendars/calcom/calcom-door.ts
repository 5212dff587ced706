import type { HttpServer } from '../../../platform/http/http-server.ts'
import { createSharedStore } from '../../../platform/limits/shared-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Metadata } from '../cache/metadata.ts'
import type { AskProvider } from '../connections/ask-provider.ts'
import type { ReadJob } from '../mirror/mirror-jobs.ts'
import type { CalendarParts } from '../neighbours.ts'
import { askForWebhooks } from './ask-for-webhooks.ts'
import { createCalcomAdapter } from './calcom-adapter.ts'
import { createCalcomClient } from './calcom-client.ts'
import { defineCourtesyJobs } from './courtesy/courtesy-jobs.ts'
import { createKeepThere } from './courtesy/keep-there.ts'
import { createCompareLink } from './drift/compare-link.ts'
import { defineDriftJobs } from './drift/drift-jobs.ts'
import { driftRoutes } from './drift/drift-routes.ts'
import { createReadTheirTimes } from './drift/read-their-times.ts'
import { createEventTypes } from './event-types.ts'
import { importRoutes } from './import/import-routes.ts'
import { createReadOffer } from './import/read-offer.ts'
import { readWebhookEvents } from './read-webhook-events.ts'
import { createRegisterWebhook } from './register-webhook.ts'
import { createRequestTurns } from './request-turns.ts'
import type { CalcomSettings } from './settings.ts'
import { createWebhookConnections } from './webhook-connections.ts'
import { webhookRoute } from './webhook-route.ts'

/** Everything of Cal.com: the adapter behind the port, and what only Cal.com has. */
export function createCalcom(platform: Platform, metadata: Metadata, settings: CalcomSettings) {
  const { outbound, clock, db } = platform
  const turns = createRequestTurns({ store: createSharedStore(db) })
  const client = createCalcomClient({ outbound, turns, settings })
  const eventTypes = createEventTypes({ client, metadata })
  return {
    adapter: createCalcomAdapter({ client, eventTypes, clock, settings }),
    /** What is kept there while somebody keeps it here. */
    keepTimes: (parts: CalendarParts) =>
      defineCourtesyJobs(platform, createKeepThere(platform, parts, { client, eventTypes })).courtesy,
    /** Hears what Cal.com tells, and answers what the office asks of it. */
    open(
      parts: CalendarParts & AskProvider & { readonly readJob: ReadJob; readonly publicUrl: () => string },
    ) {
      const findConnection = createWebhookConnections(platform, parts.accounts)
      readWebhookEvents(platform, { findConnection, readJob: parts.readJob })
      const their = createReadTheirTimes({ client, eventTypes })
      const { compareJob } = defineDriftJobs(platform, createCompareLink(platform, parts, their))
      return async (app: HttpServer): Promise<void> => {
        await webhookRoute(platform, findConnection)(app)
        importRoutes(platform, parts, createReadOffer({ client, eventTypes }))(app)
        askForWebhooks(parts, createRegisterWebhook(client))(app)
        driftRoutes(platform, compareJob)(app)
      }
    },
  }
}
