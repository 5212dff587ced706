import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type ExternalRange, externalKey } from '../../scheduling/index.ts'
import { type CalendarLink, sourceOf } from '../connections/link-store.ts'
import { busyOccurrences } from '../domain/busy-ranges.ts'
import { noteWhatWasSeen } from '../ledger/note-what-was-seen.ts'
import { entryKey, type WriteJob } from '../ledger/write-job.ts'
import type { CalendarNeighbours } from '../neighbours.ts'
import type { ExternalEvent } from '../port.ts'
import type { AppliedReading } from './applied-reading.ts'

export type ApplyReading = ReturnType<typeof createApplyReading>

/**
 * What a reading means to us, in one transaction: busy time of whom the calendar belongs to, and whether our own
 * appointments stand where we know them. Those never count as busy, or they would stand in their own way (failure 44).
 */
export function createApplyReading(
  { jobs, log }: Pick<Platform, 'jobs' | 'log'>,
  { scheduling }: CalendarNeighbours,
  writeJob: () => WriteJob,
) {
  return async function applyReading(tx: Tx, applied: AppliedReading): Promise<void> {
    const { own, doubtful } = await noteWhatWasSeen(tx, applied)
    await jobs.enqueueEach(
      tx,
      writeJob(),
      doubtful.map(entryId => ({
        payload: { tenant_id: tx.tenantId, entry_id: entryId },
        key: entryKey(entryId),
      })),
    )
    const { resourceId, direction } = applied.link
    if (resourceId === null || direction === 'write') return
    await mirrorBusy(tx, { ...applied, resourceId, own })
    const released = await scheduling.releaseHoldsOverBusy(tx, resourceId)
    if (released > 0) log.info({ released }, 'holds were given up: their time is busy in another calendar')
    await scheduling.confirmAwaiting(tx, { resourceId, actor: 'calendar' })
  }

  async function mirrorBusy(
    tx: Tx,
    given: AppliedReading & {
      resourceId: NonNullable<CalendarLink['resourceId']>
      own: ReadonlySet<string>
    },
  ): Promise<void> {
    const { link, connection, changes, seenAt, resourceId, own } = given
    const foreign = changes.events.filter(event => event.reference === null || !own.has(event.reference))
    const source = sourceOf(link.id)
    const busy = { source, resourceId, seenAt, ranges: foreign.flatMap(rangesOf) }
    const eventIds = [...changes.events.map(event => event.id), ...changes.removed]
    if (changes.extent === 'whole') await scheduling.replaceExternalBusy(tx, busy)
    else if (eventIds.length > 0) await scheduling.changeExternalBusy(tx, { ...busy, eventIds })
    const { freshMinutes, whenUnknown } = connection
    await scheduling.noteExternalSource(tx, { source, resourceId, seenAt, freshMinutes, whenUnknown })
  }
}

function rangesOf(event: ExternalEvent): ExternalRange[] {
  return busyOccurrences(event).map(({ key, startsAt, endsAt }) => ({
    key: externalKey(event.id, key),
    startsAt,
    endsAt,
  }))
}
