import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, SystemTx, Tx } from '../db/database.ts'
import { type InboxEventId, newId, type TenantId } from '../ids/ids.ts'
import { classifyFailure, type Failure } from '../jobs/classify-failure.ts'
import type { JobDefinition, Jobs } from '../jobs/jobs.ts'
import { TerminalError } from '../jobs/retry-classes.ts'
import type { Live } from '../live/live.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { Clock } from '../time/clock.ts'
import { gather } from './gather.ts'
import { type ArrivedEvent, insertEvents } from './insert-events.ts'
import type { ReceivedEvent } from './received-event.ts'
import { scheduleRetention } from './retention.ts'

/**
 * Facts from outside. Received → stored under (source, event key) and answered at once → processed by a job →
 * completed in the very transaction that holds the effects. An event that cannot be processed is dead: it keeps
 * its reason and its error until somebody replays it. Nothing received is ever lost.
 */
export type InboxEvent = {
  readonly id: InboxEventId
  readonly source: string
  readonly eventKey: string
  readonly body: string
  readonly receivedAt: Temporal.Instant
  readonly requestId: string
  /** What we noted about receiving it. */
  readonly headers: Readonly<Record<string, string>>
}

export type InboxReader = {
  /** Processes one event and calls `complete` inside the transaction of its effects. */
  process(event: InboxEvent): Promise<void>
  /** Whose an event is that could not be processed, so that its tenant can see it; null when that cannot be told. */
  whose(event: InboxEvent): Promise<TenantId | null>
}

export type Inbox = {
  /** Stores the event durably and enqueues its processing. `duplicate`: it was here before, nothing changed. */
  receive(event: ReceivedEvent): Promise<'stored' | 'duplicate'>
  /**
   * Events that are stored and not processed yet, the oldest first, to be taken along by another of the same call: those
   * of a key, and those whose key begins so.
   */
  findUnprocessed(source: string, wanted: { key: string; prefix: string | null }): Promise<InboxEvent[]>
  /** Registers who reads the events of a provider (the part of the source before the slash). */
  read(provider: string, reader: InboxReader): void
  /**
   * Marks the event as processed in this transaction; `keptBody` replaces the body (what may not be stored is
   * stripped). False when another run already did: then this one must change nothing.
   */
  complete(tx: Tx | SystemTx, event: InboxEvent, keptBody?: string): Promise<boolean>
  /**
   * Processes done and dead events once more; a tenant's transaction reaches its own only. Returns the ids that are
   * taken up: not those without a body, and not those that are being processed anyway.
   */
  replay(tx: Tx | SystemTx, ids: readonly string[]): Promise<string[]>
}

/** Events that arrive together are stored and enqueued in one durable transaction. */
const MOST_TOGETHER = 200

const processPayload = z.object({ inbox_id: z.uuid() })
type ProcessEvent = JobDefinition<z.infer<typeof processPayload>>
type InboxPlatform = { db: Database; jobs: Jobs; live: Live; clock: Clock; metrics: Metrics }

export function createInbox(platform: InboxPlatform): Inbox {
  const { db, jobs, clock, metrics } = platform
  const readers = new Map<string, InboxReader>()

  const processEvent: ProcessEvent = jobs.define({
    name: 'platform.process-inbox-event',
    payload: processPayload,
    priority: 'live',
    maxAttempts: 12,
    safeToRepeat: 'The event is completed in the transaction of its effects; a completed event is skipped.',
    run: async ({ inbox_id }, attempt) => {
      const event = await loadUnprocessed(db, inbox_id as InboxEventId)
      if (!event) return
      const reader = readers.get(event.source.split('/')[0] ?? '')
      try {
        if (!reader) throw new TerminalError(`Nobody reads events of ${event.source}.`)
        await reader.process(event)
      } catch (error) {
        const failure = classifyFailure(error, attempt, 0)
        await recordFailure(platform, event, { failure, tenantId: await whoseIs(reader, event) })
        // A dead event is the dead letter itself; the job has nothing left to do.
        if (failure.reason === null) throw error
      }
    },
  })

  const store = gather<ArrivedEvent, boolean>(
    arrived =>
      db.acrossTenants('inbox: receive events', async tx => {
        const stored = await insertEvents(tx, arrived)
        const fresh = arrived.filter(event => stored.has(event.id))
        if (fresh.length > 0)
          await jobs.enqueuePrepared(
            tx,
            processEvent,
            fresh.map(event => event.job),
          )
        return arrived.map(event => stored.has(event.id))
      }),
    MOST_TOGETHER,
  )

  scheduleRetention(platform)
  jobs.schedule({
    name: 'platform.find-lost-inbox-events',
    cadence: { everyMs: 5 * 60_000 },
    missed: 'skip',
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'Only events that are neither processed nor dead are looked at.',
    run: async () => {
      for (const event of await loadLost(db)) {
        const tenantId = await whoseIs(readers.get(event.source.split('/')[0] ?? ''), event)
        await recordFailure(platform, event, { failure: LOST, tenantId })
      }
    },
  })

  return {
    findUnprocessed: (source, wanted) => loadWaiting(db, source, wanted),
    read: (provider, reader) => {
      readers.set(provider, reader)
    },
    receive: async received => {
      const id = newId<'inbox-event'>()
      const now = clock.now()
      const runAt = received.processAfter === undefined ? {} : { runAt: now.add(received.processAfter) }
      const job = jobs.prepare(processEvent, { inbox_id: id }, runAt)
      const stored = await store({ id, received, receivedAt: now.toString(), job })
      const result = stored ? 'stored' : 'duplicate'
      metrics.inboxEvents.inc({ source: received.source.split('/')[0] ?? 'unknown', result })
      return result
    },
    complete: async (tx, event, keptBody) => {
      const { rows } = await sql<{ completed: boolean }>`
        select complete_inbox_event(${event.id}, ${clock.now().toString()}, ${keptBody ?? null}) as completed
      `.execute(tx)
      return rows[0]?.completed ?? false
    },
    replay: async (tx, ids) => {
      const { rows } = await sql<{ id: InboxEventId }>`
        select reopen_inbox_events(${[...ids]}::uuid[]) as id
      `.execute(tx)
      for (const { id } of rows) await jobs.enqueue(tx, processEvent, { inbox_id: id })
      return rows.map(({ id }) => id)
    },
  }
}

