import type { Tx } from '../../../platform/db/database.ts'
import { type AppointmentId, newId, type SeriesChangeId, type SeriesId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { orTakeBack } from '../changes/appointment-place.ts'
import type { createUndoChange } from '../changes/undo-change.ts'
import { mayUndo } from '../domain/outcome-steps.ts'
import { seriesChanged } from '../events.ts'
import { formOf } from './change-series.ts'
import { lockAppointments } from './lock-siblings.ts'
import {
  appointmentsLastChangedBy,
  insertSeriesChange,
  type LastSeriesChange,
  type LockedSeries,
  lockSeries,
  placeInSeries,
  readLastSeriesChange,
  replaceForm,
  type SeriesForm,
} from './series-store.ts'

export type UndoSeriesResult =
  | { readonly kind: 'undone' }
  /** The last change of the series is too old, or none that can be taken back. */
  | { readonly kind: 'nothing_to_undo' }
  /** Somebody else has one of the places by now. Nothing is written. */
  | { readonly kind: 'place_taken' }
  | { readonly kind: 'unknown' | 'stale' }

type Before = SeriesForm & { readonly starts: Readonly<Record<string, string>> }

/** Takes back the last change of a series, of all appointments that have not been changed alone since. */
export function createUndoSeries(
  { clock, jobs }: Platform,
  { undoChange }: { undoChange: ReturnType<typeof createUndoChange> },
) {
  return async function undoSeries(
    tx: Tx,
    wish: { seriesId: SeriesId; actor: string; reason: string | null; version: number | null },
  ): Promise<UndoSeriesResult> {
    const series = await lockSeries(tx, wish)
    if ('kind' in series) return series
    const last = await readLastSeriesChange(tx, wish.seriesId)
    if (!last || !mayUndo(last, clock.now())) return { kind: 'nothing_to_undo' }
    const ids = await appointmentsLastChangedBy(tx, last.id)
    if (ids.length === 0) return { kind: 'nothing_to_undo' }
    const undone = await orTakeBack(tx, () => undoAll(tx, { series, last, ids, wish }))
    return undone ? { kind: 'undone' } : { kind: 'place_taken' }
  }

  async function undoAll(
    tx: Tx,
    doing: {
      series: LockedSeries
      last: LastSeriesChange
      ids: readonly AppointmentId[]
      wish: { actor: string; reason: string | null }
    },
  ): Promise<true | null> {
    const { series, last, ids, wish } = doing
    await lockAppointments(tx, ids)
    const changeId: SeriesChangeId = newId<'series-change'>()
    const before = last.before as Before
    await insertSeriesChange(tx, {
      id: changeId,
      seriesId: series.id,
      kind: 'undone',
      actor: wish.actor,
      before: formOf(series),
      after: formOf(before),
      reason: wish.reason,
      undoes: last.id,
      at: clock.now(),
    })
    for (const appointmentId of ids) {
      const result = await undoChange(tx, {
        appointmentId,
        actor: wish.actor,
        reason: wish.reason,
        seriesChangeId: changeId,
      })
      if (result.kind !== 'undone') return null
    }
    const version = series.version + 1
    const starts = Object.entries(before.starts).map(([id, start]) => ({
      id: id as AppointmentId,
      start: Temporal.Instant.from(start),
    }))
    if (last.kind === 'moved') await placeInSeries(tx, starts)
    await replaceForm(tx, series.id, { ...formOf(before), version })
    await jobs.publish(tx, seriesChanged, { tenant_id: tx.tenantId, series_id: series.id, version })
    return true
  }
}
