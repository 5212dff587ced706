import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { momentOf, momentText } from '../../../platform/http/moment-query.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { effectsFor, serviceFor, staffFor } from '../availability/availability-routes.ts'
import { customerFor, customerWish } from '../booking/booking-routes.ts'
import { schedulingErrors } from '../errors.ts'
import { problemOf, slotTokenText } from '../refusal-problem.ts'
import type { SlotTokens } from '../slot.ts'
import type { createBookSeries } from './book-series.ts'
import type { FindSeries } from './find-series.ts'
import { occurrenceShape, presentOccurrences, ruleProblem, seriesWithAppointments } from './present-series.ts'
import type { SeriesPlan, SeriesResult } from './series-wish.ts'

export type SeriesBookingParts = ReturnType<typeof createBookSeries> & {
  readonly catalogue: Catalogue
  readonly customers: Customers
  readonly offerSlots: SlotTokens['offer']
  readonly findSeries: FindSeries
}

const wallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/)
  .refine(text => toWall(text) !== null, { error: 'is not a date and a time of day' })

function toWall(text: string): Temporal.PlainDateTime | null {
  try {
    const wall = Temporal.PlainDateTime.from(text)
    return wall.year >= 1900 && wall.year < 2200 ? wall : null
  } catch {
    return null
  }
}

const rule = {
  service: z.string().min(1).max(200),
  staff: z.string().min(1).max(200).nullish().describe('Everything is done by this person.'),
  rrule: z
    .string()
    .min(1)
    .max(500)
    .describe('RFC 5545, with COUNT or UNTIL: FREQ=WEEKLY;INTERVAL=2;COUNT=6.'),
  dtstart: wallTime.describe('The first one, as the clocks of the business show it: 2026-12-01T10:00.'),
}
type RuleBody = { service: string; staff?: string | null | undefined; rrule: string; dtstart: string }

const { unknownService, ambiguousService, unknownStaff } = schedulingErrors
const { badRecurrence, seriesTooLong, seriesConflicts, unknownOccurrence } = schedulingErrors
const ruleErrors = [unknownService, ambiguousService, unknownStaff, badRecurrence, seriesTooLong]

/** Appointments by one rule: looked at first, then booked together. */
export function seriesBookingRoutes({ db, clock }: Platform, parts: SeriesBookingParts) {
  const { catalogue, customers } = parts
  return (app: HttpServer): void => {
    app.post('/api/v1/series/preview', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [...ruleErrors, customers.errors.unknown],
      },
      schema: {
        body: z.strictObject({ ...rule, customer: z.uuid().nullish() }),
        response: { 200: z.object({ conflicts: z.number(), occurrences: z.array(occurrenceShape) }) },
      },
      handler: async request => {
        const { body } = request
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const plan = await planFor(tx, body, body.customer ?? undefined)
          const found = await parts.previewSeries(tx, plan)
          if ('kind' in found) throw ruleProblem(found)
          const occurrences = presentOccurrences(found, { zone: plan.rule.zone, offer: parts.offerSlots })
          return { conflicts: occurrences.filter(({ conflict }) => conflict !== null).length, occurrences }
        })
      },
    })

    app.post('/api/v1/series', {
      config: {
        access: { kind: 'tenant', scope: 'write', reach: 'location' },
        errors: [
          ...ruleErrors,
          seriesConflicts,
          unknownOccurrence,
          schedulingErrors.invalidToken,
          schedulingErrors.slotExpired,
          customers.errors.unknown,
          customers.errors.badPhone,
        ],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          ...rule,
          customer: customerWish,
          attendee_name: z.string().trim().min(1).max(200).optional(),
          note: z.string().max(2000).nullish(),
          conflicts: z
            .enum(['refuse', 'skip'])
            .default('refuse')
            .describe('skip: without the dates that cannot be had; they are in the answer.'),
          chosen: z
            .array(z.strictObject({ starts_at: momentText, token: slotTokenText }))
            .max(200)
            .default([])
            .describe('Other times for some of the dates, by the start that the rule has.'),
        }),
        response: { 201: seriesWithAppointments.extend({ skipped: z.array(occurrenceShape) }) },
      },
      handler: async (request, reply) => {
        const { body } = request
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const customer = await customerFor(tx, customers, body.customer)
            const known = 'id' in customer.wish ? customer.wish.id : undefined
            const plan = await planFor(tx, body, known)
            const result = await parts.bookSeries(tx, {
              ...plan,
              customer: customer.wish,
              attendeeName: body.attendee_name ?? customer.name,
              note: body.note ?? null,
              conflicts: body.conflicts,
              chosen: body.chosen.flatMap(({ starts_at, token }) => {
                const start = momentOf(starts_at, plan.rule.zone)
                return start ? [{ start, token }] : []
              }),
              source: principal.via === 'session' ? 'staff' : 'api',
              callId: null,
              actor: principal.actor,
              // Repeated requests are the business of `Idempotency-Key`.
              idempotencyKey: `api:${newId<'series'>()}`,
            })
            const booked = requireBooked(result, plan)
            const skipped = presentOccurrences(booked.skipped, {
              zone: plan.rule.zone,
              offer: parts.offerSlots,
            })
            return { status: 201, body: { ...(await parts.findSeries(tx, booked.seriesId)), skipped } }
          }),
        )
        return reply.status(201).send(answer.body as never)
      },
    })
  }

  async function planFor(tx: Tx, body: RuleBody, customer: string | undefined): Promise<SeriesPlan> {
    const zone = await catalogue.readZone(tx)
    const dtstart = toWall(body.dtstart)
    if (!dtstart) throw new Error('The schema lets wall times through only.')
    return {
      rule: { rrule: body.rrule, dtstart: dtstart.with({ second: 0 }), zone },
      service: await serviceFor(tx, catalogue, body.service),
      staffId: body.staff ? await staffFor(tx, catalogue, body.staff) : null,
      holder: null,
      ...(await effectsFor(tx, customers, customer)),
    }
  }

  function requireBooked(
    result: SeriesResult,
    { rule: { zone } }: SeriesPlan,
  ): Extract<SeriesResult, { kind: 'booked' }> {
    switch (result.kind) {
      case 'booked':
        return result
      case 'conflicts':
        throw new AppError(seriesConflicts, undefined, {
          extensions: {
            occurrences: presentOccurrences(result.occurrences, { zone, offer: parts.offerSlots }),
          },
        })
      case 'unknown_occurrence':
        throw new AppError(unknownOccurrence, `The rule has no start at ${result.start}.`)
      case 'invalid_token':
      case 'expired':
        throw problemOf({ kind: result.kind })
      default:
        throw ruleProblem(result)
    }
  }
}
