import { z } from 'zod'
import type { BookingResult } from '../../scheduling/index.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { type CallerContact, checkContact } from './caller-contact.ts'
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

const NAME = 'book_appointment'

type Details = CallerContact & {
  readonly token: string
  readonly forSomeoneElse: boolean
  readonly note: string | null
}

export function bookAppointmentTool(parts: ToolParts): Tool {
  const { scheduling, calls, messaging } = parts
  return defineTool({
    name: NAME,
    description:
      'Books a slot. Only its answer "booked" means that there is an appointment; "requested": the place is kept until a person confirms it.',
    args: z.object({
      token: saidText('The token of the slot, exactly as find_slots gave it.', 600),
      name: saidText('First and last name of whoever comes.', 200),
      phone: saidText('A phone number, if the caller gave one; the calling number is known already.'),
      email: saidText('An e-mail address for the confirmation, if the caller wants one.'),
      for_someone_else: saidYes('true when the appointment is not for the caller.'),
      note: saidText(
        'What the business should know, in the caller’s words; also the answer to the service’s ask_note (such as a licence plate), which may stay unanswered.',
        2000,
      ),
    }),
    run: async (context, args) => {
      const { tx, call, lang } = context
      const sentences = sentencesOf(lang)
      const key = args.token === undefined ? null : scheduling.slotKeyOf(tx.tenantId, args.token)
      if (args.token === undefined || key === null)
        return { status: 'invalid_token', say: sentences.invalidToken }
      const details = await checkDetails(context, { ...args, token: args.token })
      if ('status' in details) return details
      const receiptKey = { callId: call.id, tool: NAME, key }
      const receipt = await findReceipt(tx, receiptKey)
      if (receipt?.entityId)
        return await repeatOrCorrect(context, details, { ...receiptKey, entityId: receipt.entityId })

      const result = await scheduling.bookAppointment(tx, {
        token: details.token,
        holder: `call:${call.id}`,
        idempotencyKey: `call:${call.id}:${key}`,
        customer: {
          name: details.name,
          phoneE164: details.phoneE164,
          email: details.email,
          language: context.lang,
          forSomeoneElse: details.forSomeoneElse,
        },
        attendeeName: details.name,
        source: 'phone',
        callId: call.id,
        note: details.note,
        actor: `call:${call.id}`,
      })
      if (result.kind !== 'booked') return refusalAnswer(result, lang)
      const answer = await bookedAnswer(context, result.appointmentId)
      await calls.linkCustomer(tx, call.id, result.customerId)
      await calls.recordFact(tx, { callId: call.id, kind: 'booked', entityId: result.appointmentId })
      await saveReceipt(tx, receiptKey, { answer, entityId: result.appointmentId, at: context.now })
      return answer
    },
  })

  async function checkDetails(
    context: ToolContext,
    args: {
      token: string
      name?: string | undefined
      phone?: string | undefined
      email?: string | undefined
      for_someone_else?: boolean | undefined
      note?: string | undefined
    },
  ): Promise<Details | ToolAnswer> {
    const contact = await checkContact(parts, context, args)
    if ('status' in contact) return contact
    const { token, for_someone_else, note } = args
    return { ...contact, token, forSomeoneElse: for_someone_else ?? false, note: note ?? null }
  }

  /** Asked again: the same answer. Asked with another name: the attendee is corrected and the answer says so. */
  async function repeatOrCorrect(
    context: ToolContext,
    details: Details,
    booked: { callId: typeof context.call.id; tool: string; key: string; entityId: string },
  ): Promise<ToolAnswer> {
    const appointmentId = booked.entityId as Extract<BookingResult, { kind: 'booked' }>['appointmentId']
    const actor = `call:${context.call.id}`
    const { name: attendeeName, email, note } = details
    await scheduling.correctAttendee(context.tx, { appointmentId, attendeeName, actor })
    await scheduling.completeContact(context.tx, { appointmentId, email, note, actor })
    const answer = await bookedAnswer(context, appointmentId)
    await saveReceipt(context.tx, booked, { answer, entityId: appointmentId, at: context.now })
    return answer
  }

  /** The sentence comes from the row as it was committed, not from what was asked for (failure 67). */
  async function bookedAnswer(
    { tx, lang }: ToolContext,
    appointmentId: Extract<BookingResult, { kind: 'booked' }>['appointmentId'],
  ): Promise<ToolAnswer> {
    const appointment = await scheduling.readAppointment(tx, appointmentId)
    if (!appointment) throw new Error('An appointment vanished from the transaction that made it.')
    const sentences = sentencesOf(lang)
    const slot = sentences.slot(appointment)
    const status = appointment.state === 'requested' ? 'requested' : 'booked'
    return {
      status,
      say: sentences[status]({
        service: appointment.service.name,
        slot,
        attendee: appointment.attendeeName,
        reference: appointment.reference,
        email: messaging.mail() === 'configured' ? appointment.contactEmail : null,
      }),
      reference: appointment.reference,
      spoken: slot,
      starts_at: appointment.startsAt.toString(),
      service: appointment.service.name,
    }
  }
}
