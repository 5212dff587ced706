import type { Tx } from '../../../platform/db/database.ts'
import type { SeriesId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { orTakeBack } from '../changes/appointment-place.ts'
import { plannedStarts, type RuleRefusal } from '../domain/series-rule.ts'
import type { SlotClaim } from '../domain/slot-token.ts'
import type { SlotTokens } from '../slot.ts'
import type { Occurrence, PlanOccurrences } from './plan-occurrences.ts'
import type { SeriesPlan, SeriesResult, SeriesWish } from './series-wish.ts'
import { createWriteSeries, type PlannedBooking } from './write-series.ts'

/** Long enough for the transaction; a claim of our own is not offered to anybody. */
const CLAIM_MS = 60 * 60_000

/**
 * Appointments by one rule, in one transaction: all of them, or all but those that conflict, with other times where
 * somebody chose them. The same idempotency key is the same series. Refused, nothing of it is left.
 */
export function createBookSeries(
  platform: Platform,
  parts: { catalogue: Catalogue; customers: Customers; tokens: SlotTokens; planOccurrences: PlanOccurrences },
) {
  const { clock } = platform
  const writeSeries = createWriteSeries(platform, parts)

  async function bookSeries(tx: Tx, wish: SeriesWish): Promise<SeriesResult> {
    const repeated = await findByKey(tx, wish.idempotencyKey)
    if (repeated) return repeated
    const occurrences = await previewSeries(tx, wish)
    if ('kind' in occurrences) return occurrences
    const chosen = readChosen(tx, wish, occurrences)
    if ('kind' in chosen) return chosen
    const bookings = occurrences.flatMap(occurrence => bookingOf(occurrence, chosen))
    const isShort = bookings.length < occurrences.length
    if (bookings.length === 0 || (isShort && wish.conflicts === 'refuse'))
      return { kind: 'conflicts', occurrences }
    const written = await orTakeBack(tx, () => writeSeries(tx, wish, { occurrences, bookings }))
    return written ? { kind: 'booked', seriesId: written.id, skipped: written.skipped } : await lost(tx, wish)
  }

  /** To another request of the same key, or to somebody else who took one of its places. */
  async function lost(tx: Tx, wish: SeriesWish): Promise<SeriesResult> {
    const ours = await findByKey(tx, wish.idempotencyKey)
    if (ours) return ours
    const occurrences = await previewSeries(tx, wish)
    return 'kind' in occurrences ? occurrences : { kind: 'conflicts', occurrences }
  }

  /** Every date, with its slot or its conflict; nothing is written. */
  async function previewSeries(tx: Tx, wish: SeriesPlan): Promise<Occurrence[] | RuleRefusal> {
    const starts = plannedStarts(wish.rule)
    if ('kind' in starts) return starts
    return await parts.planOccurrences(tx, {
      ...wish,
      starts: starts.map(start => ({ ...start, staffId: wish.staffId })),
    })
  }

  function readChosen(
    tx: Tx,
    { chosen, service }: SeriesWish,
    occurrences: readonly Occurrence[],
  ):
    | Map<number, SlotClaim>
    | Extract<SeriesResult, { kind: 'unknown_occurrence' | 'invalid_token' | 'expired' }> {
    const starts = new Set(occurrences.map(({ start }) => start.epochMilliseconds))
    const claims = new Map<number, SlotClaim>()
    for (const { start, token } of chosen) {
      if (!starts.has(start.epochMilliseconds)) return { kind: 'unknown_occurrence', start }
      const claim = parts.tokens.read(tx.tenantId, token)
      if ('kind' in claim) return { kind: claim.kind, start }
      if (claim.serviceId !== service.id) return { kind: 'invalid_token', start }
      claims.set(start.epochMilliseconds, claim)
    }
    return claims
  }

  function bookingOf(occurrence: Occurrence, chosen: ReadonlyMap<number, SlotClaim>): PlannedBooking[] {
    const other = chosen.get(occurrence.start.epochMilliseconds)
    if (other) return [{ occurrence, claim: other }]
    if (!occurrence.slot) return []
    const expiresAt = clock.now().epochMilliseconds + CLAIM_MS
    return [{ occurrence, claim: { ...occurrence.slot.claim, expiresAt } }]
  }

  return { previewSeries, bookSeries }
}

async function findByKey(tx: Tx, key: string): Promise<Extract<SeriesResult, { kind: 'booked' }> | null> {
  const row = await tx
    .selectFrom('series')
    .select('series.id')
    .where('series.tenant_id', '=', tx.tenantId)
    .where('series.idempotency_key', '=', key)
    .executeTakeFirst()
  return row ? { kind: 'booked', seriesId: row.id as SeriesId, skipped: [] } : null
}
