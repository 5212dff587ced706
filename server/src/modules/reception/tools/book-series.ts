import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SeriesId } from '../../../platform/ids/ids.ts'
import {
  type Occurrence,
  type SeriesPlan,
  type SeriesResult,
  schedulingErrors,
} from '../../scheduling/index.ts'
import { findReceipt, saveReceipt } from '../receipts.ts'
import { checkContact } from './caller-contact.ts'
import { sentencesOf } from './sentences.ts'
import { seriesMeant } from './series-meant.ts'
import {
  defineTool,
  saidText,
  saidYes,
  type Tool,
  type ToolAnswer,
  type ToolContext,
  type ToolParts,
} from './tool.ts'

const NAME = 'book_series'

const args = z.object({
  service: saidText('What should be done, in the caller’s words.'),
  when: saidText(
    'The caller’s own words for day, time and how it repeats: "jeden zweiten Dienstag um zehn".',
  ),
  times: saidText('How many appointments, in the caller’s words.', 60),
  every: saidText('How many weeks apart, in the caller’s words, where "when" does not say it.', 60),
  staff: saidText('The person who should do all of them, if the caller named one.'),
  name: saidText('First and last name of the caller.', 200),
  phone: saidText('A phone number, if the caller gave one; the calling number is known already.'),
  email: saidText('An e-mail address for the confirmation, if the caller wants one.'),
  note: saidText('What the business should know, in the caller’s words.', 2000),
  confirmed: saidYes(
    'true once the caller has agreed to the dates that this tool named, and to go without those it could not give.',
  ),
})
type Args = z.infer<typeof args>

/** What would be booked, and by which name a second question finds it. */
type Wish = { readonly plan: SeriesPlan; readonly occurrences: readonly Occurrence[]; readonly key: string }

