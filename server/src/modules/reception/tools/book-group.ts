import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Service } from '../../catalogue/index.ts'
import type { FreeSlot, GroupResult } from '../../scheduling/index.ts'
import { pickOffers } from '../domain/offers/pick-offers.ts'
import { anyTime, daysOf, isWanted } from '../domain/offers/wanted-time.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { checkContact } from './caller-contact.ts'
import { chooseService, chooseStaff } from './choose.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { resolveWhen } from './resolve-when.ts'
import { sentencesOf } from './sentences.ts'
import {
  defineTool,
  saidList,
  saidText,
  type Tool,
  type ToolAnswer,
  type ToolContext,
  type ToolParts,
} from './tool.ts'

const NAME = 'book_group'
const MOST_SERVICES = 3
const MOST_VISITS = 200

const args = z.object({
  services: saidList(
    'Several services in one visit, in the caller’s words; the same one twice for two people.',
    /,|;|\+| und | and /i,
  ),
  when: saidText('The caller’s own words for day and time.'),
  staff: saidText('The person who should do everything, if they named one.'),
  tokens: saidList(
    'All tokens of the visit the caller chose, exactly as this tool gave them.',
    /[\s,;]+/,
    600,
  ),
  name: saidText('First and last name of the caller.', 200),
  names: saidList('Who comes, in the order of the tokens, when these are different people.', /,|;/, 200),
  phone: saidText('A phone number, if the caller gave one; the calling number is known already.'),
  email: saidText('An e-mail address for the confirmations, if the caller wants one.'),
  note: saidText('What the business should know, in the caller’s words.', 2000),
})
type Args = z.infer<typeof args>

/** Several services in one visit: without tokens it finds visits, with them it books all of one or nothing. */
export function bookGroupTool(parts: ToolParts): Tool {
  const { scheduling, catalogue, calls } = parts
  return defineTool({
    name: NAME,
    description:
      'Several services in one visit, or several people one after the other. Without tokens it finds visits; with the tokens of one it books all of them or none. Only its answer "booked" means that there are appointments.',
    args,
    run: async (context, said) =>
      (said.tokens ?? []).length > 0
        ? await book(context, said, said.tokens ?? [])
        : await find(context, said),
  })

  async function find(context: ToolContext, said: Args): Promise<ToolAnswer> {
    const { tx, call, tenant, lang } = context
    const wish = await understood(context, said)
    if ('status' in wish) return wish
    const { opening } = context.known
    const when = resolveWhen(catalogue, context, { phrase: said.when ?? '', opening })
    if ('status' in when) return when
    const wanted = when.wanted ?? anyTime({ now: context.now.epochMilliseconds, zone: tenant.timeZone })
    const days = daysOf(wanted, tenant.timeZone)
    const visits = await scheduling.findVisits(tx, {
      ...wish,
      from: Temporal.Instant.fromEpochMilliseconds(days.start),
      to: Temporal.Instant.fromEpochMilliseconds(days.end),
      limit: MOST_VISITS,
      holder: `call:${call.id}`,
    })
    const fitting = visits.filter(([slot]) => isWanted(slot?.start ?? 0, wanted, tenant.timeZone))
    return offered(fitting, lang)
  }

  async function understood(context: ToolContext, said: Args) {
    const services: Service[] = []
    for (const words of (said.services ?? []).slice(0, MOST_SERVICES)) {
      const service = await chooseService(parts, context, words)
      if ('status' in service) return service
      services.push(service)
    }
    const [first] = services
    if (!first)
      return { status: 'ask', what: 'service', say: sentencesOf(context.lang).askService([]), candidates: [] }
    const staff = await chooseStaff(parts, context, { service: first, wanted: said.staff })
    if (staff !== null && 'status' in staff) return staff
    return { services, ...(staff === null ? {} : { staffId: staff.id }) }
  }

  function offered(visits: ReadonlyArray<readonly FreeSlot[]>, lang: ToolContext['lang']): ToolAnswer {
    const byFirst = new Map(visits.flatMap(visit => (visit[0] ? [[visit[0], visit] as const] : [])))
    const firsts = pickOffers([...byFirst.keys()])
    const sentences = sentencesOf(lang)
    if (firsts.length === 0) return { status: 'none_then', say: sentences.instead([]), visits: [] }
    return {
      status: 'free',
      say: sentences.free(firsts),
      visits: firsts.map(first => {
        const slots = scheduling.offerSlots(byFirst.get(first) ?? [])
        return {
          tokens: slots.map(slot => slot.token),
          spoken: sentences.slot(first),
          services: slots.map(slot => slot.service.name),
        }
      }),
    }
  }

  async function book(context: ToolContext, said: Args, tokens: readonly string[]): Promise<ToolAnswer> {
    const { tx, call, lang } = context
    const sentences = sentencesOf(lang)
    const keys = tokens.map(token => scheduling.slotKeyOf(tx.tenantId, token))
    if (keys.includes(null)) return { status: 'invalid_token', say: sentences.invalidToken }
    const contact = await checkContact(parts, context, said)
    if ('status' in contact) return contact
    const key = createHash('sha256').update(keys.join(' ')).digest('hex')
    const receiptKey = { callId: call.id, tool: NAME, key }
    const receipt = await findReceipt(tx, receiptKey)
    if (receipt) return receipt.answer
    const result = await scheduling.bookGroup(tx, {
      items: tokens.map((token, index) => ({
        token,
        attendeeName: said.names?.[index] ?? contact.name,
        note: said.note ?? null,
      })),
      holder: `call:${call.id}`,
      idempotencyKey: `call:${call.id}:${key}`,
      customer: { ...contact, language: lang, forSomeoneElse: false },
      source: 'phone',
      callId: call.id,
      actor: `call:${call.id}`,
    })
    if (result.kind === 'refused') return { ...refusalAnswer(result.why, lang), item: result.item }
    const answer = await bookedAnswer(context, result)
    await saveReceipt(tx, receiptKey, { answer, entityId: result.groupId, at: context.now })
    return answer
  }

  /** From the rows as they were committed (failure 67). */
  async function bookedAnswer(
    { tx, call, lang }: ToolContext,
    { groupId }: Extract<GroupResult, { kind: 'booked' }>,
  ): Promise<ToolAnswer> {
    const views = await scheduling.appointmentsOfGroup(tx, groupId)
    for (const view of views) {
      await calls.linkCustomer(tx, call.id, view.customerId)
      await calls.recordFact(tx, { callId: call.id, kind: 'booked', entityId: view.id })
    }
    const sentences = sentencesOf(lang)
    const appointments = views.map(view => ({
      reference: view.reference,
      service: view.service.name,
      attendee: view.attendeeName,
      spoken: sentences.slot(view),
    }))
    return {
      status: 'booked',
      say: sentences.bookedTogether(appointments.map(({ service, spoken }) => ({ service, slot: spoken }))),
      appointments,
    }
  }
}
