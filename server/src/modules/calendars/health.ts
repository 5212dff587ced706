import { sql } from 'kysely'
import type { Platform } from '../../platform/platform.ts'
import type { CalendarAdapters } from './adapters.ts'
import type { CalendarProvider } from './port.ts'

type Counts = {
  ok: number
  unreadable: number
  reconnect: number
  oldest: number | null
  conflicts: number
  waiting: number
}

type CalendarHealth = {
  readonly status: 'ok' | 'degraded' | 'down' | 'not_configured'
  readonly detail?: Readonly<Record<string, string | number | null>>
}

/**
 * How a provider's calendars are, over all businesses, without naming one. Not configured: nobody could connect, or
 * nobody has. Down: none of them can be read. Whoever must connect anew is degraded, and not the provider's fault.
 */
export function createCalendarChecks(
  { db, outbound, clock }: Pick<Platform, 'db' | 'outbound' | 'clock'>,
  adapters: CalendarAdapters,
) {
  return {
    calcom: () => health('calcom'),
    google: () => health('google'),
    microsoft: () => health('microsoft'),
  }

  async function health(provider: CalendarProvider): Promise<CalendarHealth> {
    if (adapters[provider] === null) return { status: 'not_configured' }
    const counts = await count(provider)
    const { ok, unreadable, reconnect } = counts
    const connections = ok + unreadable + reconnect
    if (connections === 0) return { status: 'not_configured' }
    const breaker = outbound.breakerOf(provider)
    const isDown = unreadable > 0 && ok === 0
    const isDegraded = unreadable + reconnect > 0 || breaker === 'open'
    return {
      status: isDown ? 'down' : isDegraded ? 'degraded' : 'ok',
      detail: {
        breaker,
        ...{ connections, unreadable, reconnect },
        oldest_reading_seconds: counts.oldest,
        appointments_waiting: counts.waiting,
        conflicts_open: counts.conflicts,
      },
    }
  }

  async function count(provider: CalendarProvider): Promise<Counts> {
    return await db.acrossTenants('health: how calendars are', async tx => {
      const { rows } = await sql<Counts>`
        with connected as (
          select calendar_connection.tenant_id, calendar_connection.id, calendar_connection.state
          from calendar_connection
          where calendar_connection.provider = ${provider} and calendar_connection.state <> 'off'
        ), linked as (
          select calendar_link.tenant_id, calendar_link.id, calendar_link.last_read_at
          from calendar_link
          join connected on connected.tenant_id = calendar_link.tenant_id and connected.id = calendar_link.connection_id
          where calendar_link.state = 'active'
        )
        select (select count(*)::int from connected where connected.state = 'ok') as ok,
          (select count(*)::int from connected where connected.state = 'unreadable') as unreadable,
          (select count(*)::int from connected where connected.state = 'reconnect') as reconnect,
          (select round(extract(epoch from ${clock.now().toString()}::timestamptz - min(linked.last_read_at)))::int
           from linked) as oldest,
          (select count(*)::int from sync_entry
           join linked on linked.tenant_id = sync_entry.tenant_id and linked.id = sync_entry.link_id
           where sync_entry.next_try_at is not null) as waiting,
          (select count(*)::int from calendar_conflict
           join sync_entry on sync_entry.tenant_id = calendar_conflict.tenant_id
             and sync_entry.id = calendar_conflict.entry_id
           join linked on linked.tenant_id = sync_entry.tenant_id and linked.id = sync_entry.link_id
           where calendar_conflict.state = 'open') as conflicts
      `.execute(tx)
      const [counts] = rows
      if (!counts) throw new Error('Counting answers one row.')
      return counts
    })
  }
}

/** For monitors: connections by provider and state, and what waits. Each figure comes from an index of what is open. */
export type CalendarFigures = {
  readonly connections: ReadonlyArray<{ provider: string; state: string; count: number }>
  readonly oldestReadings: ReadonlyArray<{ provider: string; seconds: number }>
  readonly waiting: number
  readonly conflicts: number
}

export async function countCalendars({
  db,
  clock,
}: Pick<Platform, 'db' | 'clock'>): Promise<CalendarFigures> {
  return await db.acrossTenants('metrics: how calendars are', async tx => {
    const { rows } = await sql<{ figures: CalendarFigures }>`
      select jsonb_build_object(
        'connections', (select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (
          select calendar_connection.provider, calendar_connection.state, count(*)::int as count
          from calendar_connection group by calendar_connection.provider, calendar_connection.state) counted),
        'oldestReadings', (select coalesce(jsonb_agg(to_jsonb(aged)), '[]') from (
          select calendar_connection.provider,
            extract(epoch from ${clock.now().toString()}::timestamptz - min(calendar_link.last_read_at))::float8 as seconds
          from calendar_link
          join calendar_connection on calendar_connection.tenant_id = calendar_link.tenant_id
            and calendar_connection.id = calendar_link.connection_id
          where calendar_link.state = 'active' and calendar_connection.state <> 'off'
            and calendar_link.last_read_at is not null
          group by calendar_connection.provider) aged),
        'waiting', (select count(*) from sync_entry where sync_entry.next_try_at is not null),
        'conflicts', (select count(*) from calendar_conflict where calendar_conflict.state = 'open')
      ) as figures
    `.execute(tx)
    const [row] = rows
    if (!row) throw new Error('Counting answers one row.')
    return row.figures
  })
}
