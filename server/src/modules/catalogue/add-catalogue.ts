import type { Tx } from '../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId, type ServiceId } from '../../platform/ids/ids.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'
import type { FixedStart } from './domain/fixed-starts.ts'
import type { ResourceKind, Segment } from './domain/segments.ts'
import { addService } from './services/change-service.ts'
import type { LatestStart, Qualification, Service, ServiceWish } from './services/service.ts'

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
  for (const [position, service] of entry.services.entries()) {
    const added = await addService(tx, { ...wishOf(service, ids), position })
    if (added.kind !== 'added') throw new Error(`${service.name} cannot be added: ${added.kind}.`)
    await setAssignment(tx, added.id, service)
  }
}

function wishOf(
  service: CatalogueEntry['services'][number],
  ids: ReadonlyMap<string, ResourceId>,
): Omit<ServiceWish, 'position'> {
  const { fixedStarts = [] } = service
  return {
    name: service.name,
    synonyms: service.synonyms ?? [],
    segments: service.segments,
    priceMinor: service.priceMinor,
    gridMinutes: service.gridMinutes,
    gridKind: service.fixedStarts ? 'fixed' : (service.gridKind ?? 'window'),
    fixedStarts,
    minimumNoticeMinutes: service.minimumNoticeMinutes ?? 60,
    horizonDays: 120,
    bufferBeforeMinutes: service.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: service.bufferAfterMinutes ?? 0,
    dailyMost: service.dailyMost ?? null,
    latestStart: service.latestStart ?? null,
    askNote: service.askNote ?? null,
    needsConfirmation: service.needsConfirmation ?? false,
    takes: service.takes.map(name => qualificationOf(service, name, ids)),
  }
}

function qualificationOf(
  service: CatalogueEntry['services'][number],
  name: string,
  ids: ReadonlyMap<string, ResourceId>,
): Qualification {
  const resourceId = ids.get(name)
  if (!resourceId) throw new Error(`${service.name} takes ${name}, which is not in the catalogue.`)
  const override = service.overrides?.[name]
  return {
    resourceId,
    weight: service.weights?.[name] ?? 1,
    roles: service.roles?.[name] ?? null,
    segmentMinutes: override?.minutes ?? null,
    priceMinor: override?.priceMinor ?? null,
  }
}

/** By which rule it is shared out, where the business says so of this service alone. */
async function setAssignment(
  tx: Tx,
  id: ServiceId,
  { assignment, coolDown }: CatalogueEntry['services'][number],
): Promise<void> {
  if (!assignment && !coolDown) return
  await tx
    .updateTable('service')
    .set({ assignment: assignment ?? null, cool_down: coolDown ?? 0 })
    .where('service.tenant_id', '=', tx.tenantId)
    .where('service.id', '=', id)
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
