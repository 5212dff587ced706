import type { Tx } from '../../../platform/db/database.ts'
import { sendTogether } from '../../../platform/db/send-together.ts'
import { type AppointmentId, type HoldId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { countIn, type PlaceOwner } from '../availability/capacity.ts'
import { type CheckedSlot, checkSlot, type NotFree, type SlotWish } from '../availability/check-slot.ts'
import { slotKey } from '../domain/slot-token.ts'
import { slotHeld } from '../events.ts'
import { allocate, allocateAnyLane, giveUpPlace, turnHoldIntoAppointment } from './allocate.ts'
import { clearExpiredCounts, clearExpiredHolds, clearExpiredOf } from './expired-holds.ts'
import {
  deleteHold,
  type HoldRow,
  insertKeptHold,
  MOST_HOLDS,
  type NewHold,
  readHeldSlots,
  renewHold,
} from './hold-store.ts'

const MINUTE = 60_000
/** However often it is renewed, a slot is kept for so long at most: nobody else could have it. */
const LONGEST_HOLD_MS = 30 * MINUTE

/** A place that is ours. */
export type Claimed = Pick<CheckedSlot, 'service' | 'done' | 'locationId' | 'awaitsCalendar'> & {
  readonly kind: 'claimed'
}
export type Kept = Claimed & { readonly holdId: HoldId; readonly expiresAt: Temporal.Instant }
export type NotKept = NotFree | { readonly kind: 'too_many_holds' | 'held_too_long' }

/** Keeps the slot of a token for a holder, or keeps it longer. */
export async function keepSlot(
  platform: Platform,
  catalogue: Catalogue,
  tx: Tx,
  wish: SlotWish & { readonly holder: string; readonly holdMs: number },
): Promise<Kept | NotKept> {
  const slot = await checkSlot(platform, catalogue, tx, wish)
  if (slot.kind !== 'free') return slot
  const { own, now, service } = slot
  const expiresAt = now.add({ milliseconds: wish.holdMs })
  if (own) {
    if (isHeldTooLong(own, now)) return { kind: 'held_too_long' }
    // Even past its time nobody took the place: whoever wants it deletes the hold first.
    await renewHold(tx, own.id, expiresAt)
    return { ...claimedOf(slot), holdId: own.id, expiresAt }
  }
  const id = newId<'hold'>()
  const refused = await writeHold(tx, {
    id,
    holder: wish.holder,
    slotKey: slotKey(wish.claim),
    now,
    expiresAt,
  })
  if (refused === 'too_many_holds') return { kind: refused }
  if (refused === 'taken') return { kind: refused, service }
  if (!(await takePlace(tx, { holdId: id }, slot))) {
    await deleteHold(tx, id)
    return { kind: 'taken', service }
  }
  if (slot.mirrored) await platform.jobs.publish(tx, slotHeld, { tenant_id: tx.tenantId, hold_id: id })
  return { ...claimedOf(slot), holdId: id, expiresAt }
}

/**
 * Takes the slot of a token for an appointment, whose own row may be written behind it in the same transaction. What
 * its holder kept becomes the appointment's without ever being free.
 */
export async function claimSlot(
  platform: Platform,
  catalogue: Catalogue,
  tx: Tx,
  wish: SlotWish & { readonly appointmentId: AppointmentId },
): Promise<Claimed | NotFree> {
  const slot = await checkSlot(platform, catalogue, tx, wish)
  if (slot.kind !== 'free') return slot
  const { appointmentId } = wish
  if (slot.own) await sendTogether(tx, turnHoldIntoAppointment(tx, slot.own.id, appointmentId))
  else if (!(await takePlace(tx, { appointmentId }, slot))) return { kind: 'taken', service: slot.service }
  return claimedOf(slot)
}

function claimedOf({ service, done, locationId, awaitsCalendar }: CheckedSlot): Claimed {
  return { kind: 'claimed', service, done, locationId, awaitsCalendar }
}

function isHeldTooLong({ heldSince }: HoldRow, now: Temporal.Instant): boolean {
  return heldSince !== null && heldSince.until(now).total('milliseconds') >= LONGEST_HOLD_MS
}

/** The row of a new hold, on one of its holder's few places. */
async function writeHold(tx: Tx, hold: NewHold): Promise<'taken' | 'too_many_holds' | null> {
  const [, made] = await sendTogether(tx, [
    clearExpiredOf(tx, hold.holder, hold.now.epochMilliseconds),
    insertKeptHold(tx, hold),
  ])
  return made.numAffectedRows === 1n ? null : await keepElsewhere(tx, hold)
}

/** Somebody else took the place that was free: the next one, until this slot is kept anyhow or all are taken. */
async function keepElsewhere(tx: Tx, hold: NewHold): Promise<'taken' | 'too_many_holds' | null> {
  for (let tries = 0; tries < MOST_HOLDS; tries += 1) {
    const kept = await readHeldSlots(tx, hold.holder)
    if (kept.includes(hold.slotKey)) return 'taken'
    if (kept.length >= MOST_HOLDS) break
    const [made] = await sendTogether(tx, [insertKeptHold(tx, hold)])
    if (made.numAffectedRows === 1n) return null
  }
  return 'too_many_holds'
}

/** Always in this order, so that two who want the last places do not wait for each other. */
function limitsOf({ claim, most, day }: CheckedSlot) {
  const start = most === null ? [] : [{ kind: 'start' as const, startsAt: claim.start, most }]
  return day === null ? start : [...start, { kind: 'day' as const, ...day }]
}

/** All that a slot takes, or nothing. The constraints decide. */
async function takePlace(tx: Tx, owner: PlaceOwner, slot: CheckedSlot): Promise<boolean> {
  if (!(await allocateOrClear(tx, owner, slot))) return false
  for (const { kind, startsAt, most } of limitsOf(slot)) {
    const place = { serviceId: slot.service.id, startsAt }
    await tx.executeQuery(clearExpiredCounts(tx, { ...place, now: slot.now.epochMilliseconds }))
    if (await countIn(tx, owner, { ...place, kind, most })) continue
    await giveUpPlace(tx, owner)
    return false
  }
  return true
}

/** Holds that are over are cleared only when they are in the way. */
async function allocateOrClear(tx: Tx, owner: PlaceOwner, slot: CheckedSlot): Promise<boolean> {
  const { takings, claim } = slot
  if (await allocate(tx, owner, takings)) return true
  const end = Math.max(...takings.flatMap(taking => taking.parts.map(part => part.end)))
  const { numAffectedRows } = await tx.executeQuery(
    clearExpiredHolds(tx, {
      resourceIds: claim.resourceIds,
      range: { start: claim.start, end },
      now: slot.now.epochMilliseconds,
    }),
  )
  const mayBeElsewhere = takings.some(taking => taking.lanes > 1)
  if ((numAffectedRows ?? 0n) === 0n && !mayBeElsewhere) return false
  return await allocateAnyLane(tx, owner, takings)
}
