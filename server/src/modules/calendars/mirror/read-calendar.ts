import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CalendarLinkId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  type CalendarConnection,
  noteProblem,
  noteWorking,
  readConnection,
} from '../connections/connection-store.ts'
import { type CalendarLink, readLink } from '../connections/link-store.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { Answer, CalendarAccount, CalendarAdapter, EventChanges, Reading } from '../port.ts'
import type { ApplyReading } from './apply-reading.ts'

/** So far ahead appointments may be booked: so far the mirror reaches. */
const DAYS_AHEAD = 400
const DAYS_BACK = 1
/** The window is not moved with every reading: what rolls into it is read once a day. */
const ROLLS_AFTER = { hours: 24 }
/** After so many failures the distance no longer grows. */
const LONGEST_DISTANCE_MINUTES = 15

const MINUTES_BETWEEN = { webhook: 10, channel: 10, none: 3 } as const

export type ReadResult = 'read' | 'overtaken' | 'failed' | 'not_due'
type Read = Answer<EventChanges> | { readonly kind: 'expired' }
type Begun = {
  readonly link: CalendarLink
  readonly connection: CalendarConnection
  readonly adapter: CalendarAdapter
  readonly account: CalendarAccount
  readonly reading: Reading
}

export type ReadCalendar = ReturnType<typeof createReadCalendar>

/**
 * Reads one linked calendar into the mirror: what has changed since the last time, or all of it when the provider no
 * longer knows since when, or the window has moved. A reading that another one overtook is thrown away, so that an
 * older answer never replaces a newer one.
 */
export function createReadCalendar(platform: Platform, parts: CalendarParts, applyReading: ApplyReading) {
  const { db, clock, live } = platform

  return async function readCalendar(
    tenantId: TenantId,
    linkId: CalendarLinkId,
    urgency: 'live' | 'background',
  ): Promise<ReadResult> {
    const begun = await begin(tenantId, linkId, urgency)
    if (begun === null) return 'not_due'
    const seenAt = clock.now()
    const { changes, reading } = await ask(begun)
    return await db.inTenant(tenantId, async tx => {
      const current = await readLink(tx, linkId, 'locked')
      if (current === null || current.state === 'off') return 'not_due'
      if (current.readings !== begun.link.readings) return 'overtaken'
      if (changes.kind !== 'done') {
        await fail(tx, begun, changes)
        return 'failed'
      }
      await applyReading(tx, { ...begun, changes: changes.value, seenAt, reading })
      await settle(tx, begun, { cursor: changes.value.cursor, seenAt, reading })
      const { extent, events, removed } = changes.value
      const isNews = extent === 'whole' || events.length + removed.length > 0
      if (isNews || begun.connection.state !== 'ok') await announce(tx, begun)
      return 'read'
    })
  }

  async function begin(
    tenantId: TenantId,
    linkId: CalendarLinkId,
    urgency: 'live' | 'background',
  ): Promise<Begun | null> {
    return await db.readTenant(tenantId, async tx => {
      const link = await readLink(tx, linkId)
      if (link === null || link.state === 'off') return null
      const connection = await readConnection(tx, link.connectionId)
      const adapter = connection && parts.adapters[connection.provider]
      if (!connection || !adapter || connection.state === 'off') return null
      const zone = await parts.catalogue.readZone(tx)
      const account = await parts.accounts.open(tx, connection, { zone, urgency })
      return account && { link, connection, adapter, account, reading: readingFor(link, clock.now()) }
    })
  }

  async function ask({ adapter, account, link, reading }: Begun): Promise<{
    changes: Answer<EventChanges>
    reading: Reading
  }> {
    const first: Read = await adapter.readEvents(account, link.target, reading)
    if (first.kind !== 'expired') return { changes: first, reading }
    const whole = { cursor: null, window: windowFrom(clock.now()) }
    const second: Read = await adapter.readEvents(account, link.target, whole)
    const changes: Answer<EventChanges> =
      second.kind === 'expired'
        ? { kind: 'later', detail: 'The provider forgot twice where we were.', afterSeconds: null }
        : second
    return { changes, reading: whole }
  }

  async function settle(
    tx: Tx,
    { link, adapter, connection }: Begun,
    read: { cursor: string | null; seenAt: Temporal.Instant; reading: Reading },
  ): Promise<void> {
    const { window } = read.reading
    await sql`
      update calendar_link
      set cursor = ${read.cursor}, window_start = ${isoText(window.start)}, window_end = ${isoText(window.end)},
        readings = calendar_link.readings + 1, failures = 0, last_read_at = ${isoText(read.seenAt)},
        next_read_at = ${isoText(clock.now().add({ minutes: MINUTES_BETWEEN[adapter.push] }))}
      where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.id = ${link.id}
    `.execute(tx)
    await noteWorking(tx, { id: connection.id, at: read.seenAt })
  }

  /** Whoever looks at it sees what is busy now, and how the connection is. */
  async function announce(tx: Tx, { connection }: Pick<Begun, 'connection'>): Promise<void> {
    await live.announce(tx, { topic: 'calendar', id: connection.id, call_id: null })
  }

  async function fail(
    tx: Tx,
    { link, connection }: Begun,
    answer: Exclude<Answer<unknown>, { kind: 'done' }>,
  ): Promise<void> {
    const at = clock.now()
    const wished = answer.kind === 'later' ? (answer.afterSeconds ?? 0) / 60 : 0
    const minutes = Math.max(wished, Math.min(LONGEST_DISTANCE_MINUTES, 2 ** Math.min(link.failures, 8)))
    await sql`
      update calendar_link
      set failures = calendar_link.failures + 1, next_read_at = ${isoText(at.add({ seconds: Math.round(minutes * 60) }))}
      where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.id = ${link.id}
    `.execute(tx)
    const state = answer.kind === 'unauthorised' ? 'reconnect' : 'unreadable'
    const problem = 'detail' in answer ? answer.detail : answer.kind
    await noteProblem(tx, { id: connection.id, state, problem, at })
    if (state !== connection.state) await announce(tx, { connection })
  }
}

function readingFor(link: CalendarLink, now: Temporal.Instant): Reading {
  const { cursor, windowStart, windowEnd } = link
  if (cursor === null || windowStart === null || windowEnd === null)
    return { cursor: null, window: windowFrom(now) }
  const rolled =
    Temporal.Instant.compare(windowStart.add({ hours: 24 * DAYS_BACK }).add(ROLLS_AFTER), now) <= 0
  if (rolled) return { cursor: null, window: windowFrom(now) }
  return { cursor, window: { start: windowStart, end: windowEnd } }
}

function windowFrom(now: Temporal.Instant): Reading['window'] {
  return { start: now.subtract({ hours: 24 * DAYS_BACK }), end: now.add({ hours: 24 * DAYS_AHEAD }) }
}
