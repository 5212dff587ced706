import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { momentOf, momentText } from '../../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import { newId, type WaitlistEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { serviceFor, staffFor } from '../availability/availability-routes.ts'
import { customerFor, customerWish } from '../booking/booking-routes.ts'
import { schedulingErrors } from '../errors.ts'
import type { Waitlist } from './create-waitlist.ts'
import type { JoinResult } from './join-waitlist.ts'
import { entryShape } from './present-entry.ts'
import { createPresentEntries } from './present-with-customers.ts'
import { listEntries, readEntry } from './waitlist-views.ts'

const {
  unknownService,
  ambiguousService,
  unknownStaff,
  badRange,
  startPassed,
  beyondHorizon,
  serviceGone,
  unknownWaitlistEntry,
  notWaiting,
} = schedulingErrors

const MOST_WINDOWS = 60
const LONGEST_AHEAD_DAYS = 400
const read = { kind: 'tenant', scope: 'read', reach: 'business' } as const
const write = { kind: 'tenant', scope: 'write', reach: 'business' } as const
const byId = z.object({ id: z.uuid() })
const words = z.string().trim().min(1).max(200)

export type WaitlistParts = Pick<Waitlist, 'joinWaitlist' | 'leaveWaitlist'> & {
  readonly catalogue: Catalogue
  readonly customers: Customers
}

/** Who waits. */
export function waitlistRoutes({ db, clock }: Platform, parts: WaitlistParts) {
  const { catalogue, customers } = parts
  const entries = createPresentEntries(customers)
  const readOne = async (tx: Tx, id: WaitlistEntryId) => await entries.one(tx, await readEntry(tx, id))
  return (app: HttpServer): void => {
    app.get('/api/v1/waitlist', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({
          state: z.enum(['waiting', 'booked', 'withdrawn', 'lapsed']).optional(),
          service_id: z.uuid().optional(),
        }),
        response: { 200: z.object({ items: z.array(entryShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, state, service_id } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const rows = await listEntries(tx, {
            state: state ?? null,
            serviceId: service_id ?? null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
          return { ...page, items: await entries.many(tx, page.items) }
        })
      },
    })

    app.get('/api/v1/waitlist/:id', {
      config: { access: read, errors: [unknownWaitlistEntry] },
      schema: { params: byId, response: { 200: entryShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          readOne(tx, request.params.id as WaitlistEntryId),
        ),
    })

    app.post('/api/v1/waitlist', {
      config: {
        access: write,
        errors: [
          unknownService,
          ambiguousService,
          unknownStaff,
          badRange,
          startPassed,
          beyondHorizon,
          serviceGone,
          customers.errors.unknown,
          customers.errors.badPhone,
        ],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          service: words.describe('Id or name.'),
          customer: customerWish,
          attendee_name: words.optional(),
          windows: z
            .array(z.strictObject({ from: momentText, to: momentText }))
            .min(1)
            .max(MOST_WINDOWS)
            .describe('In which of them it should start; a date is its local midnight.'),
          staff: z.array(words).max(20).optional().describe('Ids or names; nobody: anybody.'),
          note: z.string().max(2000).nullish(),
        }),
        response: { 201: entryShape },
      },
      handler: async (request, reply) => {
        const { body } = request
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const service = await serviceFor(tx, catalogue, body.service)
            const staffIds = []
            for (const name of body.staff ?? []) staffIds.push(await staffFor(tx, catalogue, name))
            const zone = await catalogue.readZone(tx)
            const customer = await customerFor(tx, customers, body.customer)
            const joined = requireJoined(
              await parts.joinWaitlist(tx, {
                serviceId: service.id,
                windows: body.windows.map(window => windowOf(window, zone)),
                staffIds,
                customer: customer.wish,
                attendeeName: body.attendee_name ?? customer.name,
                note: body.note ?? null,
                source: principal.via === 'session' ? 'staff' : 'api',
                callId: null,
                actor: principal.actor,
                idempotencyKey: `api:${newId<'waitlist-entry'>()}`,
              }),
            )
            return { status: 201, body: await readOne(tx, joined.entryId) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof entryShape>)
      },
    })

    app.post('/api/v1/waitlist/:id/withdraw', {
      config: { access: write, errors: [unknownWaitlistEntry, notWaiting] },
      schema: { params: byId, headers: idempotencyHeaders, response: { 200: entryShape } },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const entryId = request.params.id as WaitlistEntryId
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const left = await parts.leaveWaitlist(tx, { entryId, actor })
            if (left.kind === 'unknown') throw new AppError(unknownWaitlistEntry)
            if (left.kind === 'not_waiting') throw new AppError(notWaiting, `It is ${left.state}.`)
            return { status: 200, body: await readOne(tx, entryId) }
          }),
        )
        return reply.status(200).send(answer.body as z.infer<typeof entryShape>)
      },
    })
  }
}

function windowOf(written: { from: string; to: string }, zone: string): EpochRange {
  const from = momentOf(written.from, zone)
  const to = momentOf(written.to, zone)
  if (!from || !to || Temporal.Instant.compare(from, to) >= 0)
    throw new AppError(badRange, '"to" must be after "from".')
  if (from.until(to).total('hours') > LONGEST_AHEAD_DAYS * 24)
    throw new AppError(badRange, `A window has at most ${LONGEST_AHEAD_DAYS} days.`)
  return { start: from.epochMilliseconds, end: to.epochMilliseconds }
}

const JOIN_PROBLEMS = {
  past: startPassed,
  beyond_horizon: beyondHorizon,
  service_gone: serviceGone,
  unknown_staff: unknownStaff,
} as const satisfies Record<Exclude<JoinResult['kind'], 'joined'>, unknown>

function requireJoined(result: JoinResult): Extract<JoinResult, { kind: 'joined' }> {
  if (result.kind === 'joined') return result
  throw new AppError(JOIN_PROBLEMS[result.kind])
}
