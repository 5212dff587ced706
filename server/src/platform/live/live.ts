import { setTimeout as wait } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { sessionConfig, WEB_LIMITS } from '../db/connect.ts'
import type { SystemTx, Tx } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import { createRecentEvents } from './recent-events.ts'

/**
 * Tells open pages that something changed. A change is announced in its own transaction (`notify`), so it is
 * heard when it is committed and not before, by every web process. The announcement carries ids, never data:
 * the page asks again, with its own rights.
 */
const TOPICS = [
  'call',
  'appointment',
  'message',
  'callback-request',
  'job',
  'inbox-event',
  'waitlist',
  'receptionist',
  'calendar',
] as const
export type LiveTopic = (typeof TOPICS)[number]
export type LiveEvent = { readonly topic: LiveTopic; readonly id: string; readonly call_id: string | null }
export type LiveListener = (event: LiveEvent) => void

export type Live = {
  announce(tx: Tx, event: LiveEvent): Promise<void>
  /** What `announce` calls in the database, to be called by the statement that writes the change. */
  announcing(tenantId: TenantId, event: LiveEvent): RawBuilder<unknown>
  /** For work across tenants that knows whose the change is. */
  announceTo(tx: SystemTx, tenantId: TenantId, event: LiveEvent): Promise<void>
  /**
   * Hears one tenant's changes until the returned function is called, those of the last fifteen seconds at once: a page
   * has read what it shows before it begins to listen.
   */
  listen(tenantId: TenantId, listener: LiveListener): () => void
  /** Connects to the database's notifications; reconnects for ever until stopped. */
  start(): Promise<void>
  stop(): Promise<void>
}

export const LIVE_CHANNEL = 'askpro_live'
const announcement = z.object({
  tenant: z.uuid(),
  topic: z.enum(TOPICS),
  id: z.string(),
  call_id: z.string().nullable(),
})

/** What is sent over `LIVE_CHANNEL`. */
export function livePayload(tenantId: string, event: LiveEvent): string {
  return JSON.stringify({ tenant: tenantId, ...event })
}

/** Anybody connected to the database may notify; what is no announcement of ours is passed over. */
function readJson(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? 'null')
  } catch {
    return null
  }
}

export function createLive(options: { url: string; log: Log }): Live {
  const listeners = new Map<string, Set<LiveListener>>()
  const recent = createRecentEvents<LiveEvent>()
  const stopping = new AbortController()
  let client: pg.Client | null = null
  let reconnecting: Promise<void> = Promise.resolve()

  const hear = (payload: string | undefined): void => {
    const parsed = announcement.safeParse(readJson(payload))
    if (!parsed.success) return
    const { tenant, ...event } = parsed.data
    recent.keep(tenant, event)
    for (const listener of listeners.get(tenant) ?? []) listener(event)
  }

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: 'askpro live',
      connectionTimeoutMillis: 5000,
      ...sessionConfig(WEB_LIMITS),
    })
    next.on('notification', message => hear(message.payload))
    next.on('error', () => {})
    next.on('end', () => {
      if (client === next && !stopping.signal.aborted) reconnecting = reconnect()
    })
    try {
      await next.connect()
      await next.query(`listen ${LIVE_CHANNEL}`)
      client = next
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
  }

  const reconnect = async (): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        await connect()
        return
      } catch (error) {
        if (attempt === 1) options.log.warn({ err: error }, 'live updates are interrupted')
        const pause = Math.min(5000, 100 * 2 ** attempt)
        await wait(pause, null, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  const announcing: Live['announcing'] = (tenantId, event) =>
    sql`pg_notify(${LIVE_CHANNEL}, ${livePayload(tenantId, event)})`

  return {
    announcing,
    announce: async (tx, event) => {
      await sql`select ${announcing(tx.tenantId, event)}`.execute(tx)
    },
    announceTo: async (tx, tenantId, event) => {
      await sql`select ${announcing(tenantId, event)}`.execute(tx)
    },
    listen: (tenantId, listener) => {
      const set = listeners.get(tenantId) ?? new Set()
      listeners.set(tenantId, set.add(listener))
      for (const event of recent.of(tenantId)) listener(event)
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(tenantId)
      }
    },
    start: connect,
    stop: async () => {
      stopping.abort()
      // A connection that is coming back just now would outlive us, and keep the process and its database.
      await reconnecting
      await client?.end()
    },
  }
}
