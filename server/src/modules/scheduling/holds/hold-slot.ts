import type { Tx } from '../../../platform/db/database.ts'
import type { HoldId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { FindAlternatives } from '../availability/find-alternatives.ts'
import type { HoldRefusal } from '../refusal.ts'
import type { SlotTokens } from '../slot.ts'
import { keepSlot } from './claim-slot.ts'

const HOLD_MS = 5 * 60_000

export type HoldResult =
  | {
      readonly kind: 'held'
      readonly holdId: HoldId
      readonly token: string
      readonly startsAt: Temporal.Instant
      readonly expiresAt: Temporal.Instant
      /** What the service asks a customer for before it is booked. */
      readonly askNote: string | null
    }
  | HoldRefusal

export function createHoldSlot(
  platform: Platform,
  parts: { catalogue: Catalogue; tokens: SlotTokens; findAlternatives: FindAlternatives },
) {
  /** Keeps a slot for five minutes; asked again by the same holder, they begin anew, for half an hour at most. */
  return async function holdSlot(tx: Tx, wish: { token: string; holder: string }): Promise<HoldResult> {
    const claim = parts.tokens.read(tx.tenantId, wish.token)
    if ('kind' in claim) return claim
    const claimed = await keepSlot(platform, parts.catalogue, tx, {
      claim,
      holder: wish.holder,
      holdMs: HOLD_MS,
    })
    switch (claimed.kind) {
      case 'claimed':
        return {
          kind: 'held',
          holdId: claimed.holdId,
          token: parts.tokens.forHold(claim, claimed.holdId, claimed.expiresAt),
          startsAt: Temporal.Instant.fromEpochMilliseconds(claim.start),
          expiresAt: claimed.expiresAt,
          askNote: claimed.service.askNote,
        }
      case 'taken':
      case 'closed':
        return {
          kind: claimed.kind,
          alternatives: await parts.findAlternatives(tx, { claim, service: claimed.service }),
        }
      default:
        return claimed
    }
  }
}
