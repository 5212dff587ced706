import { z } from 'zod'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { AppointmentView, MoveResult } from '../../scheduling/index.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { confirmFee, feeHeard } from './fee-heard.ts'
import { chooseOwn, notAllowedAnswer, ownAppointments } from './own-appointments.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { sentencesOf } from './sentences.ts'
import {
  defineTool,
  saidText,
  saidYes,
  type Tool,
  type ToolAnswer,
  type ToolContext,
  type ToolParts,
} from './tool.ts'

const NAME = 'move_appointment'

export function moveAppointmentTool(parts: ToolParts): Tool {
  const { scheduling, calls } = parts
  return defineTool({
    name: NAME,
    description:
      'Moves one of the caller’s own appointments to a slot of the same service. Only its answer "moved" means that it is moved.',
    args: z.object({
      reference: saidText('Its reference, as my_appointments gave it.', 40),
      description: saidText(
        'What the caller calls it: service and time in their words. Not needed with a reference.',
      ),
      token: saidText('The token of the new slot, exactly as find_slots gave it.', 600),
      confirmed: saidYes('true once the caller has agreed to the fee that the answer "confirm" named.'),
    }),
    run: async (context, { reference, description, token, confirmed }) => {
      const { tx, call, lang } = context
      const own = await ownAppointments(parts, context, 'move')
      if ('status' in own) return own
      const slotKey = token === undefined ? null : scheduling.slotKeyOf(tx.tenantId, token)
      if (token === undefined || slotKey === null)
        return { status: 'invalid_token', say: sentencesOf(lang).invalidToken }
      const said = `said/${reference ?? ''}/${description ?? ''}/${slotKey}`
      const key = { callId: call.id, tool: NAME, key: said }
      const repeated = await stillThere(context, { ...key, start: scheduling.slotStart(tx.tenantId, token) })
      if (repeated) return repeated
      const chosen = await chooseOwn(parts, context, own, { reference, description })
      if ('status' in chosen) return chosen
      return await move(context, { chosen, token, confirmed, key })
    },
  })

  async function move(
    context: ToolContext,
    {
      chosen,
      token,
      confirmed,
      key,
    }: {
      chosen: AppointmentView
      token: string
      confirmed: boolean | undefined
      key: { callId: ToolContext['call']['id']; tool: string; key: string }
    },
  ): Promise<ToolAnswer> {
    const { tx, call } = context
    const feeAgreed = confirmed ? await feeHeard(context, { tool: NAME, appointmentId: chosen.id }) : null
    const result = await scheduling.moveAppointment(tx, {
      appointmentId: chosen.id,
      token,
      holder: `call:${call.id}`,
      actor: `call:${call.id}`,
      feeAgreed,
    })
    if (result.kind !== 'moved') return await refused(context, chosen, result)
    const answer = await movedAnswer(context, chosen.id)
    await calls.recordFact(tx, { callId: call.id, kind: 'moved', entityId: chosen.id })
    await saveReceipt(tx, key, { answer, entityId: chosen.id, at: context.now })
    return answer
  }

  /** Asked again: answered from the receipt, as long as it is still where that says. */
  async function stillThere(
    { tx }: ToolContext,
    key: { callId: ToolContext['call']['id']; tool: string; key: string; start: number | null },
  ): Promise<ToolAnswer | null> {
    const receipt = await findReceipt(tx, key)
    if (!receipt?.entityId) return null
    const view = await scheduling.readAppointment(tx, receipt.entityId as AppointmentId)
    const isThere = view?.state !== 'cancelled' && view?.startsAt.epochMilliseconds === key.start
    return isThere ? receipt.answer : null
  }

  async function refused(
    context: ToolContext,
    appointment: AppointmentView,
    result: Exclude<MoveResult, { kind: 'moved' }>,
  ): Promise<ToolAnswer> {
    const sentences = sentencesOf(context.lang)
    switch (result.kind) {
      case 'other_service':
        return { status: 'ask', what: 'time', say: sentences.otherService(appointment.service.name) }
      case 'fee_due':
        return await confirmFee(context, { tool: NAME, appointment, terms: result.terms })
      case 'not_allowed':
        return await notAllowedAnswer(parts, context, result.terms)
      case 'unknown':
      case 'stale':
        return { status: 'none', say: sentences.noAppointments }
      default:
        return refusalAnswer(result, context.lang)
    }
  }

  /** From the row as it was committed, not from what was asked for (failure 67). */
  async function movedAnswer({ tx, lang }: ToolContext, id: AppointmentId): Promise<ToolAnswer> {
    const view = await scheduling.readAppointment(tx, id)
    if (!view) throw new Error('An appointment vanished from the transaction that moved it.')
    const sentences = sentencesOf(lang)
    const slot = sentences.slot(view)
    return {
      status: 'moved',
      say: sentences.moved({ service: view.service.name, slot }),
      reference: view.reference,
      spoken: slot,
      starts_at: view.startsAt.toString(),
    }
  }
}
