import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { distanceAfter, isSamePlace, type Place, type Standing } from '../domain/plan-write.ts'
import type { ExternalEvent, WrittenEvent } from '../port.ts'
import type { Outcome } from './attempt.ts'
import { type ConflictKind, openConflict, type Side, settleByItself } from './conflict-store.ts'
import { type SyncEntry, settleEntry } from './entry-store.ts'
import { entryKey, type WriteJob } from './write-job.ts'

/** Whether there is more to do at once. */
export type Next = 'again' | 'later'
/** An entry of ours in the other calendar: it has one occurrence. */
export type FoundEvent = ExternalEvent & Place

/** The ways in which an attempt ends for its entry. */
export function createSettlements(
  { jobs, clock, live }: Pick<Platform, 'jobs' | 'clock' | 'live'>,
  writeJob: () => WriteJob,
) {
  const announce = (tx: Tx, { id }: SyncEntry) => live.announce(tx, { topic: 'calendar', id, call_id: null })
  return { isThere, isGone, isAbsent, isInStep, stays, ask, giveUp, again }

  async function isThere(
    tx: Tx,
    entry: SyncEntry,
    { written, version, ...observed }: Standing & { written: WrittenEvent; version: number | null },
  ): Promise<Next> {
    return await become(tx, entry, { written, version, observed })
  }

  async function isGone(tx: Tx, entry: SyncEntry): Promise<Next> {
    const observed = { ...entry.desired, state: 'cancelled' as const }
    return await become(tx, entry, { written: null, version: entry.desiredVersion, observed })
  }

  async function become(
    tx: Tx,
    entry: SyncEntry,
    known: { written: WrittenEvent | null; version: number | null; observed: Standing },
  ): Promise<Next> {
    const at = clock.now()
    const { state } = known.observed
    const agrees =
      state === entry.desired.state && (state === 'cancelled' || isSamePlace(known.observed, entry.desired))
    await settleEntry(tx, entry.id, {
      ...known,
      state: agrees ? 'in_step' : 'pending',
      error: null,
      attempts: 0,
      nextTryAt: agrees ? null : at,
      at,
    })
    if (agrees) await settleByItself(tx, [entry.id], at)
    if (agrees && entry.attempts > 0) await announce(tx, entry)
    return agrees ? 'later' : 'again'
  }

  /** Nothing had to be asked. */
  async function isInStep(tx: Tx, entry: SyncEntry): Promise<void> {
    const at = clock.now()
    const observed = entry.observed ?? { ...entry.desired, state: 'cancelled' as const }
    await settleEntry(tx, entry.id, {
      ...{ state: 'in_step', observed, version: entry.desiredVersion },
      ...{ error: null, attempts: 0, nextTryAt: null, at },
    })
    await settleByItself(tx, [entry.id], at)
  }

  /** What was begun never happened, or what should go is gone. */
  async function isAbsent(tx: Tx, entry: SyncEntry): Promise<Next> {
    if (entry.desired.state === 'cancelled') return await isGone(tx, entry)
    await settleEntry(tx, entry.id, {
      state: 'pending',
      observed: null,
      written: null,
      attempts: entry.attempts,
      nextTryAt: clock.now(),
      at: clock.now(),
    })
    return 'again'
  }

  async function ask(
    tx: Tx,
    entry: SyncEntry,
    conflict: {
      kind: ConflictKind
      theirs: readonly FoundEvent[]
      detail: string | null
      state?: 'given_up'
      observed?: Standing
      written?: WrittenEvent | null
    },
  ): Promise<Next> {
    const at = clock.now()
    await settleEntry(tx, entry.id, {
      state: conflict.state ?? 'conflict',
      ...(conflict.observed === undefined ? {} : { observed: conflict.observed }),
      ...(conflict.written === undefined ? {} : { written: conflict.written }),
      error: conflict.detail,
      attempts: entry.attempts,
      nextTryAt: null,
      at,
    })
    await openConflict(tx, {
      entryId: entry.id,
      kind: conflict.kind,
      ours: sideOf(entry.desired),
      theirs: conflict.theirs.map(event => ({ ...sideOf(event), title: event.title })),
      detail: conflict.detail,
      at,
    })
    await announce(tx, entry)
    return 'later'
  }

  async function giveUp(tx: Tx, entry: SyncEntry): Promise<void> {
    await ask(tx, entry, { kind: 'past', theirs: [], detail: entry.lastError, state: 'given_up' })
  }

  /** A person is asked already. */
  async function stays(tx: Tx, entry: SyncEntry): Promise<Next> {
    const { state, attempts } = entry
    await settleEntry(tx, entry.id, { state, attempts, nextTryAt: null, at: clock.now() })
    return 'later'
  }

  /** Tried again after a while. What may have happened is remembered; a look remembers what it looks for. */
  async function again(
    tx: Tx,
    entry: SyncEntry,
    failed: {
      attempt: Outcome['attempt']
      detail: string
      afterSeconds: number | null
      is: 'unclear' | 'later' | 'unauthorised'
    },
  ): Promise<Next> {
    const at = clock.now()
    const isOpen = failed.attempt === 'look' || failed.is === 'unclear'
    const nextTryAt = at.add({ seconds: distanceAfter(entry.attempts, failed.afterSeconds) })
    await settleEntry(tx, entry.id, {
      state: isOpen ? 'unclear' : 'failed',
      attempting: isOpen ? entry.attempting : null,
      error: failed.detail.slice(0, 1000),
      attempts: entry.attempts + 1,
      nextTryAt,
      at,
    })
    await jobs.enqueue(
      tx,
      writeJob(),
      { tenant_id: tx.tenantId, entry_id: entry.id },
      { runAt: nextTryAt, key: entryKey(entry.id) },
    )
    await announce(tx, entry)
    return 'later'
  }
}

function sideOf({ state, startsAt, endsAt }: Place & { state: string }): Side {
  return { state, starts_at: startsAt.toString(), ends_at: endsAt.toString() }
}
