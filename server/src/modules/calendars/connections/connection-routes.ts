import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import { type CalendarConnectionId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarErrors } from '../errors.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { ExternalTarget } from '../port.ts'
import { type AskProvider, askErrors } from './ask-provider.ts'
import { changeSources } from './change-sources.ts'
import {
  changeConnection,
  insertConnection,
  listConnections,
  OUTSIDE_CHANGES,
  readConnection,
  WHEN_UNKNOWN,
} from './connection-store.ts'
import type { EndAccessJob } from './end-access.ts'
import { namedValues, objectOf } from './named-values.ts'
import { connectionShape, PROVIDERS, presentConnection } from './present-connection.ts'

const read = { kind: 'tenant', scope: 'read' } as const
const business = { kind: 'tenant', scope: 'business' } as const
const byId = z.object({ id: z.uuid() })

const settings = {
  name: z.string().trim().min(1).max(100),
  when_unknown: z
    .enum(WHEN_UNKNOWN)
    .describe('What counts for people whose calendar could not be read for `fresh_minutes`.'),
  outside_changes: z
    .enum(OUTSIDE_CHANGES)
    .describe('What follows when one of our appointments is moved or deleted over there.'),
  fresh_minutes: z.number().int().min(5).max(1440),
}
const secrets = namedValues.describe('What the provider needs to be logged in to; never shown again.')
const wished = z.strictObject({
  provider: z.enum(PROVIDERS),
  name: settings.name,
  secrets: secrets.optional(),
  when_unknown: settings.when_unknown.default('offer_as_requested'),
  outside_changes: settings.outside_changes.default('ask'),
  fresh_minutes: settings.fresh_minutes.default(30),
})
const changes = z
  .strictObject({
    ...settings,
    secrets,
    state: z.enum(['ok', 'off']).describe('`off`: neither read nor written.'),
  })
  .partial()

const targetShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['calendar', 'event_type']),
  writable: z.boolean(),
  zone: z.string().nullable(),
  minutes: z.number().nullable(),
  hosts: z
    .array(z.object({ id: z.string(), name: z.string().nullable() }))
    .optional()
    .describe('Among whom it is shared out there. `settings.hosts` of a link says who each of them is here.'),
  questions: z
    .array(z.object({ id: z.string(), label: z.string().nullable() }))
    .optional()
    .describe('What each booking there must answer. `settings.booking_fields` of a link has the answers.'),
})

function presentTarget({ hosts, questions, ...target }: ExternalTarget): z.infer<typeof targetShape> {
  return {
    ...target,
    ...(hosts && { hosts: [...hosts] }),
    ...(questions && { questions: [...questions] }),
  }
}

/** Accounts at calendar providers. Their secrets come in and never go out. */
export function connectionRoutes(
  { db, clock, jobs, outbound }: Platform,
  parts: CalendarParts,
  { askTargets, endAccessJob }: AskProvider & { readonly endAccessJob: EndAccessJob },
) {
  const { adapters, accounts, scheduling } = parts
  const find = async (tx: Tx, id: string): Promise<z.infer<typeof connectionShape>> => {
    const connection = await readConnection(tx, id as CalendarConnectionId)
    if (connection === null) throw new AppError(calendarErrors.unknownConnection)
    return presentConnection(connection, { adapters, outbound })
  }

  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-connections', {
      config: { access: read },
      schema: {
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(connectionShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const rows = await db.readTenant(principalOf(request).tenantId, tx =>
          listConnections(tx, { after: decodeCursor(cursor), limit: limit + 1 }),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(row => presentConnection(row, { adapters, outbound })) }
      },
    })

    app.get('/api/v1/calendar-connections/:id', {
      config: { access: read, errors: [calendarErrors.unknownConnection] },
      schema: { params: byId, response: { 200: connectionShape } },
      handler: async request =>
        await db.readTenant(principalOf(request).tenantId, tx => find(tx, request.params.id)),
    })

    app.post('/api/v1/calendar-connections', {
      config: { access: business },
      schema: { headers: idempotencyHeaders, body: wished, response: { 201: connectionShape } },
      handler: async (request, reply) => {
        const { body } = request
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const id = newId<'calendar-connection'>()
            await insertConnection(tx, {
              id,
              provider: body.provider,
              name: body.name,
              whenUnknown: body.when_unknown,
              outsideChanges: body.outside_changes,
              freshMinutes: body.fresh_minutes,
              sealedSecrets:
                body.secrets === undefined ? null : await accounts.seal(tx, id, objectOf(body.secrets)),
              now: clock.now(),
            })
            return { status: 201, body: await find(tx, id) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof connectionShape>)
      },
    })

    app.patch('/api/v1/calendar-connections/:id', {
      config: { access: business, errors: [calendarErrors.unknownConnection] },
      schema: { params: byId, body: changes, response: { 200: connectionShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const id = request.params.id as CalendarConnectionId
          await find(tx, id)
          const { body } = request
          await changeConnection(tx, id, {
            name: body.name,
            state: body.state,
            whenUnknown: body.when_unknown,
            outsideChanges: body.outside_changes,
            freshMinutes: body.fresh_minutes,
            sealedSecrets: body.secrets && (await accounts.seal(tx, id, objectOf(body.secrets))),
          })
          if (body.state === 'off')
            await jobs.enqueue(
              tx,
              endAccessJob,
              { tenant_id: tx.tenantId, connection_id: id },
              { key: `calendar-access/${id}` },
            )
          await changeSources(tx, { scheduling, now: clock.now() }, id)
          return await find(tx, id)
        }),
    })

    app.post('/api/v1/calendar-connections/:id/test', {
      config: { access: business, errors: askErrors },
      schema: { params: byId, response: { 200: z.object({ targets: z.array(targetShape) }) } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const targets = await askTargets(tenantId, request.params.id as CalendarConnectionId)
        return { targets: targets.map(presentTarget) }
      },
    })
  }
}
