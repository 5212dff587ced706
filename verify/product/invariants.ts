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

  '1: what two allocations of one resource and lane keep around them overlaps': `
    select one.id from allocation as one
    join allocation as other on other.tenant_id = one.tenant_id and other.resource_id = one.resource_id
      and other.lane = one.lane and other.id > one.id
      and coalesce(other.kept_from, other.starts_at) < coalesce(one.kept_until, one.ends_at)
      and coalesce(one.kept_from, one.starts_at) < coalesce(other.kept_until, other.ends_at)`,

  '2: an appointment is not counted on exactly the day it begins, or a cancelled one still is': `
    select counted.appointment_id as id from capacity_count as counted
    join appointment on appointment.tenant_id = counted.tenant_id and appointment.id = counted.appointment_id
    join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
    where counted.kind = 'day' and (appointment.state = 'cancelled'
      or counted.starts_at at time zone location.time_zone
        <> date_trunc('day', appointment.starts_at at time zone location.time_zone))`,

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
    with length as (
      select appointment.tenant_id, appointment.id, appointment.starts_at as begins_at, part.position - 1 as position,
        part.value -> 'needs' as needs, (part.value ->> 'gap_after_minutes')::int as gap,
        coalesce(appointment.segment_minutes[part.position], (part.value ->> 'minutes')::int) as minutes
      from appointment
      join service_version as version on version.tenant_id = appointment.tenant_id
        and version.service_id = appointment.service_id and version.version = appointment.service_version,
        jsonb_array_elements(version.segments) with ordinality as part (value, position)
      where appointment.state <> 'cancelled'
    ), implied as (
      select length.tenant_id, length.id, length.position, length.needs, length.minutes,
        length.begins_at + make_interval(mins => coalesce(sum(length.minutes + length.gap) over (
          partition by length.tenant_id, length.id order by length.position
          rows between unbounded preceding and 1 preceding), 0)::int) as starts_at
      from length
    ), work as (
      select implied.tenant_id, implied.id, implied.position, implied.needs, implied.starts_at,
        implied.starts_at + make_interval(mins => implied.minutes) as ends_at
      from implied
    ), taken as (
      select segment.tenant_id, segment.appointment_id as id, segment.position, segment.resource_id, resource.kind,
        segment.starts_at, segment.ends_at
      from appointment_segment as segment
      join resource on resource.tenant_id = segment.tenant_id and resource.id = segment.resource_id
    )
    select appointment.id from appointment
    where appointment.state <> 'cancelled' and (
      not exists (select from taken where taken.tenant_id = appointment.tenant_id and taken.id = appointment.id)
      -- It ends with its last segment.
      or appointment.ends_at <> (
        select max(work.ends_at) from work
        where work.tenant_id = appointment.tenant_id and work.id = appointment.id)
      -- People work in its segments and at no other time.
      or exists (
        select from taken
        left join work on work.tenant_id = taken.tenant_id and work.id = taken.id
          and work.position = taken.position and work.starts_at = taken.starts_at and work.ends_at = taken.ends_at
        where taken.tenant_id = appointment.tenant_id and taken.id = appointment.id
          and taken.kind = 'staff' and work.id is null)
      -- A segment that names its needs has as many of each kind, others have nobody else than every other such segment.
      or exists (
        select from work
        where work.tenant_id = appointment.tenant_id and work.id = appointment.id and work.needs is not null
          and exists (
            select from unnest(array['staff', 'room', 'device']) as every (kind)
            where (select count(*) from jsonb_array_elements(work.needs) as need (value)
              where need.value ->> 'kind' = every.kind) <> (
              select count(*) from taken
              where taken.tenant_id = work.tenant_id and taken.id = work.id and taken.kind = every.kind
                and taken.starts_at <= work.starts_at and taken.ends_at >= work.ends_at)))
      or exists (
        select from work
        left join taken on taken.tenant_id = work.tenant_id and taken.id = work.id
          and taken.position = work.position and taken.kind = 'staff'
        where work.tenant_id = appointment.tenant_id and work.id = appointment.id and work.needs is null
        having count(distinct taken.resource_id) > 1
          or count(taken.resource_id) not in (0, count(distinct work.position)))
      -- Without needs, rooms and devices are taken all the time; with them, from one segment's start to one's end.
      or exists (
        select from taken
        where taken.tenant_id = appointment.tenant_id and taken.id = appointment.id and taken.kind <> 'staff'
          and case when exists (
              select from work
              where work.tenant_id = appointment.tenant_id and work.id = appointment.id and work.needs is not null)
            then not exists (
              select from work as first, work as last
              where first.tenant_id = taken.tenant_id and first.id = taken.id and first.starts_at = taken.starts_at
                and last.tenant_id = taken.tenant_id and last.id = taken.id and last.ends_at = taken.ends_at
                and first.position = taken.position and last.position >= first.position)
            else taken.starts_at <> appointment.starts_at or taken.ends_at <> appointment.ends_at end))`,

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

  '5: a series has been changed more or less often than its records say': `
    select series.id from series
    where series.version <> (
      select count(*) from series_change as change
      where change.tenant_id = series.tenant_id and change.series_id = series.id)`,

  '6: a claim counts as proven by a tool that answered nothing in its call': `
    select claim_check.call_id as id from claim_check
    where claim_check.verdict = 'proven'
      and not exists (
        select from tool_receipt
        where tool_receipt.tenant_id = claim_check.tenant_id and tool_receipt.call_id = claim_check.call_id
          and tool_receipt.tool = claim_check.proof_tool)
      and not exists (
        select from call_event
        where call_event.tenant_id = claim_check.tenant_id and call_event.call_id = claim_check.call_id
          and call_event.kind = 'tool' and call_event.name = claim_check.proof_tool)`,

  '6: nobody is asked to look after a call in which something was claimed that nothing stands behind': `
    select claim_check.call_id as id from claim_check
    where claim_check.verdict = 'ghost' and not exists (
      select from claim_check as other
      where other.tenant_id = claim_check.tenant_id and other.call_id = claim_check.call_id
        and other.callback_request_id is not null)`,

  '7: a reference between two tables of tenants does not name the tenant': `
    select reference.conname as id from pg_constraint as reference
    join pg_attribute as own on own.attrelid = reference.conrelid and own.attname = 'tenant_id'
    join pg_attribute as other on other.attrelid = reference.confrelid and other.attname = 'tenant_id'
    where reference.contype = 'f' and own.attnotnull and other.attnotnull
      and (array_position(reference.conkey, own.attnum) is null
        or array_position(reference.conkey, own.attnum)
          is distinct from array_position(reference.confkey, other.attnum))`,

  '7: a table of tenants shows rows to whoever names no tenant': `
    select relation.relname::text as id from pg_class as relation
    join pg_namespace as namespace on namespace.oid = relation.relnamespace and namespace.nspname = 'public'
    join pg_attribute as own on own.attrelid = relation.oid and own.attname = 'tenant_id' and own.attnotnull
    where relation.relkind in ('r', 'p') and not (
      relation.relrowsecurity and relation.relforcerowsecurity and exists (
        select from pg_policies as policy
        where policy.schemaname = 'public' and policy.tablename = relation.relname
          and policy.roles && array['askpro_app'::name] and policy.qual like '%current_tenant_id()%'))`,

  '8: a call was made to a number that is not its tenant’s': `
    select call.id from call
    where call.provider = 'retell' and not exists (
      select from phone_number
      where phone_number.tenant_id = call.tenant_id and phone_number.e164 = call.called_e164)`,

  '9: a confirmed appointment lies in blocked time, and no collision names both': `
    with blocked as (
      select closure.tenant_id, closure.id, closure.location_id, closure.resource_id, closure.starts_at, closure.ends_at
      from closure where closure.removed_at is null
      union all
      select absence.tenant_id, absence.id, null, absence.resource_id, absence.starts_at, absence.ends_at
      from absence where absence.removed_at is null
    )
    select distinct appointment.id from appointment
    join allocation on allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id
    join blocked on blocked.tenant_id = allocation.tenant_id
      and (blocked.resource_id is null or blocked.resource_id = allocation.resource_id)
      and (blocked.location_id is null or blocked.location_id = appointment.location_id)
      and blocked.starts_at < allocation.ends_at and blocked.ends_at > allocation.starts_at
    where appointment.state in ('requested', 'confirmed') and not exists (
      select from block_collision
      where block_collision.tenant_id = appointment.tenant_id and block_collision.appointment_id = appointment.id
        and coalesce(block_collision.closure_id, block_collision.absence_id) = blocked.id)`,
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
