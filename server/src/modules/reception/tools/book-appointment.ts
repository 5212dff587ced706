import { z } from 'zod'
import { emailAddress } from '../../../platform/i18n/email-address.ts'
import type { BookingResult } from '../../scheduling/index.ts'
import { knownSurroundings, refuseCallerName } from '../caller-name.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
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

type Details = {
  readonly token: string
  readonly name: string
  readonly phoneE164: string | null
  readonly email: string | null
  readonly forSomeoneElse: boolean
  readonly note: string | null
}

/** As people say and models write addresses: with spaces, in capitals. */
function usableEmail(said: string | undefined): string | null | 'unusable' {
  if (said === undefined) return null
  return emailAddress.safeParse(said.replaceAll(' ', '').toLowerCase()).data ?? 'unusable'
}

export function bookAppointmentTool(parts: ToolParts): Tool {
  const { scheduling, customers, calls, messaging } = parts
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

  /** What can be booked with, or what to ask. A nonsense name is asked again; a bad number falls back to the caller's. */
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
    const sentences = sentencesOf(context.lang)
    const name = customers.tidyName(args.name ?? '')
    if (name === '' || refuseCallerName(name, await knownSurroundings(parts, context), context.lang) !== null)
      return { status: 'ask', what: 'name', say: sentences.askName }
    const phoneE164 =
      (args.phone === undefined ? null : customers.parsePhone(args.phone)) ?? context.call.callerE164
    if (args.phone !== undefined && phoneE164 === null)
      return { status: 'ask', what: 'phone', say: sentences.askPhone }
    const email = usableEmail(args.email)
    if (email === 'unusable') return { status: 'ask', what: 'email', say: sentences.askEmail }
    return {
      token: args.token,
      name,
      phoneE164,
      email,
      forSomeoneElse: args.for_someone_else ?? false,
      note: args.note ?? null,
    }
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
