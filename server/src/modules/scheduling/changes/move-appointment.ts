import type { Tx } from '../../../platform/db/database.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { FindAlternatives } from '../availability/find-alternatives.ts'
import type { ChangeTerms } from '../domain/change-terms.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import { appointmentMoved } from '../events.ts'
import { type Claimed, claimSlot } from '../holds/claim-slot.ts'
import { termsOf } from '../policies/terms-of.ts'
import type { Refusal } from '../refusal.ts'
import type { SlotTokens } from '../slot.ts'
import {
  lockCalendarsAlone,
  orTakeBack,
  type PlacePart,
  readParts,
  releasePlace,
  replaceParts,
} from './appointment-place.ts'
import type { NotByTheRules } from './cancel-appointment.ts'
import {
  type ChangeWish,
  changeEvent,
  type LockedAppointment,
  lockAppointment,
  meetPolicy,
  type PolicyResult,
  type PolicyWish,
  writeChange,
} from './change-appointment.ts'

export type MoveWish = ChangeWish &
  PolicyWish & {
    /** The slot it moves to, of the same service. */
    readonly token: string
    /** Whose holds count as our own; null: only the one that the token stands for. */
    readonly holder: string | null
  }

export type MoveResult =
  /** `repeated`: it was there already, and nothing was done. */
  | { readonly kind: 'moved'; readonly repeated: boolean }
  | Refusal
  /** The slot is for something else than was booked. */
  | { readonly kind: 'other_service' }
  | { readonly kind: 'unknown' | 'stale' }
  | NotByTheRules

type Parts = { catalogue: Catalogue; tokens: SlotTokens; findAlternatives: FindAlternatives }
type Allowed = { readonly policy: PolicyResult; readonly terms: ChangeTerms }

/**
 * Moves an appointment to another slot of its service, to the same or other people, in one transaction: its own place
 * never blocks it (failures 44, 85), and when the new one cannot be had it keeps the old one, untouched. Price and
 * service version stay as they were sold; how long it takes follows whoever does it now.
 */
export function createMoveAppointment(platform: Platform, parts: Parts) {
  return async function moveAppointment(tx: Tx, wish: MoveWish): Promise<MoveResult> {
    const claim = parts.tokens.read(tx.tenantId, wish.token)
    if ('kind' in claim) return claim
    const appointment = await lockAppointment(tx, wish)
    if ('kind' in appointment) return appointment
    if (claim.serviceId !== appointment.serviceId) return { kind: 'other_service' }
    const before = await readParts(tx, wish.appointmentId)
    const terms = await termsOf(tx, wish.appointmentId, 'move', platform.clock.now())
    if (terms.verdict !== 'impossible' && isAt(appointment, before, claim))
      return { kind: 'moved', repeated: true }
    const policy = meetPolicy(terms, wish)
    if (policy === null) return { kind: terms.verdict === 'fee' ? 'fee_due' : 'not_allowed', terms }
    return await takeOther(tx, { wish, claim, appointment, before, allowed: { policy, terms } })
  }

  type Move = {
    readonly wish: MoveWish
    readonly claim: SlotClaim
    readonly appointment: LockedAppointment
    readonly before: readonly PlacePart[]
    readonly allowed: Allowed
  }

  async function takeOther(tx: Tx, move: Move): Promise<MoveResult> {
    const { wish, claim, appointment, before } = move
    await lockCalendarsAlone(tx, [...before.map(part => part.resource_id), ...claim.resourceIds])
    let lost: Exclude<MoveResult, { kind: 'moved' }> = { kind: 'expired' }
    const claimed = await orTakeBack(tx, async () => {
      await releasePlace(tx, wish.appointmentId)
      const found = await claimSlot(platform, parts.catalogue, tx, {
        claim,
        holder: wish.holder,
        appointmentId: wish.appointmentId,
        segments: await segmentsAsSold(tx, { claim, appointment }),
      })
      if (found.kind === 'claimed') return found
      // Looked for while the own place is given up: it may overlap what is offered instead.
      lost =
        found.kind === 'taken' || found.kind === 'closed'
          ? {
              kind: found.kind,
              alternatives: await parts.findAlternatives(tx, { claim, service: found.service }),
            }
          : found
      return null
    })
    return claimed === null ? lost : await settle(tx, move, claimed)
  }

  async function settle(
    tx: Tx,
    { wish, claim, appointment, before, allowed }: Move,
    claimed: Claimed,
  ): Promise<MoveResult> {
    const startsAt = Temporal.Instant.fromEpochMilliseconds(claim.start)
    const endsAt = startsAt.add({ minutes: claimed.done.minutes })
    await replaceParts(tx, wish.appointmentId)
    const { version } = await writeChange(platform, tx, appointment, {
      kind: 'moved',
      actor: wish.actor,
      reason: wish.reason ?? null,
      seriesChangeId: wish.seriesChangeId,
      set: {
        startsAt,
        endsAt,
        segmentMinutes: claimed.done.segmentMinutes,
        locationId: claimed.locationId,
        moves: appointment.moves + 1,
      },
      before: {
        starts_at: appointment.startsAt.toString(),
        ends_at: appointment.endsAt.toString(),
        segment_minutes: appointment.segmentMinutes,
        parts: before,
      },
      after: { starts_at: startsAt.toString(), resources: claim.resourceIds },
      policy: { ...allowed.policy, terms: allowed.terms },
    })
    await platform.jobs.publish(tx, appointmentMoved, changeEvent(tx, wish, version))
    return { kind: 'moved', repeated: false }
  }

  /** A service may have changed since; the appointment has the parts it was sold with. */
  async function segmentsAsSold(
    tx: Tx,
    { claim, appointment }: { claim: SlotClaim; appointment: LockedAppointment },
  ) {
    const { serviceId, serviceVersion: version } = appointment
    if (claim.serviceVersion === version) return null
    const sold = await parts.catalogue.readServiceVersions(tx, [{ serviceId, version }])
    return sold.get(`${serviceId}/${version}`)?.segments ?? null
  }
}

function isAt(appointment: LockedAppointment, parts: readonly PlacePart[], claim: SlotClaim): boolean {
  const resources = new Set(parts.map(part => part.resource_id as ResourceId))
  const wanted = new Set(claim.resourceIds)
  return (
    appointment.startsAt.epochMilliseconds === claim.start &&
    resources.size === wanted.size &&
    resources.isSubsetOf(wanted)
  )
}
