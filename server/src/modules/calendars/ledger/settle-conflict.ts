import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CalendarConflictId, SyncEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Decision, decisionsFor } from '../domain/settlements-of.ts'
import { calendarErrors } from '../errors.ts'
import { settleConflictRow } from './conflict-store.ts'
import { lockEntry, type SyncEntry, settleEntry } from './entry-store.ts'
import type { FollowOutside } from './follow-outside.ts'
import { readConflict } from './ledger-views.ts'
import { entryKey, type WriteJob } from './write-job.ts'

export type SettleConflict = ReturnType<typeof createSettleConflict>

/** A person decides: ours is written again, theirs is followed here, or both stay as they are. */
export function createSettleConflict(
  { jobs, clock }: Pick<Platform, 'jobs' | 'clock'>,
  followOutside: FollowOutside,
  writeJob: () => WriteJob,
) {
  return async function settleConflict(
    tx: Tx,
    wish: { id: CalendarConflictId; decision: Decision; actor: string },
  ): Promise<void> {
    const conflict = await readConflict(tx, wish.id)
    const entry = conflict && (await lockEntry(tx, conflict.entryId as SyncEntryId))
    if (!conflict || !entry) throw new AppError(calendarErrors.unknownConflict)
    if (!decisionsFor(conflict.kind).includes(wish.decision)) throw new AppError(calendarErrors.notToSettleSo)
    const at = clock.now()
    const row = { id: wish.id, settlement: wish.decision, by: wish.actor, at }
    if (!(await settleConflictRow(tx, row))) throw new AppError(calendarErrors.settled)
    switch (wish.decision) {
      case 'kept_ours':
        return await writeAgain(tx, entry, conflict.kind === 'doubled' ? 'look' : null)
      case 'took_theirs':
        return await follow(tx, entry, wish.actor)
      case 'left_as_it_is':
        return await settleEntry(tx, entry.id, {
          state: 'given_up',
          attempts: entry.attempts,
          nextTryAt: null,
          at,
        })
      default:
        return wish.decision satisfies never
    }
  }

  async function writeAgain(tx: Tx, entry: SyncEntry, attempting: 'look' | null): Promise<void> {
    const at = clock.now()
    await settleEntry(tx, entry.id, {
      state: attempting === null ? 'pending' : 'unclear',
      attempting,
      attempts: 0,
      nextTryAt: at,
      at,
    })
    const payload = { tenant_id: tx.tenantId, entry_id: entry.id }
    await jobs.enqueue(tx, writeJob(), payload, { key: entryKey(entry.id) })
  }

  async function follow(tx: Tx, entry: SyncEntry, actor: string): Promise<void> {
    const { observed } = entry
    const change =
      observed === null || observed.state === 'cancelled'
        ? ({ kind: 'removed_outside' } as const)
        : ({ kind: 'moved_outside', event: observed } as const)
    const followed = await followOutside(tx, { entry, change, rule: 'accept', actor })
    if (followed !== 'followed') throw new AppError(calendarErrors.cannotFollow)
    await settleEntry(tx, entry.id, {
      state: 'in_step',
      attempts: 0,
      nextTryAt: null,
      error: null,
      at: clock.now(),
    })
  }
}

/** False: there is nothing to try. */
export async function retryEntry(tx: Tx, id: SyncEntryId, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update sync_entry set next_try_at = ${isoText(now)}
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${id} and sync_entry.lease is null
      and sync_entry.state in ('pending', 'failed', 'unclear')
  `.execute(tx)
  return numAffectedRows === 1n
}
