import { DAY } from '../../../platform/time/working-time.ts'
import type { Place, Service } from '../../catalogue/index.ts'
import type { AppointmentView, FreeSlot, SlotAnswer } from '../../scheduling/index.ts'
import { areApart, pickOffers } from '../domain/offers/pick-offers.ts'
import { isWanted, type WantedTime } from '../domain/offers/wanted-time.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/** What a caller asks for, in our words. */
export type SlotWish = {
  readonly service: Service
  readonly place: Place
  readonly staff: { readonly id: FreeSlot['staff'][number]['id']; readonly name: string } | null
  readonly wanted: WantedTime
  readonly named: 'something' | 'nothing'
  readonly after: number | null
  readonly before: number | null
  /** What is to be moved. */
  readonly moving: AppointmentView | null
}

type Found = {
  readonly open: boolean
  readonly later: readonly FreeSlot[]
  readonly fitting: readonly FreeSlot[]
  /** Somebody's calendar elsewhere cannot be read, and the business offers nothing of them meanwhile. */
  readonly isUnknown: boolean
}
type Range = { readonly start: number; readonly end: number }
type First = { readonly limit: number; readonly accepts?: (start: number) => boolean }

/** Three starts far enough apart are among so many as a rule. */
const FIRST = 24
const ENOUGH = 2000
/** What is asked for within so long is looked at as a whole: it says what else there is. */
const FEW_DAYS_MS = 2 * DAY

/** Free starts for a caller: their own holds, and the place they would give up, count as free. */
export function createSlotSearch({ scheduling }: Pick<ToolParts, 'scheduling'>) {
  return { search, searchFirst, searchWish }

  /**
   * What fits the wish within its days, and what else there is `later` than the last offer. Of many days the first
   * that fit are enough; everything is looked at only if none does.
   */
  async function searchWish(context: ToolContext, wish: SlotWish, days: Range): Promise<Found> {
    const isLater = (start: number): boolean => wish.after === null || start > wish.after
    const isFitting = (start: number): boolean =>
      isLater(start) && isWanted(start, wish.wanted, context.tenant.timeZone)
    if (days.end - days.start > FEW_DAYS_MS) {
      const fitting = await searchFirst(context, wish, days, isFitting)
      if (fitting.length > 0) return { open: true, later: [], fitting, isUnknown: false }
    }
    const { slots, open, unknown } = await search(context, wish, days)
    const isUnknown = unknown.some(({ whenUnknown }) => whenUnknown !== 'offer_as_requested')
    const later = slots.filter(slot => isLater(slot.start))
    const fitting = later.filter(slot => isFitting(slot.start))
    return { open, later, fitting, isUnknown }
  }

  /** As many of the first as it takes to choose from: what follows would not be picked. */
  async function searchFirst(
    context: ToolContext,
    wish: SlotWish,
    range: Range,
    accepts: (start: number) => boolean,
  ): Promise<readonly FreeSlot[]> {
    const { slots } = await search(context, wish, range, { limit: FIRST, accepts })
    if (slots.length < FIRST || areApart(pickOffers(slots, wish.after), wish.after)) return slots
    return (await search(context, wish, range, { limit: ENOUGH, accepts })).slots
  }

  async function search(
    { tx, call }: ToolContext,
    wish: SlotWish,
    range: Range,
    first: First = { limit: ENOUGH },
  ): Promise<SlotAnswer> {
    const accepts = (start: number): boolean => !isOwnStart(start, wish) && first.accepts?.(start) !== false
    return await scheduling.findFreeSlots(tx, {
      service: wish.service,
      from: Temporal.Instant.fromEpochMilliseconds(range.start),
      to: Temporal.Instant.fromEpochMilliseconds(range.end),
      limit: first.limit,
      accepts,
      holder: `call:${call.id}`,
      ...(wish.moving === null ? {} : { moving: wish.moving.id }),
      ...(wish.staff === null ? {} : { staffId: wish.staff.id }),
    })
  }
}

/** The place of what is to be moved counts as free, and is no new one (failure 85), unless with somebody else. */
function isOwnStart(start: number, { moving, staff }: SlotWish): boolean {
  if (moving?.startsAt.epochMilliseconds !== start) return false
  return staff === null || moving.staff.some(person => person.id === staff.id)
}
