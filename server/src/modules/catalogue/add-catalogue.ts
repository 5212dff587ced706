import type { Tx } from '../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId, type ServiceId } from '../../platform/ids/ids.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'
import type { FixedStart } from './domain/fixed-starts.ts'
import type { LatestStart, ResourceKind, Segment, Service } from './service.ts'

/** A catalogue as a person would write it down: names instead of ids. */
export type CatalogueEntry = {
  readonly opening: readonly WeeklyHours[]
  readonly resources: ReadonlyArray<{
    readonly kind: ResourceKind
    readonly name: string
    readonly lanes?: number
    /** Left out: whenever the location is open. */
    readonly hours?: readonly WeeklyHours[]
  }>
  readonly services: ReadonlyArray<{
    readonly name: string
    readonly synonyms?: readonly string[]
    readonly segments: readonly Segment[]
    readonly priceMinor: number
    readonly gridMinutes: number
    readonly minimumNoticeMinutes?: number
    readonly bufferBeforeMinutes?: number
    readonly bufferAfterMinutes?: number
    readonly dailyMost?: number
    readonly gridKind?: 'window' | 'free' | 'clock'
    readonly latestStart?: LatestStart
    /** The only local times it may start at; left out: every step of the grid. */
    readonly fixedStarts?: readonly FixedStart[]
    readonly assignment?: Service['assignment']
    readonly coolDown?: number
    readonly askNote?: string
    readonly needsConfirmation?: true
    /** Names of the resources that can be taken for it. */
    readonly takes: readonly string[]
    /** Shares in a weighted draw by name of the resource; 1 where nothing is said. */
    readonly weights?: Readonly<Record<string, number>>
    /** Roles of the segments that a resource can fill, by its name; all of its kind where nothing is said. */
    readonly roles?: Readonly<Record<string, readonly string[]>>
    /** Minutes of each segment, or the price, with a certain person. */
    readonly overrides?: Readonly<
      Record<string, { readonly minutes?: readonly number[]; readonly priceMinor?: number }>
    >
  }>
}

export async function addCatalogue(tx: Tx, locationId: LocationId, entry: CatalogueEntry): Promise<void> {
  await addHours(tx, locationId, null, entry.opening)
  const ids = new Map<string, ResourceId>()
  for (const [position, resource] of entry.resources.entries()) {
    const id = newId<'resource'>()
    ids.set(resource.name, id)
    await tx
      .insertInto('resource')
      .values({
        id,
        location_id: locationId,
        kind: resource.kind,
        name: resource.name,
        lanes: resource.lanes ?? 1,
        position,
      })
      .execute()
    if (resource.kind === 'staff')
      await tx.insertInto('staff_member').values({ resource_id: id, spoken_name: resource.name }).execute()
    await addHours(tx, locationId, id, resource.hours ?? [])
  }
  for (const [position, service] of entry.services.entries()) await addService(tx, { service, position, ids })
}

async function addService(
  tx: Tx,
  {
    service,
    position,
    ids,
  }: { service: CatalogueEntry['services'][number]; position: number; ids: ReadonlyMap<string, ResourceId> },
): Promise<void> {
  const id = newId<'service'>()
  await tx
    .insertInto('service')
    .values({
      id,
      name: service.name,
      synonyms: [...(service.synonyms ?? [])],
      position,
      price_minor: service.priceMinor,
      grid_minutes: service.gridMinutes,
      minimum_notice_minutes: service.minimumNoticeMinutes ?? 60,
      buffer_before_minutes: service.bufferBeforeMinutes ?? 0,
      buffer_after_minutes: service.bufferAfterMinutes ?? 0,
      daily_most: service.dailyMost ?? null,
      grid_kind: service.fixedStarts ? 'fixed' : (service.gridKind ?? 'window'),
      latest_working_days: service.latestStart?.workingDays ?? null,
      latest_before_minute: service.latestStart?.beforeMinute ?? null,
      assignment: service.assignment ?? null,
      cool_down: service.coolDown ?? 0,
      ask_note: service.askNote ?? null,
      needs_confirmation: service.needsConfirmation ?? false,
    })
    .execute()
  const segments = service.segments.map((segment, index) => ({
    service_id: id,
    position: index,
    minutes: segment.minutes,
    gap_after_minutes: segment.gapAfterMinutes,
    needs: segment.needs ? JSON.stringify(segment.needs) : null,
  }))
  await tx.insertInto('service_segment').values(segments).execute()
  await tx
    .insertInto('service_version')
    .values({
      service_id: id,
      version: 1,
      name: service.name,
      price_minor: service.priceMinor,
      currency: 'EUR',
      segments: JSON.stringify(
        service.segments.map(({ minutes, gapAfterMinutes, needs }) => ({
          minutes,
          gap_after_minutes: gapAfterMinutes,
          ...(needs ? { needs } : {}),
        })),
      ),
    })
    .execute()
  const taken = service.takes.map(name => {
    const resourceId = ids.get(name)
    if (!resourceId) throw new Error(`${service.name} takes ${name}, which is not in the catalogue.`)
    const override = service.overrides?.[name]
    return {
      service_id: id,
      resource_id: resourceId,
      weight: service.weights?.[name] ?? 1,
      roles: service.roles?.[name] ? [...service.roles[name]] : null,
      segment_minutes: override?.minutes ? [...override.minutes] : null,
      price_minor: override?.priceMinor ?? null,
    }
  })
  await tx.insertInto('qualification').values(taken).execute()
  await addFixedStarts(tx, id, service.fixedStarts ?? [])
}

async function addFixedStarts(tx: Tx, serviceId: ServiceId, starts: readonly FixedStart[]): Promise<void> {
  if (starts.length === 0) return
  await tx
    .insertInto('service_start')
    .values(
      starts.map(start => ({
        service_id: serviceId,
        weekday: start.weekday,
        at_minute: start.atMinute,
        most: start.most,
      })),
    )
    .execute()
}

async function addHours(
  tx: Tx,
  locationId: LocationId,
  resourceId: ResourceId | null,
  hours: readonly WeeklyHours[],
): Promise<void> {
  if (hours.length === 0) return
  await tx
    .insertInto('hours_rule')
    .values(
      hours.map(window => ({
        id: newId<'hours-rule'>(),
        location_id: locationId,
        resource_id: resourceId,
        weekday: window.weekday,
        from_minute: window.fromMinute,
        to_minute: window.toMinute,
      })),
    )
    .execute()
}
