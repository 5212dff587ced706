import { z } from 'zod'
import { type JoinResult, schedulingErrors } from '../../scheduling/index.ts'
import { anyTime } from '../domain/offers/wanted-time.ts'
import { wantedWindows } from '../domain/offers/wanted-windows.ts'
import { saveReceipt } from '../receipts.ts'
import { checkContact } from './caller-contact.ts'
import { chooseService, chooseStaff } from './choose.ts'
import { hoursOfService } from './hours-of-service.ts'
import { resolveWhen } from './resolve-when.ts'
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

const NAME = 'join_waitlist'

export function joinWaitlistTool(parts: ToolParts): Tool {
  const { scheduling, catalogue, calls } = parts
  return defineTool({
    name: NAME,
    description:
      'Puts the caller on the waiting list when nothing that suits them is free. Only its answer "joined" means that they are on it.',
    args: z.object({
      service: saidText('The service, in the caller’s words or as list_services names it.'),
      window: saidText(
        'When it would suit them, in the caller’s own words, such as "nächste Woche vormittags".',
      ),
      staff: saidText('The person they want to come to, if they named one.'),
      name: saidText('First and last name of whoever comes.', 200),
      phone: saidText('A phone number, if it is not the one they call from.'),
      email: saidText('An e-mail address for the offer, if the caller wants one.'),
      for_someone_else: saidYes('true when the appointment is not for the caller.'),
      note: saidText('What the business should know, in the caller’s words.', 2000),
    }),
    run: async (context, args) => {
      const { tx, call, lang } = context
      const wish = await understood(context, args)
      if ('status' in wish) return wish
      const { service, staffIds, windows } = wish
      const contact = await checkContact(parts, context, args)
      if ('status' in contact) return contact
      if (contact.phoneE164 === null && contact.email === null)
        return { status: 'ask', what: 'phone', say: sentencesOf(lang).askNumberToReach }
      const joined = await scheduling.joinWaitlist(tx, {
        serviceId: service.id,
        windows,
        staffIds,
        customer: { ...contact, language: lang, forSomeoneElse: args.for_someone_else ?? false },
        attendeeName: contact.name,
        note: args.note ?? null,
        source: 'phone',
        callId: call.id,
        actor: `call:${call.id}`,
        idempotencyKey: `call:${call.id}:${service.id}`,
      })
      if (joined.kind !== 'joined') return refused(joined, context)
      if (joined.customerId !== null) await calls.linkCustomer(tx, call.id, joined.customerId)
      await calls.recordFact(tx, { callId: call.id, kind: 'waitlist', entityId: joined.entryId })
      const answer = await joinedAnswer(context, joined.entryId)
      const receipt = { callId: call.id, tool: NAME, key: service.id }
      await saveReceipt(tx, receipt, { answer, entityId: joined.entryId, at: context.now })
      return answer
    },
  })

  /** What is waited for, with whom and when; or what to ask. */
  async function understood(
    context: ToolContext,
    said: { service?: string | undefined; staff?: string | undefined; window?: string | undefined },
  ) {
    const { tenant, now } = context
    const service = await chooseService(parts, context, said.service)
    if ('status' in service) return service
    const staff = await chooseStaff(parts, context, { service, wanted: said.staff })
    if (staff !== null && 'status' in staff) return staff
    const { hours } = await hoursOfService(parts, context, service)
    const when = resolveWhen(catalogue, context, { phrase: said.window ?? '', opening: hours })
    if ('status' in when) return when
    const wanted = when.wanted ?? anyTime({ now: now.epochMilliseconds, zone: tenant.timeZone })
    return {
      service,
      staffIds: staff === null ? [] : [staff.id],
      windows: wantedWindows(wanted, tenant.timeZone),
    }
  }

  /** From the row as it was committed, not from what was asked for (failure 67). */
  async function joinedAnswer(
    { tx, lang }: ToolContext,
    entryId: Extract<JoinResult, { kind: 'joined' }>['entryId'],
  ): Promise<ToolAnswer> {
    const entry = await scheduling.readWaitlistEntry(tx, entryId)
    if (!entry) throw new Error('An entry vanished from the transaction that made it.')
    const byEmail = entry.contactEmail !== null && parts.messaging.mail() === 'configured'
    return {
      status: 'joined',
      say: sentencesOf(lang).joinedWaitlist({
        service: entry.service.name,
        staff: entry.staff.map(person => person.name),
        attendee: entry.attendeeName,
        by: byEmail ? 'email' : 'phone',
      }),
      service: entry.service.name,
      until: entry.windows.at(-1)?.ends_at,
    }
  }
}

const PROBLEMS = {
  past: 'startPassed',
  beyond_horizon: 'beyondHorizon',
  service_gone: 'serviceGone',
} as const

function refused(result: Exclude<JoinResult, { kind: 'joined' }>, { lang }: ToolContext): ToolAnswer {
  switch (result.kind) {
    case 'past':
    case 'beyond_horizon':
      return { status: 'ask', what: 'window', say: schedulingErrors[PROBLEMS[result.kind]].spoken[lang] }
    case 'service_gone':
      return { status: 'ask', what: 'service', say: schedulingErrors[PROBLEMS[result.kind]].spoken[lang] }
    case 'unknown_staff':
      return { status: 'ask', what: 'staff', say: sentencesOf(lang).askService([]) }
    default:
      return result satisfies never
  }
}
