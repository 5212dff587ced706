import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type AppointmentId, type GroupId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { orTakeBack } from '../changes/appointment-place.ts'
import type { SlotTokens } from '../slot.ts'
import type { BookingResult, BookingSteps, ClaimedBooking } from './book-appointment.ts'
import type { BookingWish } from './booking-wish.ts'

/** One appointment of several that are booked together. */
export type GroupItem = Pick<BookingWish, 'token' | 'attendeeName' | 'note'>

export type GroupWish = Omit<
  BookingWish,
  'token' | 'attendeeName' | 'note' | 'groupId' | 'idempotencyKey'
> & {
  readonly idempotencyKey: string
  readonly items: readonly GroupItem[]
}

export type GroupResult =
  | { readonly kind: 'booked'; readonly groupId: GroupId; readonly appointmentIds: readonly AppointmentId[] }
  /** `item` counts from 0, in the order asked for. Nothing is written. */
  | {
      readonly kind: 'refused'
      readonly item: number
      readonly why: Exclude<BookingResult, { kind: 'booked' }>
    }

/**
 * Several appointments or none: of one person one after the other, or of several people. Each has its own place, price
 * and confirmation; one id holds them together, and one customer. The same idempotency key is the same group.
 */
export function createBookGroup(
  { clock }: Platform,
  parts: { tokens: SlotTokens; bookingSteps: BookingSteps },
) {
  return async function bookGroup(tx: Tx, wish: GroupWish): Promise<GroupResult> {
    const repeated = await findGroup(tx, wish.idempotencyKey)
    if (repeated) return repeated
    let refused: Extract<GroupResult, { kind: 'refused' }> | null = null
    const booked = await orTakeBack(tx, async () => {
      const result = await bookAll(tx, wish)
      if (result.kind === 'booked') return result
      refused = result
      return null
    })
    if (booked) return booked
    if (!refused) throw new Error('A group is booked or refused.')
    return refused
  }

  async function bookAll(tx: Tx, wish: GroupWish): Promise<GroupResult> {
    const groupId: GroupId = newId<'appointment-group'>()
    await tx
      .insertInto('appointment_group')
      .values({
        id: groupId,
        actor: wish.actor,
        idempotency_key: wish.idempotencyKey,
        created_at: isoText(clock.now()),
      })
      .execute()
    const claimed = await claimAll(tx, wish, groupId)
    if ('why' in claimed) return claimed
    const customer = await parts.bookingSteps.customerOf(tx, wish)
    let { writes } = customer
    for (const booking of claimed.values()) {
      await parts.bookingSteps.write(tx, booking, { ...customer, writes })
      writes = []
    }
    return {
      kind: 'booked',
      groupId,
      appointmentIds: wish.items.flatMap((_, item) => claimed.get(item)?.id ?? []),
    }
  }

  /** By which of the items asked for, in the order of time. */
  async function claimAll(
    tx: Tx,
    wish: GroupWish,
    groupId: GroupId,
  ): Promise<Map<number, ClaimedBooking> | Extract<GroupResult, { kind: 'refused' }>> {
    const { items, ...common } = wish
    const claimed = new Map<number, ClaimedBooking>()
    for (const [item, wanted] of inOrderOfTime(tx, items)) {
      const idempotencyKey = `${wish.idempotencyKey}/${item}`
      const result = await parts.bookingSteps.claim(tx, { ...common, ...wanted, groupId, idempotencyKey })
      if (result.kind === 'booked') throw new Error('An appointment is booked without the group of its key.')
      if (result.kind !== 'claimed') return { kind: 'refused', item, why: result }
      claimed.set(item, result)
    }
    return claimed
  }

  /** Two groups that want the same places ask for them in the same order, so they do not wait in a circle. */
  function inOrderOfTime(tx: Tx, items: readonly GroupItem[]): Array<[number, GroupItem]> {
    const key = ({ token }: GroupItem): string => {
      const start = parts.tokens.startOf(tx.tenantId, token) ?? 0
      return `${String(start).padStart(16, '0')}/${parts.tokens.keyOf(tx.tenantId, token) ?? ''}`
    }
    return [...items.entries()].toSorted(([, one], [, other]) => (key(one) < key(other) ? -1 : 1))
  }
}

async function findGroup(tx: Tx, key: string): Promise<Extract<GroupResult, { kind: 'booked' }> | null> {
  const rows = await tx
    .selectFrom('appointment_group')
    .innerJoin('appointment', join =>
      join
        .onRef('appointment.tenant_id', '=', 'appointment_group.tenant_id')
        .onRef('appointment.group_id', '=', 'appointment_group.id'),
    )
    .select(['appointment_group.id as groupId', 'appointment.id'])
    .where('appointment_group.tenant_id', '=', tx.tenantId)
    .where('appointment_group.idempotency_key', '=', key)
    .orderBy('appointment.starts_at')
    .orderBy('appointment.id')
    .execute()
  const [first] = rows
  if (!first) return null
  return {
    kind: 'booked',
    groupId: first.groupId as GroupId,
    appointmentIds: rows.map(row => row.id as AppointmentId),
  }
}
