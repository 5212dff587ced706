import type { Query } from './embedded-postgres.ts'

/**
 * What holds in every database of the product, at any moment at which nothing is being written: each query finds
 * what breaks it. Numbers are those of the domain's invariants.
 */
const INVARIANTS: Readonly<Record<string, string>> = {
  '1: two allocations of one resource and lane overlap': `
    select one.id from allocation as one
    join allocation as other on other.tenant_id = one.tenant_id and other.resource_id = one.resource_id
      and other.lane = one.lane and other.id > one.id
      and other.starts_at < one.ends_at and one.starts_at < other.ends_at`,

  '2: an appointment has not exactly the allocations of its segments': `
    select appointment.id from appointment
    where appointment.state <> 'cancelled' and exists (
      (select segment.resource_id, segment.starts_at, segment.ends_at from appointment_segment as segment
       where segment.tenant_id = appointment.tenant_id and segment.appointment_id = appointment.id
       except all
       select allocation.resource_id, allocation.starts_at, allocation.ends_at from allocation
       where allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id)
      union all
      (select allocation.resource_id, allocation.starts_at, allocation.ends_at from allocation
       where allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id
       except all
       select segment.resource_id, segment.starts_at, segment.ends_at from appointment_segment as segment
       where segment.tenant_id = appointment.tenant_id and segment.appointment_id = appointment.id))`,

  '2: the segments of an appointment are not those its service version and start imply': `
    with implied as (
      select version.tenant_id, version.service_id, version.version, part.position - 1 as position,
        (part.value ->> 'minutes')::int as minutes,
        coalesce(sum((part.value ->> 'minutes')::int + (part.value ->> 'gap_after_minutes')::int)
          over (partition by version.tenant_id, version.service_id, version.version order by part.position
                rows between unbounded preceding and 1 preceding), 0) as offset_minutes
      from service_version as version, jsonb_array_elements(version.segments) with ordinality as part (value, position)
    )
    select appointment.id from appointment
    where appointment.state <> 'cancelled' and (
      not exists (
        select from appointment_segment as segment
        where segment.tenant_id = appointment.tenant_id and segment.appointment_id = appointment.id)
      or exists (
        select from appointment_segment as segment
        join resource on resource.tenant_id = segment.tenant_id and resource.id = segment.resource_id
        where segment.tenant_id = appointment.tenant_id and segment.appointment_id = appointment.id
          and resource.kind <> 'staff'
          and (segment.starts_at <> appointment.starts_at or segment.ends_at <> appointment.ends_at))
      or exists (
        select from appointment_segment as segment
        join resource on resource.tenant_id = segment.tenant_id and resource.id = segment.resource_id
        left join implied on implied.tenant_id = appointment.tenant_id
          and implied.service_id = appointment.service_id and implied.version = appointment.service_version
          and implied.position = segment.position
          and segment.starts_at = appointment.starts_at + make_interval(mins => implied.offset_minutes::int)
          and segment.ends_at = segment.starts_at + make_interval(mins => implied.minutes)
        where segment.tenant_id = appointment.tenant_id and segment.appointment_id = appointment.id
          and resource.kind = 'staff'
        group by segment.resource_id
        having count(*) <> count(implied.position) or count(*) <> (
          select count(*) from implied as part
          where part.tenant_id = appointment.tenant_id and part.service_id = appointment.service_id
            and part.version = appointment.service_version)))`,

  '2: a cancelled appointment has allocations': `
    select appointment.id from appointment
    join allocation on allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id
    where appointment.state = 'cancelled'`,

  '3: an allocation belongs to no hold and no appointment that keeps its place': `
    select allocation.id from allocation
    left join hold on hold.tenant_id = allocation.tenant_id and hold.id = allocation.hold_id
    left join appointment on appointment.tenant_id = allocation.tenant_id
      and appointment.id = allocation.appointment_id and appointment.state <> 'cancelled'
    where num_nonnulls(hold.id, appointment.id) <> 1`,

  '3: a hold has no allocation': `
    select hold.id from hold
    where not exists (
      select from allocation where allocation.tenant_id = hold.tenant_id and allocation.hold_id = hold.id)`,

  '4: an event is neither processed, nor waiting with a job, nor dead with a reason': `
    select inbox.id from inbox
    where inbox.processed_at is null
      and not exists (
        select from graphile_worker._private_jobs as job
        where job.payload #>> '{data,inbox_id}' = inbox.id::text
          and (job.attempts < job.max_attempts or inbox.error is not null))`,

  '5: an appointment left the state it was booked in without a change record': `
    select appointment.id from appointment
    where appointment.state not in ('requested', 'confirmed') and 2 > (
      select count(*) from appointment_change as change
      where change.tenant_id = appointment.tenant_id and change.appointment_id = appointment.id)`,

  '5: an appointment has not exactly one record of being booked': `
    select appointment.id from appointment
    where 1 <> (
      select count(*) from appointment_change as change
      where change.tenant_id = appointment.tenant_id and change.appointment_id = appointment.id
        and change.kind = 'booked')`,

  '5: an appointment has been changed more or less often than its records say': `
    select appointment.id from appointment
    where appointment.version <> (
      select count(*) from appointment_change as change
      where change.tenant_id = appointment.tenant_id and change.appointment_id = appointment.id)`,

  '8: a call was made to a number that is not its tenant’s': `
    select call.id from call
    where call.provider = 'retell' and not exists (
      select from phone_number
      where phone_number.tenant_id = call.tenant_id and phone_number.e164 = call.called_e164)`,
}

/** One sentence for every invariant that is broken, with the first rows that break it. */
export async function brokenInvariants(query: Query): Promise<string[]> {
  const broken: string[] = []
  for (const [name, sql] of Object.entries(INVARIANTS)) {
    const rows = await query<{ id: string }>(sql)
    const first = rows.slice(0, 3).map(row => row.id)
    if (rows.length > 0) broken.push(`Invariant ${name}: ${rows.length} (${first.join(', ')})`)
  }
  return broken
}