/** A series: first every date is read back with what stands against it, then it is booked with the caller's yes. */
export function bookSeriesTool(parts: ToolParts): Tool {
  const { scheduling, calls } = parts
  return defineTool({
    name: NAME,
    description:
      'Several appointments by one rule, such as every second Tuesday at ten, six times. Without "confirmed" it names the dates and books nothing; with it, and the same words, it books. Only its answer "booked" means that there are appointments.',
    args,
    run: async (context, said) => {
      const plan = await seriesMeant(parts, context, said)
      if ('status' in plan) return plan
      const occurrences = await scheduling.previewSeries(context.tx, plan)
      if ('kind' in occurrences) return refused(occurrences, context.lang)
      const wish: Wish = { plan, occurrences, key: keyOf(plan) }
      const booked = await findReceipt(context.tx, receiptKey(context, wish.key))
      if (booked) return booked.answer
      const heard = said.confirmed ? await wasHeard(context, wish) : false
      return heard ? await book(context, said, wish) : await readBack(context, wish)
    },
  })

  /** The dates, and what is not to be had; kept, so that a yes is one to exactly this. */
  async function readBack(context: ToolContext, { plan, occurrences, key }: Wish): Promise<ToolAnswer> {
    const { tx, lang } = context
    const sentences = sentencesOf(lang)
    const spoken = (chosen: readonly Occurrence[]): string[] =>
      chosen.map(({ start, slot }) =>
        sentences.slot({ startsAt: start, zone: plan.rule.zone, staff: slot?.staff ?? [] }),
      )
    const free = occurrences.filter(({ conflict }) => conflict === null)
    const missing = occurrences.filter(({ conflict }) => conflict !== null)
    await saveReceipt(tx, heardKey(context, key), {
      answer: { status: 'heard', say: '', missing: startsText(missing) },
      entityId: null,
      at: context.now,
    })
    if (free.length === 0) return { status: 'none_then', say: sentences.seriesNone, count: 0 }
    const facts = { service: plan.service.name, slots: spoken(free), missing: spoken(missing) }
    return {
      status: missing.length === 0 ? 'free' : 'conflicts',
      say: missing.length === 0 ? sentences.seriesFree(facts) : sentences.seriesConflicts(facts),
      count: free.length,
      first: facts.slots[0],
      missing: missing.slice(0, MOST_SHOWN).map(({ conflict }, index) => ({
        spoken: facts.missing[index],
        why: conflict,
      })),
    }
  }

  async function wasHeard(context: ToolContext, { occurrences, key }: Wish): Promise<boolean> {
    const heard = await findReceipt(context.tx, heardKey(context, key))
    const missing = occurrences.filter(({ conflict }) => conflict !== null)
    return heard?.answer.missing === startsText(missing) && missing.length < occurrences.length
  }

  async function book(context: ToolContext, said: Args, wish: Wish): Promise<ToolAnswer> {
    const { tx, call, lang } = context
    const contact = await checkContact(parts, context, said)
    if ('status' in contact) return contact
    const result = await scheduling.bookSeries(tx, {
      ...wish.plan,
      holder: `call:${call.id}`,
      idempotencyKey: `call:${call.id}:${wish.key}`,
      customer: { ...contact, language: lang, forSomeoneElse: false },
      attendeeName: contact.name,
      note: said.note ?? null,
      conflicts: wish.occurrences.some(({ conflict }) => conflict !== null) ? 'skip' : 'refuse',
      chosen: [],
      source: 'phone',
      callId: call.id,
      actor: `call:${call.id}`,
    })
    if (result.kind === 'conflicts') return await readBack(context, { ...wish, ...result })
    if (result.kind !== 'booked') return refused(result, lang)
    const answer = await bookedAnswer(context, result.seriesId)
    await saveReceipt(tx, receiptKey(context, wish.key), {
      answer,
      entityId: result.seriesId,
      at: context.now,
    })
    return answer
  }

  /** From the rows as they were committed (failure 67). */
  async function bookedAnswer({ tx, call, lang }: ToolContext, seriesId: SeriesId): Promise<ToolAnswer> {
    const views = await scheduling.appointmentsOfSeries(tx, seriesId)
    const [first] = views
    if (!first) throw new Error('A series that was booked has appointments.')
    await calls.linkCustomer(tx, call.id, first.customerId)
    for (const view of views)
      await calls.recordFact(tx, { callId: call.id, kind: 'booked', entityId: view.id })
    const sentences = sentencesOf(lang)
    const slots = views.map(view => sentences.slot(view))
    const facts = { service: first.service.name, slots, attendee: first.attendeeName }
    const isRequest = first.state === 'requested'
    return {
      status: isRequest ? 'requested' : 'booked',
      say: isRequest ? sentences.requestedSeries(facts) : sentences.bookedSeries(facts),
      count: views.length,
      appointments: views
        .slice(0, MOST_SHOWN)
        .map(({ reference }, index) => ({ reference, spoken: slots[index] })),
    }
  }
}

/** An answer stays short enough to be read. */
const MOST_SHOWN = 6

function keyOf({ rule, service, staffId }: SeriesPlan): string {
  const text = `${service.id} ${rule.rrule} ${rule.dtstart} ${staffId}`
  return createHash('sha256').update(text).digest('hex')
}

function receiptKey({ call }: ToolContext, key: string) {
  return { callId: call.id, tool: NAME, key }
}

function heardKey(context: ToolContext, key: string) {
  return receiptKey(context, `heard/${key}`)
}

function startsText(occurrences: readonly Occurrence[]): string {
  return occurrences.map(({ start }) => start.toString()).join(' ')
}

function refused(
  { kind }: { kind: Exclude<SeriesResult['kind'], 'booked' | 'conflicts'> },
  lang: ToolContext['lang'],
): ToolAnswer {
  switch (kind) {
    case 'too_long':
      return { status: 'ask', what: 'times', say: schedulingErrors.seriesTooLong.spoken[lang] }
    case 'bad_rule':
    case 'unknown_occurrence':
    case 'invalid_token':
    case 'expired':
      return { status: 'ask', what: 'every', say: schedulingErrors.badRecurrence.spoken[lang] }
    default:
      return kind satisfies never
  }
}
