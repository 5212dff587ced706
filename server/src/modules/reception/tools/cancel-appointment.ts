import { z } from 'zod'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { AppointmentView } from '../../scheduling/index.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { confirmFee, feeHeard } from './fee-heard.ts'
import { askWhich, chooseOwn, notAllowedAnswer, ownAppointments } from './own-appointments.ts'
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

const NAME = 'cancel_appointment'

export function cancelAppointmentTool(parts: ToolParts): Tool {
  const { scheduling, calls } = parts
  return defineTool({
    name: NAME,
    description:
      'Cancels one of the caller’s own appointments, which is named even if there is only one. Only its answer "cancelled" means that it is cancelled.',
    args: z.object({
      reference: saidText('Its reference, as my_appointments gave it.', 40),
      description: saidText(
        'What the caller calls it: service and time in their words. Not needed with a reference.',
      ),
      confirmed: saidYes(
        'true once the caller has agreed to the fee that the answer "confirm" named, or that the only appointment is cancelled.',
      ),
    }),
    run: async (context, { reference, description, confirmed }) => {
      const { tx, call } = context
      const own = await ownAppointments(parts, context, 'cancel')
      if ('status' in own) return own
      const key = { callId: call.id, tool: NAME, key: `said/${reference ?? ''}/${description ?? ''}` }
      const repeated = await stillTrue(context, key)
      if (repeated) return repeated
      const chosen = await chooseNamed(context, own, { reference, description, confirmed })
      if ('status' in chosen) return chosen
      const fee = confirmed ? await feeHeard(context, { tool: NAME, appointmentId: chosen.id }) : null
      const result = await scheduling.cancelAppointment(tx, {
        appointmentId: chosen.id,
        actor: `call:${call.id}`,
        feeAgreed: fee,
      })
      switch (result.kind) {
        case 'cancelled': {
          const answer = cancelledAnswer(context, chosen)
          await calls.recordFact(tx, { callId: call.id, kind: 'cancelled', entityId: chosen.id })
          await saveReceipt(tx, key, { answer, entityId: chosen.id, at: context.now })
          return answer
        }
        case 'fee_due':
          return await confirmFee(context, { tool: NAME, appointment: chosen, terms: result.terms })
        case 'not_allowed':
          return await notAllowedAnswer(parts, context, result.terms)
        case 'unknown':
        case 'stale':
          return { status: 'none', say: sentencesOf(context.lang).noAppointments }
        default:
          return result satisfies never
      }
    },
  })

  /** Arguments of a wrong type are as good as none, and must not cancel the only appointment there is. */
  async function chooseNamed(
    context: ToolContext,
    own: readonly AppointmentView[],
    said: { reference: string | undefined; description: string | undefined; confirmed: boolean | undefined },
  ): Promise<AppointmentView | ToolAnswer> {
    const isNamed = said.reference !== undefined || said.description !== undefined || said.confirmed === true
    return isNamed || own.length === 0 ? await chooseOwn(parts, context, own, said) : askWhich(context, own)
  }

  /** Asked again in other or the same words: answered from the receipt, as long as it is cancelled. */
  async function stillTrue(
    { tx }: ToolContext,
    key: { callId: ToolContext['call']['id']; tool: string; key: string },
  ): Promise<ToolAnswer | null> {
    const receipt = await findReceipt(tx, key)
    if (!receipt?.entityId) return null
    const view = await scheduling.readAppointment(tx, receipt.entityId as AppointmentId)
    return view?.state === 'cancelled' ? receipt.answer : null
  }

  function cancelledAnswer(
    { lang }: ToolContext,
    view: { service: { name: string }; reference: string } & Parameters<
      ReturnType<typeof sentencesOf>['slot']
    >[0],
  ): ToolAnswer {
    const sentences = sentencesOf(lang)
    const slot = sentences.slot(view)
    return {
      status: 'cancelled',
      say: sentences.cancelled({ service: view.service.name, slot }),
      reference: view.reference,
      spoken: slot,
    }
  }
}
