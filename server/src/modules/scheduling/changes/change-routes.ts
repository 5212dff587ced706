import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { schedulingErrors } from '../errors.ts'
import { appointmentShape, presentTerms } from '../present-appointment.ts'
import type { PresentAppointments } from '../present-with-customers.ts'
import { problemOf, slotProblems, slotTokenText } from '../refusal-problem.ts'
import { readAppointment } from '../views.ts'
import type { CancelResult, createCancelAppointment } from './cancel-appointment.ts'
import type { ChangeWish } from './change-appointment.ts'
import type { createMoveAppointment, MoveResult } from './move-appointment.ts'
import type { createSettleAppointment, SettleResult } from './settle-appointment.ts'
import type { createUndoChange, UndoResult } from './undo-change.ts'

const { unknownAppointment, feeDue, notAllowed, wrongState, nothingToUndo, placeTaken } = schedulingErrors
const text = z.string().trim().min(1).max(500)
const version = z.number().int().nullish().describe('Refuses when the appointment has another by now.')
const reason = text.nullish()
const byPolicy = {
  reason,
  version,
  fee_agreed: z.number().int().min(0).nullish().describe('The fee agreed to, in the minor unit.'),
  override: text.nullish().describe('Why the rules do not count this once. Kept with the change.'),
}
const plain = z.strictObject({ reason, version }).nullish()

export type ChangeParts = {
  readonly present: PresentAppointments
  readonly moveAppointment: ReturnType<typeof createMoveAppointment>
  readonly cancelAppointment: ReturnType<typeof createCancelAppointment>
  readonly settleAppointment: ReturnType<typeof createSettleAppointment>
  readonly undoChange: ReturnType<typeof createUndoChange>
}

type Body = { reason?: string | null | undefined; version?: number | null | undefined }

/** Changing appointments. Each answers with the appointment as it is then. */
export function changeRoutes({ db, clock }: Platform, parts: ChangeParts) {
  return (app: HttpServer): void => {
    const route = <T extends z.ZodType>(
      action: string,
      body: T,
      errors: ReadonlyArray<(typeof schedulingErrors)[keyof typeof schedulingErrors]>,
      change: (tx: Tx, wish: ChangeWish, body: z.infer<T>) => Promise<void>,
    ): void => {
      app.post(`/api/v1/appointments/:id/${action}`, {
        config: {
          access: { kind: 'tenant', scope: 'write', reach: 'location' },
          errors: [unknownAppointment, platformErrors.staleVersion, ...errors],
        },
        schema: {
          params: z.object({ id: z.uuid() }),
          headers: idempotencyHeaders,
          body,
          response: { 200: appointmentShape },
        },
        handler: async (request, reply) => {
          const { tenantId, actor } = principalOf(request)
          const appointmentId = (request.params as { id: string }).id as AppointmentId
          const given = (request.body ?? {}) as Body
          const wish = { appointmentId, actor, reason: given.reason ?? null, version: given.version ?? null }
          const answer = await db.inTenant(tenantId, tx =>
            onceForKey(tx, { request, reply, clock }, async () => {
              await change(tx, wish, request.body as z.infer<T>)
              return { status: 200, body: await parts.present.byId(tx, appointmentId) }
            }),
          )
          return reply.status(200).send(answer.body as z.infer<typeof appointmentShape>)
        },
      })
    }

    const move = z.strictObject({ token: slotTokenText, ...byPolicy })
    const lost = [...slotProblems, schedulingErrors.otherService, feeDue, notAllowed]
    route('move', move, lost, async (tx, wish, body) => {
      const wished = { ...wish, token: body.token, holder: null, ...policyOf(body) }
      await requireMoved(tx, await parts.moveAppointment(tx, wished), wish.appointmentId)
    })
    route('cancel', z.strictObject(byPolicy).nullish(), [feeDue, notAllowed], async (tx, wish, body) => {
      const result = await parts.cancelAppointment(tx, { ...wish, ...policyOf(body ?? {}) })
      await requireCancelled(tx, result, wish.appointmentId)
    })
    const outcome = z.strictObject({ state: z.enum(['checked_in', 'completed', 'no_show']), reason, version })
    route('outcome', outcome, [wrongState], async (tx, wish, body) =>
      requireSettled(await parts.settleAppointment(tx, { ...wish, to: body.state })),
    )
    route('confirm', plain, [wrongState], async (tx, wish) =>
      requireSettled(await parts.settleAppointment(tx, { ...wish, to: 'confirmed' })),
    )
    route('decline', plain, [wrongState], async (tx, wish) =>
      requireSettled(await parts.settleAppointment(tx, { ...wish, to: 'declined' })),
    )
    route('undo', plain, [nothingToUndo, placeTaken], async (tx, wish) =>
      requireUndone(await parts.undoChange(tx, wish)),
    )
  }
}

function policyOf(body: { fee_agreed?: number | null | undefined; override?: string | null | undefined }) {
  return { feeAgreed: body.fee_agreed ?? null, override: body.override ?? null }
}

async function requireMoved(tx: Tx, result: MoveResult, id: AppointmentId): Promise<void> {
  switch (result.kind) {
    case 'moved':
      return
    case 'other_service':
      throw new AppError(schedulingErrors.otherService)
    case 'unknown':
    case 'stale':
    case 'fee_due':
    case 'not_allowed':
      return await requireCancelled(tx, result, id)
    default:
      throw problemOf(result)
  }
}

async function requireCancelled(tx: Tx, result: CancelResult, id: AppointmentId): Promise<void> {
  switch (result.kind) {
    case 'cancelled':
      return
    case 'unknown':
    case 'stale':
      throw missing(result.kind)
    case 'fee_due':
    case 'not_allowed': {
      const view = await readAppointment(tx, id)
      if (!view) throw missing('unknown')
      const terms = presentTerms(result.terms, view)
      throw new AppError(result.kind === 'fee_due' ? feeDue : notAllowed, terms.sentence.en ?? undefined, {
        extensions: { terms },
      })
    }
    default:
      return result satisfies never
  }
}

function requireSettled(result: SettleResult): void {
  switch (result.kind) {
    case 'settled':
      return
    case 'wrong_state':
      throw new AppError(wrongState, `The appointment is ${result.state}.`)
    default:
      throw missing(result.kind)
  }
}

function requireUndone(result: UndoResult): void {
  switch (result.kind) {
    case 'undone':
      return
    case 'nothing_to_undo':
      throw new AppError(nothingToUndo)
    case 'place_taken':
      throw new AppError(placeTaken)
    default:
      throw missing(result.kind)
  }
}

function missing(kind: 'unknown' | 'stale'): AppError {
  return new AppError(kind === 'unknown' ? unknownAppointment : platformErrors.staleVersion)
}
