import { sql } from 'kysely'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { ConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Connections } from '../connections.ts'
import { createRetellAgents } from '../retell/agent/retell-agents.ts'
import type { DoorWatch } from './door-watch.ts'
import { type Alarm, alarmsOf, type LineAlarm, type LineFigures, receptionistAlarms } from './judge-line.ts'

type Parts = {
  readonly connections: Connections
  readonly apiUrl: () => string | null
  readonly doors: DoorWatch
}

/** The newest events are looked at, by the primary key: an index on when they came would cost each of them. */
const NEWEST = 2000
const HEARD_WITHIN_MINUTES = 5
const LOOK_BACK_MINUTES = 60
/** What was counted longer ago says nothing about now. */
const COUNT_IS_OLD_AFTER_MINUTES = 10

/** Whose calls, events and receptionist are looked at, and the lines of which account. */
type About = { readonly tenantId: TenantId; readonly connectionId: ConnectionId | null }
type Row = Pick<LineFigures, 'silentCalls' | 'lostEvents'> & {
  readonly now: number | null
  readonly limit: number | null
  readonly drifted: number
  readonly turnedBack: number
}

export type WatchLine = () => Promise<{ alarms: LineAlarm[]; figures: LineFigures }>
export type WatchBusiness = (tenantId: TenantId) => Promise<Alarm[]>

/** Whether the telephone works as far as we can tell from here, and what speaks against it. */
export function createWatchLine(platform: Platform, { doors }: Pick<Parts, 'doors'>): WatchLine {
  return async () => {
    const figures = { ...(await readFigures(platform, null)), doors: doors.figures() }
    return { alarms: alarmsOf(figures), figures }
  }
}

/** The same for one business, and whether its receptionist is what was published. What the doors met concerns everybody. */
export function createWatchBusiness(
  platform: Platform,
  {
    doors,
    connectionOf,
  }: Pick<Parts, 'doors'> & {
    readonly connectionOf: (tenantId: TenantId) => Promise<{ id: ConnectionId } | null>
  },
): WatchBusiness {
  return async tenantId => {
    const connection = await connectionOf(tenantId)
    const about = { tenantId, connectionId: connection?.id ?? null }
    const figures = { ...(await readFigures(platform, about)), doors: doors.figures() }
    return [...alarmsOf(figures), ...receptionistAlarms(figures.receptionists)]
  }
}

/** `about` null: the whole installation. */
async function readFigures(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  about: About | null,
): Promise<Omit<LineFigures, 'doors'>> {
  const now = clock.now()
  const ofTenant = (column: string) =>
    about === null ? sql`true` : sql`${sql.ref(column)} = ${about.tenantId}`
  const ofAccount = about === null ? sql`true` : sql`voice_connection.id = ${about.connectionId}`
  const countedAfter = instantSql(now.subtract({ minutes: COUNT_IS_OLD_AFTER_MINUTES }))
  const { rows } = await db.acrossTenants('voice: how the telephone does', tx =>
    sql<Row>`
      with newest as (
        select inbox.source, inbox.event_key, inbox.received_at, inbox.headers, inbox.resolved_tenant_id
        from inbox order by inbox.id desc limit ${NEWEST}
      ), heard as (
        select max(newest.received_at) as at from newest
        where newest.source like 'retell/%' and newest.event_key not like 'call_inbound/%'
          and newest.headers ->> 'found' is null
      ), published as (
        select distinct on (agent_publication.tenant_id) agent_publication.state
        from agent_publication
        where ${ofTenant('agent_publication.tenant_id')}
        order by agent_publication.tenant_id, agent_publication.started_at desc, agent_publication.id desc
      )
      select
        (select count(*)::int from call
          where call.provider = 'retell' and ${ofTenant('call.tenant_id')}
            and call.created_at between ${instantSql(now.subtract({ minutes: LOOK_BACK_MINUTES }))}
              and ${instantSql(now.subtract({ minutes: HEARD_WITHIN_MINUTES }))}
            and call.created_at > coalesce((select heard.at from heard), '-infinity')) as "silentCalls",
        (select count(*)::int from newest
          where newest.headers ->> 'found' = 'reconciled' and ${ofTenant('newest.resolved_tenant_id')}
            and newest.received_at > ${instantSql(now.subtract({ hours: 24 }))}) as "lostEvents",
        (select sum(voice_connection.calls_now)::int from voice_connection
          where ${ofAccount} and voice_connection.calls_counted_at > ${countedAfter}) as now,
        (select sum(voice_connection.calls_limit)::int from voice_connection
          where ${ofAccount} and voice_connection.calls_counted_at > ${countedAfter}) as limit,
        (select count(*)::int from voice_agent
          where ${ofTenant('voice_agent.tenant_id')} and voice_agent.drift ->> 'state' = 'drifted') as drifted,
        (select count(*)::int from published
          where published.state in ('turning_back', 'rolled_back')) as "turnedBack"
    `.execute(tx),
  )
  const [row] = rows
  if (!row) throw new Error('An aggregate has a row.')
  const { silentCalls, lostEvents, drifted, turnedBack } = row
  const calls = row.now === null || row.limit === null ? null : { now: row.now, limit: row.limit }
  return { silentCalls, lostEvents, calls, receptionists: { drifted, turnedBack } }
}

/** Counts the calls under way at the provider, and says aloud what somebody should look at: also while it is away. */
export function scheduleWatch(
  platform: Platform,
  { connections, apiUrl }: Omit<Parts, 'doors'>,
  watchLine: WatchLine,
): void {
  const { jobs, clock, db, log, outbound } = platform
  jobs.schedule({
    name: 'voice.watch-line',
    cadence: { cron: '*/2 * * * *', zone: 'Europe/Berlin' },
    missed: 'skip',
    priority: 'sync',
    maxAttempts: 1,
    safeToRepeat: 'It counts anew.',
    run: async () => {
      const baseUrl = apiUrl()
      for (const connection of baseUrl === null ? [] : await connections.atRetell()) {
        const [apiKey] = connection.keys
        if (apiKey === undefined || baseUrl === null) continue
        const account = createRetellAgents(outbound, { connection: connection.slug, apiKey, baseUrl })
        try {
          await note(connection.id, await account.concurrency())
        } catch (error) {
          log.warn(
            { err: error, connection: connection.slug },
            'the calls of an account could not be counted',
          )
        }
      }
      const { alarms, figures } = await watchLine()
      if (alarms.length > 0) log.error({ alarms, ...figures }, 'the telephone needs somebody to look at it')
    },
  })

  async function note(
    id: ConnectionId,
    { current, limit }: { current: number; limit: number },
  ): Promise<void> {
    await db.acrossTenants('voice: note how busy an account is', tx =>
      tx
        .updateTable('voice_connection')
        .set({ calls_now: current, calls_limit: limit, calls_counted_at: isoText(clock.now()) })
        .where('voice_connection.id', '=', id)
        .execute(),
    )
  }
}
