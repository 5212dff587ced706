import { sql } from 'kysely'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Connections } from '../connections.ts'
import { createRetellAgents } from '../retell/agent/retell-agents.ts'
import type { DoorWatch } from './door-watch.ts'
import { type Alarm, alarmsOf, type LineFigures } from './judge-line.ts'

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

/** Whether the telephone works as far as we can tell from here, and what speaks against it. */
export function createWatchLine({ db, clock }: Platform, { doors }: Pick<Parts, 'doors'>) {
  return async function watchLine(): Promise<{ alarms: Alarm[]; figures: LineFigures }> {
    const now = clock.now()
    const figures = await db.acrossTenants('voice: how the telephone does', async tx => {
      const { rows } = await sql<
        Omit<LineFigures, 'doors' | 'calls'> & { now: number | null; limit: number | null }
      >`
        with newest as (
          select inbox.source, inbox.event_key, inbox.received_at, inbox.headers
          from inbox order by inbox.id desc limit ${NEWEST}
        ), heard as (
          select max(newest.received_at) as at from newest
          where newest.source like 'retell/%' and newest.event_key not like 'call_inbound/%'
            and newest.headers ->> 'found' is null
        )
        select
          (select count(*)::int from call
            where call.provider = 'retell'
              and call.created_at between ${instantSql(now.subtract({ minutes: LOOK_BACK_MINUTES }))}
                and ${instantSql(now.subtract({ minutes: HEARD_WITHIN_MINUTES }))}
              and call.created_at > coalesce((select heard.at from heard), '-infinity')) as "silentCalls",
          (select count(*)::int from newest
            where newest.headers ->> 'found' = 'reconciled'
              and newest.received_at > ${instantSql(now.subtract({ hours: 24 }))}) as "lostEvents",
          (select sum(voice_connection.calls_now)::int from voice_connection
            where voice_connection.calls_counted_at > ${instantSql(now.subtract({ minutes: COUNT_IS_OLD_AFTER_MINUTES }))}) as now,
          (select sum(voice_connection.calls_limit)::int from voice_connection
            where voice_connection.calls_counted_at > ${instantSql(now.subtract({ minutes: COUNT_IS_OLD_AFTER_MINUTES }))}) as limit
      `.execute(tx)
      const [row] = rows
      return {
        silentCalls: row?.silentCalls ?? 0,
        lostEvents: row?.lostEvents ?? 0,
        calls: row?.now == null || row.limit == null ? null : { now: row.now, limit: row.limit },
      }
    })
    const all = { ...figures, doors: doors.figures() }
    return { alarms: alarmsOf(all), figures: all }
  }
}

/** Counts the calls under way at the provider, and says aloud what somebody should look at. */
export function scheduleWatch(
  platform: Platform,
  { connections, apiUrl }: Omit<Parts, 'doors'>,
  watchLine: ReturnType<typeof createWatchLine>,
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
        const { current, limit } = await account.concurrency()
        await db.acrossTenants('voice: note how busy an account is', tx =>
          tx
            .updateTable('voice_connection')
            .set({ calls_now: current, calls_limit: limit, calls_counted_at: isoText(clock.now()) })
            .where('voice_connection.id', '=', connection.id)
            .execute(),
        )
      }
      const { alarms, figures } = await watchLine()
      if (alarms.length > 0) log.error({ alarms, ...figures }, 'the telephone needs somebody to look at it')
    },
  })
}
