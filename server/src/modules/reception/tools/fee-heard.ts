import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { AppointmentView, ChangeTerms } from '../../scheduling/index.ts'
import { spokenPrice } from '../domain/speech/spoken-price.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

/** Names the fee, and remembers that it was named: a model that says "confirmed" at once has confirmed nothing. */
export async function confirmFee(
  context: ToolContext,
  asked: { tool: string; appointment: AppointmentView; terms: ChangeTerms },
): Promise<ToolAnswer> {
  const { appointment, terms, tool } = asked
  const { minor, currency } = terms.fee ?? { minor: 0, currency: appointment.service.currency }
  const sentences = sentencesOf(context.lang)
  const answer = {
    status: 'confirm',
    say: sentences.confirmFee({
      kind: terms.kind,
      service: appointment.service.name,
      slot: sentences.slot(appointment),
      fee: spokenPrice(minor, currency, context.lang),
    }),
    reference: appointment.reference,
    fee: { minor, currency },
    policy: { why: terms.why, verdict: terms.verdict },
  }
  const key = { callId: context.call.id, tool, key: `fee/${appointment.id}` }
  await saveReceipt(context.tx, key, { answer, entityId: null, at: context.now })
  return answer
}

/** The fee that the caller was told of in this call, in the minor unit; null: none yet. */
export async function feeHeard(
  { tx, call }: ToolContext,
  asked: { tool: string; appointmentId: AppointmentId },
): Promise<number | null> {
  const receipt = await findReceipt(tx, {
    callId: call.id,
    tool: asked.tool,
    key: `fee/${asked.appointmentId}`,
  })
  const fee = receipt?.answer.fee
  return typeof fee === 'object' && fee !== null && 'minor' in fee && typeof fee.minor === 'number'
    ? fee.minor
    : null
}
