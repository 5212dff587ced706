import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import { paced, type Segment, type SegmentNeed, totalMinutes } from '../domain/segments.ts'
import type { Service } from './service.ts'

type SegmentRow = { minutes: number; gap_after_minutes: number; needs?: SegmentNeed[] | null }
type ServiceRow = {
  id: ServiceId
  version: number
  name: string
  synonyms: string[]
  price_minor: number
  currency: string
  grid_minutes: number
  minimum_notice_minutes: number
  horizon_days: number
  buffer_before_minutes: number
  buffer_after_minutes: number
  daily_most: number | null
  grid_kind: Service['gridKind']
  latest_working_days: number | null
  latest_before_minute: number | null
  assignment: Service['assignment']
  cool_down: number
  ask_note: string | null
  needs_confirmation: boolean
  segments: SegmentRow[]
  paces: number[][]
}

/** Active services in the owner's order. */
export async function listServices(tx: Tx): Promise<Service[]> {
  return selectServices(tx, { id: null, state: 'active' })
}

/** Those that cannot be booked any more, in the same order. */
export async function listArchivedServices(tx: Tx): Promise<Service[]> {
  return selectServices(tx, { id: null, state: 'archived' })
}

export async function readService(tx: Tx, id: ServiceId): Promise<Service | null> {
  const [service] = await selectServices(tx, { id, state: 'active' })
  return service ?? null
}

async function selectServices(
  tx: Tx,
  { id, state }: { id: ServiceId | null; state: 'active' | 'archived' },
): Promise<Service[]> {
  const { rows } = await sql<ServiceRow>`
    select service.id, service.version, service.name, service.synonyms, service.price_minor, service.currency,
      service.grid_minutes, service.minimum_notice_minutes, service.horizon_days, service.grid_kind,
      service.buffer_before_minutes, service.buffer_after_minutes, service.daily_most,
      service.latest_working_days, service.latest_before_minute, coalesce(service.assignment, tenant.settings ->> 'assignment', 'first') as assignment, service.cool_down,
      service.ask_note, service.needs_confirmation, parts.segments,
      array(select to_json(qualification.segment_minutes) from qualification
        where qualification.tenant_id = service.tenant_id and qualification.service_id = service.id
          and qualification.segment_minutes is not null) as paces
    from service
    join tenant on tenant.id = service.tenant_id
    join lateral (
      select json_agg(json_build_object(
        'minutes', service_segment.minutes, 'gap_after_minutes', service_segment.gap_after_minutes,
        'needs', service_segment.needs)
        order by service_segment.position) as segments
      from service_segment
      where service_segment.tenant_id = service.tenant_id and service_segment.service_id = service.id
    ) parts on parts.segments is not null
    where service.tenant_id = ${tx.tenantId} and service.active = ${state === 'active'} and (${id}::uuid is null or service.id = ${id}::uuid)
    order by service.position, service.name
  `.execute(tx)
  return rows.map(toService)
}

function toService(row: ServiceRow): Service {
  const segments = row.segments.map(toSegment)
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    synonyms: row.synonyms,
    priceMinor: row.price_minor,
    currency: row.currency,
    gridMinutes: row.grid_minutes,
    minimumNoticeMinutes: row.minimum_notice_minutes,
    horizonDays: row.horizon_days,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    dailyMost: row.daily_most,
    gridKind: row.grid_kind,
    latestStart:
      row.latest_working_days === null || row.latest_before_minute === null
        ? null
        : { workingDays: row.latest_working_days, beforeMinute: row.latest_before_minute },
    assignment: row.assignment,
    coolDown: row.cool_down,
    askNote: row.ask_note,
    needsConfirmation: row.needs_confirmation,
    segments,
    minutes: totalMinutes(segments),
    longestMinutes: Math.max(
      totalMinutes(segments),
      ...row.paces.map(pace => totalMinutes(paced(segments, pace))),
    ),
  }
}

function toSegment(row: SegmentRow): Segment {
  const { minutes, gap_after_minutes: gapAfterMinutes, needs } = row
  return needs ? { minutes, gapAfterMinutes, needs } : { minutes, gapAfterMinutes }
}

export type SoldService = {
  readonly id: ServiceId
  readonly name: string
  readonly segments: readonly Segment[]
}

export async function readServiceVersions(
  tx: Tx,
  wanted: ReadonlyArray<{ serviceId: string; version: number }>,
): Promise<Map<string, SoldService>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{
    service_id: ServiceId
    version: number
    name: string
    segments: SegmentRow[]
  }>`
    select service_version.service_id, service_version.version, service_version.name, service_version.segments
    from service_version
    where service_version.tenant_id = ${tx.tenantId}
      and (service_version.service_id, service_version.version) in (
        select wanted.service_id, wanted.version
        from unnest(${wanted.map(item => item.serviceId)}::uuid[], ${wanted.map(item => item.version)}::integer[])
          as wanted (service_id, version))
  `.execute(tx)
  return new Map(
    rows.map(row => [
      `${row.service_id}/${row.version}`,
      { id: row.service_id, name: row.name, segments: row.segments.map(toSegment) },
    ]),
  )
}
