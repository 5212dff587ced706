import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import type { CalendarLinkId, SyncEntryId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  type CalendarConnection,
  noteProblem,
  noteWorking,
  readConnection,
} from '../connections/connection-store.ts'
import { readLink } from '../connections/link-store.ts'
import { type Attempt, planWrite } from '../domain/plan-write.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { Answer, WrittenEvent } from '../port.ts'
import type { Outcome, Step, WriteEntry } from './attempt.ts'
import { endLease, lockEntry, type SyncEntry, takeLease } from './entry-store.ts'
import { outgoingEvent } from './outgoing-event.ts'
import type { SettleAttempt } from './settle-attempt.ts'
import type { Next } from './settlements.ts'

/** Longer than any adapter takes for one attempt, however often it asks. */
const LEASE = { minutes: 5 }
/** A look, what follows from it, and what came in between. */
const MOST_STEPS = 5
/** Providers that only search by time are asked for so much around everything we know. */
const NEAR = { hours: 24 }

/**
 * Brings one appointment in one calendar to where it should stand: reads and takes the lease, asks outside without a
 * transaction, settles what was answered. Killed anywhere, the next one finds the lease ended and looks first.
 */
export function createWriteEntry(
  platform: Platform,
  parts: CalendarParts,
  settleAttempt: SettleAttempt,
): WriteEntry {
  const { db, clock, live } = platform

  return async (tenantId, entryId) => {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const begun = await db.inTenant(tenantId, tx => begin(tx, entryId))
      if (begun === null) return
      const next = await carryOut(tenantId, begun).catch(async error => {
        // Where not even this can be written, the lease ends by itself.
        await db.inTenant(tenantId, tx => endLease(tx, entryId, { lease: begun.lease, at: clock.now() }))
        throw error
      })
      if (next === 'later') return
    }
  }

  async function carryOut(tenantId: TenantId, begun: Step): Promise<Next> {
    const outcome = await attempt(begun)
    return await db.inTenant(tenantId, async tx => {
      await noteConnection(tx, begun.connection, outcome.answer)
      return await settleAttempt(tx, begun, outcome)
    })
  }

  async function begin(tx: Tx, entryId: SyncEntryId): Promise<Step | null> {
    const entry = await lockEntry(tx, entryId)
    const through = entry && (await wayOf(tx, entry.linkId))
    const now = clock.now()
    if (!entry || !through || isLater(entry.nextTryAt, now)) return null
    const plan = planWrite(entry, now)
    switch (plan.kind) {
      case 'nothing':
      case 'wait':
        return null
      case 'past':
      case 'in_step':
        await settleAttempt.without(tx, entry, plan.kind)
        return null
      default: {
        const lease = randomUUID()
        const event = await outgoingEvent(tx, entry, through.link.settings)
        const attempting = keptAttempt(entry, plan.kind)
        await takeLease(tx, entry, { attempting, lease, until: now.add(LEASE) })
        return { attempt: plan.kind, entry, ...through, event, lease }
      }
    }
  }

  /** Null: it is switched off, or nobody has connected it. */
  async function wayOf(
    tx: Tx,
    linkId: CalendarLinkId,
  ): Promise<Pick<Step, 'link' | 'connection' | 'adapter' | 'account'> | null> {
    const link = await readLink(tx, linkId)
    const connection = link && (await readConnection(tx, link.connectionId))
    if (!link || !connection || link.state === 'off' || connection.state === 'off') return null
    const adapter = parts.adapters[connection.provider]
    const zone = await parts.catalogue.readZone(tx)
    const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
    return adapter && account && { link, connection, adapter, account }
  }

  async function noteConnection(
    tx: Tx,
    { id, state }: CalendarConnection,
    answer: Answer<unknown>,
  ): Promise<void> {
    const at = clock.now()
    if (answer.kind === 'unauthorised')
      await noteProblem(tx, { id, state: 'reconnect', problem: answer.detail, at })
    if (answer.kind === 'done') await noteWorking(tx, { id, at })
    const isNews = (answer.kind === 'unauthorised') === (state === 'ok')
    if (isNews) await live.announce(tx, { topic: 'calendar', id, call_id: null })
  }
}

function isLater(at: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, now) > 0
}

/** A look does not forget what it looks for. */
function keptAttempt(entry: SyncEntry, next: Attempt): Attempt {
  return next === 'look' ? (entry.attempting ?? 'look') : next
}

async function attempt({ attempt, adapter, account, link, event, entry }: Step): Promise<Outcome> {
  const { target } = link
  switch (attempt) {
    case 'look': {
      const search = { reference: entry.reference, near: nearOf(entry) }
      return { attempt, answer: await adapter.findEvents(account, target, search) }
    }
    case 'create':
      return { attempt, answer: await adapter.createEvent(account, target, event) }
    case 'change':
      return { attempt, answer: await adapter.changeEvent(account, target, event, writtenOf(entry)) }
    case 'remove':
      return { attempt, answer: await adapter.removeEvent(account, target, writtenOf(entry), null) }
    default:
      return attempt satisfies never
  }
}

function writtenOf({ written }: SyncEntry): WrittenEvent {
  if (written === null) throw new Error('What was never written is neither changed nor removed.')
  return written
}

function nearOf({ desired, observed, seen }: SyncEntry): { start: Temporal.Instant; end: Temporal.Instant } {
  const places = [desired, observed, seen].filter(place => place !== null)
  const starts = places.map(place => place.startsAt.epochMilliseconds)
  const ends = places.map(place => place.endsAt.epochMilliseconds)
  return {
    start: Temporal.Instant.fromEpochMilliseconds(Math.min(...starts)).subtract(NEAR),
    end: Temporal.Instant.fromEpochMilliseconds(Math.max(...ends)).add(NEAR),
  }
}
