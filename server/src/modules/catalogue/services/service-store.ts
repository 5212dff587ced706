import type { Tx } from '../../../platform/db/database.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import type { ServiceWish } from './service.ts'

/** The row of a service without its version. */
export function serviceColumns(wish: ServiceWish) {
  return {
    name: wish.name,
    synonyms: [...wish.synonyms],
    position: wish.position,
    price_minor: wish.priceMinor,
    grid_minutes: wish.gridMinutes,
    grid_kind: wish.gridKind,
    minimum_notice_minutes: wish.minimumNoticeMinutes,
    horizon_days: wish.horizonDays,
    buffer_before_minutes: wish.bufferBeforeMinutes,
    buffer_after_minutes: wish.bufferAfterMinutes,
    daily_most: wish.dailyMost,
    latest_working_days: wish.latestStart?.workingDays ?? null,
    latest_before_minute: wish.latestStart?.beforeMinute ?? null,
    ask_note: wish.askNote,
    needs_confirmation: wish.needsConfirmation,
  }
}

/** What is sold from now on; earlier versions stay. */
export async function insertVersion(
  tx: Tx,
  service: { readonly id: ServiceId; readonly version: number },
  wish: ServiceWish,
): Promise<void> {
  await tx
    .insertInto('service_version')
    .values({
      service_id: service.id,
      version: service.version,
      name: wish.name,
      price_minor: wish.priceMinor,
      currency: 'EUR',
      segments: JSON.stringify(
        wish.segments.map(({ minutes, gapAfterMinutes, needs }) => ({
          minutes,
          gap_after_minutes: gapAfterMinutes,
          ...(needs ? { needs } : {}),
        })),
      ),
    })
    .execute()
}

export async function insertParts(tx: Tx, id: ServiceId, wish: ServiceWish): Promise<void> {
  const segments = wish.segments.map((segment, position) => ({
    service_id: id,
    position,
    minutes: segment.minutes,
    gap_after_minutes: segment.gapAfterMinutes,
    needs: segment.needs ? JSON.stringify(segment.needs) : null,
  }))
  await tx.insertInto('service_segment').values(segments).execute()
  const taken = wish.takes.map(one => ({
    service_id: id,
    resource_id: one.resourceId,
    weight: one.weight,
    roles: one.roles ? [...one.roles] : null,
    segment_minutes: one.segmentMinutes ? [...one.segmentMinutes] : null,
    price_minor: one.priceMinor,
  }))
  if (taken.length > 0) await tx.insertInto('qualification').values(taken).execute()
  const starts = wish.fixedStarts.map(start => ({
    service_id: id,
    weekday: start.weekday,
    at_minute: start.atMinute,
    most: start.most,
  }))
  if (starts.length > 0) await tx.insertInto('service_start').values(starts).execute()
}

export async function deleteParts(tx: Tx, id: ServiceId): Promise<void> {
  for (const table of ['service_segment', 'qualification', 'service_start'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('service_id', '=', id).execute()
}
