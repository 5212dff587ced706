import { z } from 'zod'
import type { Language } from '../../../platform/i18n/language.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import type { FreeSlot } from '../../scheduling/index.ts'
import { nearestTo, pickOffers } from '../domain/offers/pick-offers.ts'
import { anyTime, daysOf, isWanted } from '../domain/offers/wanted-time.ts'
import { chooseService, chooseStaff } from './choose.ts'
import { hoursOfService } from './hours-of-service.ts'
import { ownByReference } from './own-appointments.ts'
import { resolveWhen } from './resolve-when.ts'
import { spokenSlots } from './say-slot.ts'
import { createSlotSearch, type SlotWish } from './search-slots.ts'
import { sentencesOf } from './sentences.ts'
import { tooSoonOrFar } from './too-soon-or-far.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tool.ts'

const ALTERNATIVE_DAYS = 21

export function findSlotsTool(parts: ToolParts): Tool {
  const { scheduling, catalogue } = parts
  const { search, searchFirst, searchWish } = createSlotSearch(parts)
  return defineTool({
    name: 'find_slots',
    description:
      'Free times for a service. Pass the caller’s own words for the time; never a date you worked out yourself.',
    args: z.object({
      service: saidText('The service, in the caller’s words or as list_services names it.'),
      when: saidText(
        'The caller’s own words for day and time, such as "nächsten Dienstag Vormittag". Leave out if they named none.',
      ),
      staff: saidText('The person they want to come to, if they named one.'),
      part_of_day: saidText(
        'morgens, vormittags, mittags, nachmittags or abends, if said apart from the day.',
      ),
      after_slot: saidText(
        'The token of the last slot offered, to continue behind it ("etwas später").',
        600,
      ),
      before_slot: saidText('The token of the first slot offered, to look before it ("etwas früher").', 600),
      instead_of: saidText(
        'The reference of the appointment to be moved, so that "eine Stunde später" means later than that one.',
      ),
    }),
    run: async (context, args) => {
      const service = await chooseService(parts, context, args.service)
      if ('status' in service) return service
      const staff = await chooseStaff(parts, context, { service, wanted: args.staff })
      if (staff !== null && 'status' in staff) return staff
      const { opening, hours } = await hoursOfService(parts, context, service)
      const phrase = [args.when, args.part_of_day].filter(text => text !== undefined).join(' ')
      const moving =
        args.instead_of === undefined ? null : await ownByReference(parts, context, args.instead_of)
      const startOf = (token: string | undefined): number | null =>
        token === undefined ? null : scheduling.slotStart(context.tx.tenantId, token)
      const when = whenMeant(catalogue, context, {
        phrase,
        opening: hours,
        moved: moving?.startsAt ?? null,
        offered: startOf(args.after_slot),
      })
      if ('status' in when) return when
      const place = { now: context.now.epochMilliseconds, zone: context.tenant.timeZone }
      const question: SlotWish = {
        service,
        place: { zone: context.tenant.timeZone, region: context.tenant.region, opening },
        staff,
        wanted: when.wanted ?? anyTime(place),
        named: when.named,
        after: startOf(args.after_slot),
        before: startOf(args.before_slot),
        moving,
      }
      return (await tooSoonOrFar(parts, context, question)) ?? (await offer(context, question))
    },
  })

  async function offer(context: ToolContext, question: SlotWish): Promise<ToolAnswer> {
    const { tenant, lang } = context
    if (question.before !== null) return await offerEarlier(context, { ...question, before: question.before })
    const days = daysOf(question.wanted, tenant.timeZone)
    const { open, later, fitting, isUnknown } = await searchWish(context, question, days)
    if (fitting.length > 0) {
      const slots = pickOffers(fitting, question.after)
      return {
        status: 'free',
        say: saidFree(slots, lang),
        slots: spokenSlots(scheduling.offerSlots(slots), lang),
        requested: question.named !== 'nothing',
      }
    }
    const slots = await alternatives(context, question, later)
    const spoken = spokenSlots(scheduling.offerSlots(slots), lang)
    // What cannot be looked at is neither free nor taken, and is not called so.
    if (isUnknown && slots.length === 0)
      return { status: 'none_then', say: sentencesOf(lang).cannotLook, slots: spoken }
    if (open) return { status: 'none_then', say: sentencesOf(lang).instead(slots), slots: spoken }
    return {
      status: 'closed',
      say: saidClosed(question.staff, slots, lang),
      why: question.staff ? 'staff_not_working' : 'closed',
      slots: spoken,
    }
  }

  /** "Geht es auch früher?": the starts closest before what was offered, whatever was asked for. */
  async function offerEarlier(
    context: ToolContext,
    question: SlotWish & { before: number },
  ): Promise<ToolAnswer> {
    const sentences = sentencesOf(context.lang)
    const range = {
      start: context.now.epochMilliseconds,
      end: question.before + question.service.minutes * 60_000,
    }
    const found = await search(context, question, range)
    const earlier = found.slots.filter(slot => slot.start < question.before)
    const slots = pickOffers(earlier.toReversed())
    const spoken = spokenSlots(scheduling.offerSlots(slots), context.lang)
    if (slots.length === 0) return { status: 'none_then', say: sentences.nothingEarlier, slots: spoken }
    return { status: 'free', say: sentences.free(slots), slots: spoken, requested: true }
  }

  /** The same day first; then whatever comes next within three weeks. Never what was asked for and is not free. */
  async function alternatives(
    context: ToolContext,
    question: SlotWish,
    sameDays: readonly FreeSlot[],
  ): Promise<FreeSlot[]> {
    const { exact } = question.wanted
    if (exact !== null && sameDays.length > 0) return nearestTo(sameDays, exact)
    if (sameDays.length > 0) return pickOffers(sameDays)
    const from = Math.max(daysOf(question.wanted, context.tenant.timeZone).end, question.after ?? 0)
    const range = { start: from, end: from + ALTERNATIVE_DAYS * DAY }
    const isUnasked = (start: number): boolean => !isWanted(start, question.wanted, context.tenant.timeZone)
    return pickOffers(await searchFirst(context, { ...question, after: null }, range, isUnasked))
  }
}

function saidFree(slots: readonly FreeSlot[], lang: Language): string {
  const [only, ...more] = slots
  return only && more.length === 0 ? sentencesOf(lang).onlyOne(only) : sentencesOf(lang).free(slots)
}

function saidClosed(staff: SlotWish['staff'], slots: readonly FreeSlot[], lang: Language): string {
  return staff ? sentencesOf(lang).notWorking(staff.name, slots) : sentencesOf(lang).closed(slots)
}

/** "Einen Tag später" is later than what was offered, where it says nothing by itself. */
function whenMeant(
  catalogue: ToolParts['catalogue'],
  context: ToolContext,
  { offered, ...said }: Parameters<typeof resolveWhen>[2] & { readonly offered: number | null },
): ReturnType<typeof resolveWhen> {
  const when = resolveWhen(catalogue, context, said)
  const open = 'status' in when && when.status === 'ask' && !said.moved
  if (!open || offered === null) return when
  return resolveWhen(catalogue, context, {
    ...said,
    moved: Temporal.Instant.fromEpochMilliseconds(offered),
  })
}
