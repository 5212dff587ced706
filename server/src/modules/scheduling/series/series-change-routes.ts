import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { AppointmentId, SeriesId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { staffFor } from '../availability/availability-routes.ts'
import { schedulingErrors } from '../errors.ts'
import { slotTokenText } from '../refusal-problem.ts'
import type { SlotTokens } from '../slot.ts'
import type { createChangeSeries, SeriesChangeResult } from './change-series.ts'
import type { FindSeries } from './find-series.ts'
import type { ChangePlan, SeriesChangeWish, SeriesEdit } from './plan-change.ts'
import { changeItemShape, presentItems } from './present-change.ts'
import { ruleProblem, seriesWithAppointments } from './present-series.ts'
import type { createUndoSeries } from './undo-series.ts'

export type SeriesChangeParts = ReturnType<typeof createChangeSeries> & {
  readonly catalogue: Catalogue
  readonly offerSlots: SlotTokens['offer']
  readonly findSeries: FindSeries
  readonly undoSeries: ReturnType<typeof createUndoSeries>
}

const { unknownSeries, unknownAppointment, unknownStaff, badRecurrence } = schedulingErrors
const { seriesConflicts, seriesOver, nothingToUndo, placeTaken } = schedulingErrors
const changeErrors = [
  unknownSeries,
  unknownAppointment,
  platformErrors.staleVersion,
  badRecurrence,
  unknownStaff,
  seriesConflicts,
  seriesOver,
]
const text = z.string().trim().min(1).max(500)
const version = z.number().int().nullish().describe('Refuses when the series has another by now.')
const common = {
  scope: z.enum(['this', 'following', 'all']).describe('all: those that are still to come.'),
  appointment_id: z.uuid().nullish().describe('The one meant, or from which on; not needed for all.'),
  dry_run: z.boolean().default(false).describe('Says what it would do, and does nothing.'),
  conflicts: z.enum(['refuse', 'skip']).default('refuse').describe('skip: those that conflict stay.'),
  reason: text.nullish(),
  version,
  fee_agreed: z.number().int().min(0).nullish().describe('The fee agreed to for each, in the minor unit.'),
  override: text.nullish().describe('Why the rules do not count this once. Kept with each change.'),
}
const move = z
  .strictObject({
    ...common,
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullish()
      .describe('The new time of day.'),
    weekday: z.number().int().min(1).max(7).nullish().describe('The new day of the same week; 1 is Monday.'),
    staff: z.string().min(1).max(200).nullish(),
    chosen: z
      .array(z.strictObject({ appointment_id: z.uuid(), token: slotTokenText }))
      .max(200)
      .default([]),
  })
  .refine(({ time, weekday, staff }) => Boolean(time ?? weekday ?? staff), {
    error: 'name a time, a weekday or somebody',
  })
const cancel = z.strictObject(common)
const changeShape = z.object({
  committed: z.boolean(),
  items: z.array(changeItemShape),
  series: seriesWithAppointments,
})
type Body = z.infer<typeof cancel>

/** Changing several appointments of a series at once. Each answers with the series as it is then. */
export function seriesChangeRoutes({ db, clock }: Platform, parts: SeriesChangeParts) {
  return (app: HttpServer): void => {
    const route = <T extends z.ZodType<Body>>(
      action: 'move' | 'cancel',
      body: T,
      editOf: (tx: Tx, body: z.infer<T>) => Promise<Pick<SeriesChangeWish, 'edit' | 'chosen'>>,
    ): void => {
      app.post(`/api/v1/series/:id/${action}`, {
        config: {
          access: { kind: 'tenant', scope: 'write', reach: 'location' },
          errors: changeErrors,
        },
        schema: {
          params: z.object({ id: z.uuid() }),
          headers: idempotencyHeaders,
          body,
          response: { 200: changeShape },
        },
        handler: async (request, reply) => {
          const { tenantId, actor } = principalOf(request)
          const given = request.body as z.infer<T>
          const seriesId = (request.params as { id: string }).id as SeriesId
          const answer = await db.inTenant(tenantId, tx =>
            onceForKey(tx, { request, reply, clock }, async () => {
              const wish = { ...wishOf(given, { seriesId, actor }), ...(await editOf(tx, given)) }
              const run = given.dry_run ? parts.previewChange : parts.changeSeries
              return { status: 200, body: await answerOf(tx, wish, await run(tx, wish)) }
            }),
          )
          return reply.status(200).send(answer.body as never)
        },
      })
    }

    route('move', move, async (tx, body) => ({ edit: await moveOf(tx, body), chosen: chosenOf(body) }))
    route('cancel', cancel, async () => ({ edit: { kind: 'cancel' }, chosen: [] }))

    app.post('/api/v1/series/:id/undo', {
      config: {
        access: { kind: 'tenant', scope: 'write', reach: 'location' },
        errors: [unknownSeries, platformErrors.staleVersion, nothingToUndo, placeTaken],
      },
      schema: {
        params: z.object({ id: z.uuid() }),
        headers: idempotencyHeaders,
        body: z.strictObject({ reason: text.nullish(), version }).nullish(),
        response: { 200: seriesWithAppointments },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const seriesId = request.params.id as SeriesId
        const { reason = null, version = null } = request.body ?? {}
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const result = await parts.undoSeries(tx, { seriesId, actor, reason, version })
            if (result.kind !== 'undone') throw new AppError(UNDO_PROBLEMS[result.kind])
            return { status: 200, body: await parts.findSeries(tx, seriesId) }
          }),
        )
        return reply.status(200).send(answer.body as never)
      },
    })
  }

  async function moveOf(tx: Tx, body: z.infer<typeof move>): Promise<SeriesEdit> {
    return {
      kind: 'move',
      time: body.time ? Temporal.PlainTime.from(body.time) : null,
      weekday: body.weekday ?? null,
      staffId: body.staff ? await staffFor(tx, parts.catalogue, body.staff) : null,
    }
  }

  async function answerOf(
    tx: Tx,
    wish: SeriesChangeWish,
    result: SeriesChangeResult | ChangePlan,
  ): Promise<z.infer<typeof changeShape>> {
    const presented = (of: { items: Parameters<typeof presentItems>[0] }) =>
      presentItems(of.items, { wish, offer: parts.offerSlots, changed: null })
    switch (result.kind) {
      case 'planned':
        return {
          committed: false,
          items: presented(result),
          series: await parts.findSeries(tx, wish.seriesId),
        }
      case 'changed': {
        const { changed } = result
        const items = presentItems(result.items, { wish, offer: parts.offerSlots, changed })
        return { committed: true, items, series: await parts.findSeries(tx, wish.seriesId) }
      }
      case 'conflicts':
        throw new AppError(seriesConflicts, undefined, { extensions: { items: presented(result) } })
      case 'bad_rule':
      case 'too_long':
        throw ruleProblem(result)
      default:
        throw new AppError(CHANGE_PROBLEMS[result.kind])
    }
  }
}

const CHANGE_PROBLEMS = {
  unknown: unknownSeries,
  stale: platformErrors.staleVersion,
  unknown_appointment: unknownAppointment,
  over: seriesOver,
} as const

const UNDO_PROBLEMS = {
  unknown: unknownSeries,
  stale: platformErrors.staleVersion,
  nothing_to_undo: nothingToUndo,
  place_taken: placeTaken,
} as const

function wishOf(
  body: Body,
  { seriesId, actor }: { seriesId: SeriesId; actor: string },
): Omit<SeriesChangeWish, 'edit' | 'chosen'> {
  return {
    seriesId,
    actor,
    scope: body.scope,
    appointmentId: (body.appointment_id ?? null) as AppointmentId | null,
    reason: body.reason ?? null,
    version: body.version ?? null,
    conflicts: body.conflicts,
    feeAgreed: body.fee_agreed ?? null,
    override: body.override ?? null,
  }
}

function chosenOf(body: z.infer<typeof move>): SeriesChangeWish['chosen'] {
  return body.chosen.map(one => ({ appointmentId: one.appointment_id as AppointmentId, token: one.token }))
}
