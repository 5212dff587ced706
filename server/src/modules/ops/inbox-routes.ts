import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import {
  INBOX_STATES,
  type InboxEventView,
  listInboxEvents,
  readInboxEvent,
  readInboxEvents,
} from '../../platform/inbox/inbox-views.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { opsErrors } from './errors.ts'
import {
  inboxEventDetailShape,
  inboxEventShape,
  mayReplay,
  presentInboxEvent,
  presentInboxEventDetail,
} from './present-inbox-event.ts'
import type { Permission } from './present-job.ts'

const all = { access: { kind: 'tenant', scope: 'all' } } as const
const params = z.object({ id: z.uuid() })
const MOST_AT_ONCE = 100

/** What arrived from outside for one business, and processing it once more. */
export function inboxRoutes(platform: Platform, { tenants }: { tenants: Tenants }) {
  const { db, inbox, live } = platform

  return (app: HttpServer): void => {
    app.get('/api/v1/inbox-events', {
      config: all,
      schema: {
        querystring: pageQuery.extend({
          state: z.enum(INBOX_STATES).optional(),
          source: z.string().max(200).optional(),
        }),
        response: {
          200: z.object({ items: z.array(inboxEventShape), next_cursor: z.string().nullable() }),
        },
      },
      handler: async request => {
        const { state, source, limit, cursor } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const rows = await listInboxEvents(tx, {
            state: state ?? null,
            source: source ?? null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.receivedAt.toString(), id: row.id }))
          return { ...page, items: page.items.map(event => presentInboxEvent(event, timeZone)) }
        })
      },
    })

    app.get('/api/v1/inbox-events/:id', {
      config: { ...all, errors: [opsErrors.unknownInboxEvent] },
      schema: { params, response: { 200: inboxEventDetailShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const event = await readInboxEvent(tx, request.params.id)
          if (!event) throw new AppError(opsErrors.unknownInboxEvent)
          return presentInboxEventDetail(event, (await tenants.read(tx)).timeZone)
        }),
    })

    app.post('/api/v1/inbox-events/:id/replay', {
      config: { ...all, errors: [opsErrors.unknownInboxEvent, opsErrors.notReplayable] },
      schema: {
        params,
        response: { 202: z.object({ id: z.uuid(), replayed: z.literal(true) }) },
      },
      handler: async (request, reply) => {
        const { id } = request.params
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { replayed, skipped } = await replay(tx, [id])
          if (replayed.length > 0) return
          const [refusal] = skipped
          if (refusal?.why === 'unknown') throw new AppError(opsErrors.unknownInboxEvent)
          throw new AppError(opsErrors.notReplayable, refusal?.no)
        })
        return reply.status(202).send({ id, replayed: true as const })
      },
    })

    app.post('/api/v1/inbox-events/replay', {
      config: all,
      schema: {
        body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) }),
        response: {
          200: z.object({
            replayed: z.array(z.string()),
            skipped: z.array(z.object({ id: z.string(), no: z.string(), why: z.string() })),
          }),
        },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => replay(tx, request.body.ids)),
    })
  }

  async function replay(tx: Tx, wanted: readonly string[]) {
    const ids = [...new Set(wanted.map(id => id.toLowerCase()))]
    const found = await readInboxEvents(tx, ids)
    const replayed = await inbox.replay(
      tx,
      found.map(event => event.id),
    )
    for (const id of replayed) await live.announce(tx, { topic: 'inbox-event', id, call_id: null })
    const skipped = ids.filter(id => !replayed.includes(id)).map(id => ({ id, ...whyNot(found, id) }))
    return { replayed, skipped }
  }
}

function whyNot(found: readonly InboxEventView[], id: string): Exclude<Permission, true> {
  const event = found.find(candidate => candidate.id === id)
  if (!event) return { no: 'There is no such event.', why: 'unknown' }
  const permission = mayReplay(event)
  return permission === true ? { no: 'Somebody was faster.', why: 'changed' } : permission
}