/** A worker that dies in a job's last attempt leaves nobody who could say that it was the last. */
const LOST: Failure = {
  reason: 'worker_lost',
  message: 'The process that worked on it was lost, and so was its job.',
  extraDelayMs: 0,
}

/** Asking whose it is must not hide why it failed. */
async function whoseIs(reader: InboxReader | undefined, event: InboxEvent): Promise<TenantId | null> {
  try {
    return (await reader?.whose(event)) ?? null
  } catch {
    return null
  }
}

async function loadUnprocessed(db: Database, id: InboxEventId): Promise<InboxEvent | null> {
  const row = await db.acrossTenants('inbox: load an event', tx =>
    unprocessed(tx).where('inbox.id', '=', id).executeTakeFirst(),
  )
  return row ? toEvent(row) : null
}

/** Few events wait at any time, and they have an index of their own. */
async function loadWaiting(
  db: Database,
  source: string,
  { key, prefix }: { key: string; prefix: string | null },
): Promise<InboxEvent[]> {
  const rows = await db.acrossTenants('inbox: load events of the same call', tx =>
    unprocessed(tx)
      .where('inbox.source', '=', source)
      .where(
        sql<boolean>`(inbox.event_key = ${key} or starts_with(inbox.event_key, ${prefix}) and inbox.dead_at is null)`,
      )
      .orderBy('inbox.received_at')
      .orderBy('inbox.id')
      .execute(),
  )
  return rows.map(toEvent)
}

/** Events that are neither processed nor dead, and that no job is going to process. */
async function loadLost(db: Database): Promise<InboxEvent[]> {
  const rows = await db.acrossTenants('inbox: find lost events', tx =>
    unprocessed(tx)
      .where('inbox.dead_at', 'is', null)
      .where(
        sql<boolean>`not exists (select from events_in_the_queue() as queued (id) where queued.id = inbox.id)`,
      )
      .orderBy('inbox.received_at')
      .limit(500)
      .execute(),
  )
  return rows.map(toEvent)
}

function unprocessed(tx: SystemTx) {
  return tx
    .selectFrom('inbox')
    .select([
      'inbox.id',
      'inbox.source',
      'inbox.event_key',
      'inbox.body',
      'inbox.headers',
      'inbox.received_at',
      'inbox.request_id',
    ])
    .where('inbox.processed_at', 'is', null)
}

type UnprocessedRow = Awaited<ReturnType<ReturnType<typeof unprocessed>['execute']>>[number]

function toEvent(row: UnprocessedRow): InboxEvent {
  return {
    id: row.id as InboxEventId,
    source: row.source,
    eventKey: row.event_key,
    body: row.body,
    headers: row.headers as Record<string, string>,
    receivedAt: row.received_at,
    requestId: row.request_id,
  }
}

async function recordFailure(
  { db, clock, live }: InboxPlatform,
  event: InboxEvent,
  { failure, tenantId }: { failure: Failure; tenantId: TenantId | null },
): Promise<void> {
  const at = clock.now().toString()
  const dead = failure.reason === null ? {} : { dead_at: at, dead_reason: failure.reason }
  await db.acrossTenants('inbox: record a failure', async tx => {
    await tx
      .updateTable('inbox')
      .set(row => ({
        attempts: row('inbox.attempts', '+', 1),
        error: failure.message,
        last_failed_at: at,
        ...(tenantId === null ? {} : { resolved_tenant_id: tenantId }),
        ...dead,
      }))
      .where('inbox.id', '=', event.id)
      .where('inbox.processed_at', 'is', null)
      .execute()
    if (tenantId !== null)
      await live.announceTo(tx, tenantId, { topic: 'inbox-event', id: event.id, call_id: null })
  })
}
