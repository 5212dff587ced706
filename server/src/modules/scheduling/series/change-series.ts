import type { Tx } from '../../../platform/db/database.ts'
import { type AppointmentId, newId, type ResourceId, type SeriesChangeId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { instantOfWallTime } from '../../../platform/time/zoned.ts'
import { orTakeBack } from '../changes/appointment-place.ts'
import type { createCancelAppointment } from '../changes/cancel-appointment.ts'
import type { createMoveAppointment } from '../changes/move-appointment.ts'
import { plannedStarts, type SeriesShift, shiftedRule, shiftedStart } from '../domain/series-rule.ts'
import { seriesChanged } from '../events.ts'
import type { SlotTokens } from '../slot.ts'
import { lockSiblings } from './lock-siblings.ts'
import {
  type ChangeItem,
  type ChangePlan,
  type createPlanChange,
  ruleStartOf,
  type SeriesChangeWish,
  wallOf,
} from './plan-change.ts'
import {
  insertSeriesChange,
  type LockedSeries,
  lockSeries,
  placeInSeries,
  replaceForm,
  type SeriesForm,
} from './series-store.ts'

export type SeriesChangeResult =
  /** `changed`: those that were; the others conflicted or stay. */
  | {
      readonly kind: 'changed'
      readonly items: readonly ChangeItem[]
      readonly changed: ReadonlySet<AppointmentId>
    }
  /** Nothing is written. */
  | { readonly kind: 'conflicts'; readonly items: readonly ChangeItem[] }
  | { readonly kind: 'unknown' | 'stale' }
  | Exclude<ChangePlan, { kind: 'planned' }>

type Parts = {
  tokens: SlotTokens
  planChange: ReturnType<typeof createPlanChange>
  moveAppointment: ReturnType<typeof createMoveAppointment>
  cancelAppointment: ReturnType<typeof createCancelAppointment>
}

/** What stands against the change of one appointment, another time for it being chosen or not. */
function conflicts(item: ChangeItem, isChosen: boolean): boolean {
  return (
    item.stays === null && (item.refused !== null || (!isChosen && item.to !== null && item.to.slot === null))
  )
}

/**
 * Moves or cancels several appointments of a series in one transaction: all that are meant, or all but those that
 * conflict. What was moved alone before is left where it is. One record, one event and one message for all.
 */
export function createChangeSeries(platform: Platform, parts: Parts) {
  const { clock, jobs } = platform

  /** What it would do, without doing it. */
  async function previewChange(tx: Tx, wish: SeriesChangeWish): Promise<SeriesChangeResult | ChangePlan> {
    const series = await lockSeries(tx, wish)
    return 'kind' in series ? series : await parts.planChange(tx, series, wish)
  }

  async function changeSeries(tx: Tx, wish: SeriesChangeWish): Promise<SeriesChangeResult> {
    const series = await lockSeries(tx, wish)
    if ('kind' in series) return series
    const plan = await parts.planChange(tx, series, wish)
    if (plan.kind !== 'planned') return plan
    const { items } = plan
    const chosen = new Map(wish.chosen.map(one => [one.appointmentId, one.token]))
    const hindered = items.filter(item => conflicts(item, chosen.has(item.appointment.id)))
    const open = items.filter(item => item.stays === null && !hindered.includes(item))
    if (open.length === 0 || (hindered.length > 0 && wish.conflicts === 'refuse'))
      return { kind: 'conflicts', items }
    const changed = await orTakeBack(tx, () => changeAll(tx, { series, wish, items, open, chosen }))
    if (changed) return { kind: 'changed', items, changed }
    const again = await parts.planChange(tx, series, wish)
    return again.kind === 'planned' ? { kind: 'conflicts', items: again.items } : again
  }

  type Doing = {
    readonly series: LockedSeries
    readonly wish: SeriesChangeWish
    readonly items: readonly ChangeItem[]
    readonly open: readonly ChangeItem[]
    readonly chosen: ReadonlyMap<AppointmentId, string>
  }

  /** Null: one was lost that may not stay, or none is left. */
  async function changeAll(tx: Tx, doing: Doing): Promise<Set<AppointmentId> | null> {
    const { wish, open } = doing
    await lockSiblings(tx, open)
    const isWhole = wish.scope !== 'this'
    const changeId: SeriesChangeId | undefined = isWhole ? newId<'series-change'>() : undefined
    if (changeId !== undefined) await record(tx, doing, changeId)
    const changed = new Set<AppointmentId>()
    for (const item of open)
      if (await changeOne(tx, doing, { item, changeId })) changed.add(item.appointment.id)
    const isEnough = wish.conflicts === 'refuse' ? changed.size === open.length : changed.size > 0
    if (!isEnough) return null
    if (isWhole) await settle(tx, doing)
    return changed
  }

  async function changeOne(
    tx: Tx,
    { wish, chosen }: Doing,
    { item, changeId }: { item: ChangeItem; changeId: SeriesChangeId | undefined },
  ): Promise<boolean> {
    const { appointment, to } = item
    const common = {
      appointmentId: appointment.id,
      actor: wish.actor,
      reason: wish.reason,
      feeAgreed: wish.feeAgreed ?? null,
      override: wish.override ?? null,
      ...(changeId === undefined ? {} : { seriesChangeId: changeId }),
    }
    if (wish.edit.kind === 'cancel') return (await parts.cancelAppointment(tx, common)).kind === 'cancelled'
    const token = chosen.get(appointment.id) ?? parts.tokens.offer(to?.slot ? [to.slot] : [])[0]?.token
    if (token === undefined) return false
    return (await parts.moveAppointment(tx, { ...common, token, holder: null })).kind === 'moved'
  }

  async function record(tx: Tx, { series, wish, items }: Doing, changeId: SeriesChangeId): Promise<void> {
    const { edit } = wish
    const starts = items.map(({ appointment: { id, series: own } }) => [id, own?.start.toString()])
    await insertSeriesChange(tx, {
      id: changeId,
      seriesId: series.id,
      kind: edit.kind === 'move' ? 'moved' : 'cancelled',
      scope: wish.scope === 'following' ? 'following' : 'all',
      actor: wish.actor,
      before: { ...formOf(series), starts: Object.fromEntries(starts) },
      after:
        edit.kind === 'move'
          ? { time: edit.time?.toString() ?? null, weekday: edit.weekday, resource_id: edit.staffId }
          : { state: 'cancelled' },
      reason: wish.override ?? wish.reason,
      at: clock.now(),
    })
  }

  /** The rule goes on as it is moved; what stays elsewhere stays an exception of it. */
  async function settle(tx: Tx, { series, wish, items }: Doing): Promise<void> {
    const { edit } = wish
    const version = series.version + 1
    if (edit.kind === 'move') {
      const shift = { ...edit, zone: series.zone }
      const starts = items.map(({ appointment }) => ({
        id: appointment.id,
        start: ruleStartOf(appointment, shift),
      }))
      await placeInSeries(tx, starts)
      await replaceForm(tx, series.id, { ...movedForm(series, { edit, items }), version })
    } else await replaceForm(tx, series.id, { ...formOf(series), version })
    await jobs.publish(tx, seriesChanged, { tenant_id: tx.tenantId, series_id: series.id, version })
  }

  return { previewChange, changeSeries }
}

export function formOf({ rrule, dtstart, exceptions, resource_id }: SeriesForm): SeriesForm {
  return { rrule, dtstart, exceptions, resource_id }
}

function movedForm(
  series: LockedSeries,
  { edit, items }: { edit: SeriesShift & { staffId: ResourceId | null }; items: readonly ChangeItem[] },
): SeriesForm {
  const { zone } = series
  const rule = { rrule: series.rrule, dtstart: Temporal.PlainDateTime.from(series.dtstart), zone }
  const first = items[0]?.appointment.series?.start
  const planned = plannedStarts(rule)
  if (first === undefined || 'kind' in planned) return formOf(series)
  const left = planned.filter(({ start }) => Temporal.Instant.compare(start, first) >= 0)
  const shift = { ...edit, zone }
  const moved = shiftedRule(rule, { first: shiftedStart(first, shift).wall, count: left.length })
  const exceptions = series.exceptions
    .map(text => Temporal.PlainDateTime.from(text))
    .filter(wall => Temporal.PlainDateTime.compare(wall, wallOf(first, zone)) >= 0)
    .map(wall => shiftedStart(instantOfWallTime(wall, zone), shift).wall.toString())
  return {
    rrule: moved.rrule,
    dtstart: moved.dtstart.toString(),
    exceptions,
    resource_id: edit.staffId ?? series.resource_id,
  }
}
