import type { Tx } from '../../../platform/db/database.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import type { Service } from '../../catalogue/index.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import type { FreeSlot, Slot, SlotTokens } from '../slot.ts'
import type { createFindFreeSlots } from './find-free-slots.ts'

const MOST = 3

export type FindAlternatives = (tx: Tx, wanted: { claim: SlotClaim; service: Service }) => Promise<Slot[]>

/** The free starts nearest to a slot that was lost, within a week of it, in order of time. Never the slot itself. */
export function createFindAlternatives(
  findFreeSlots: ReturnType<typeof createFindFreeSlots>,
  tokens: SlotTokens,
): FindAlternatives {
  return async (tx, { claim, service }) => {
    const { slots } = await findFreeSlots(tx, {
      service,
      from: Temporal.Instant.fromEpochMilliseconds(claim.start - 2 * DAY),
      to: Temporal.Instant.fromEpochMilliseconds(claim.start + 7 * DAY),
      limit: 500,
    })
    const distance = (slot: FreeSlot): number => Math.abs(slot.start - claim.start)
    const nearest = slots
      .toSorted((one, other) => distance(one) - distance(other))
      .slice(0, MOST)
      .toSorted((one, other) => one.start - other.start)
    return tokens.offer(nearest)
  }
}
