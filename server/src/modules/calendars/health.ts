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
        ), entered as (
          select sync_entry.tenant_id, sync_entry.id, sync_entry.state from sync_entry
          join linked on linked.tenant_id = sync_entry.tenant_id and linked.id = sync_entry.link_id
          where sync_entry.state <> 'in_step'
        )
        select (select count(*)::int from connected where connected.state = 'ok') as ok,
          (select count(*)::int from connected where connected.state = 'unreadable') as unreadable,
          (select count(*)::int from connected where connected.state = 'reconnect') as reconnect,
          (select round(extract(epoch from ${clock.now().toString()}::timestamptz - min(linked.last_read_at)))::int
           from linked) as oldest,
          (select count(*)::int from entered where entered.state in ('pending', 'unclear', 'failed')) as waiting,
          (select count(*)::int from calendar_conflict
           join entered on entered.tenant_id = calendar_conflict.tenant_id and entered.id = calendar_conflict.entry_id
           where calendar_conflict.state = 'open') as conflicts
      `.execute(tx)
      const [counts] = rows
      if (!counts) throw new Error('Counting answers one row.')
      return counts
    })
  }
}
