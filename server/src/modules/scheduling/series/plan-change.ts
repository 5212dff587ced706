import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, ResourceId, SeriesId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { wallTimeAt } from '../../../platform/time/zoned.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { meetPolicy, type PolicyWish } from '../changes/change-appointment.ts'
import type { ChangeTerms } from '../domain/change-terms.ts'
import { hasOneWeekday, type RuleRefusal, type SeriesShift, shiftedStart } from '../domain/series-rule.ts'
import { readTerms } from '../policies/policies.ts'
import { type AppointmentView, appointmentsOfSeries } from '../views.ts'
import type { Occurrence, PlanOccurrences } from './plan-occurrences.ts'
import type { LockedSeries } from './series-store.ts'

/** Which of a series: one, it and those behind it, or all that are still to come. */
export type SeriesScope = 'this' | 'following' | 'all'

export type SeriesEdit =
  | { readonly kind: 'cancel' }
  | ({
      readonly kind: 'move'
      /** Null: whoever does it now. */
      readonly staffId: ResourceId | null
    } & SeriesShift)

export type SeriesChangeWish = PolicyWish & {
  readonly seriesId: SeriesId
  readonly scope: SeriesScope
  /** The one that is meant, or from which on; not needed for all. */
  readonly appointmentId: AppointmentId | null
  readonly edit: SeriesEdit
  readonly actor: string
  readonly reason: string | null
  /** Refuses when the series has another by now. */
  readonly version: number | null
  /** `skip`: those that conflict stay as they are. */
  readonly conflicts: 'refuse' | 'skip'
  /** Other times for some of them. */
  readonly chosen: ReadonlyArray<{ readonly appointmentId: AppointmentId; readonly token: string }>
}

/** What would become of one appointment. */
export type ChangeItem = {
  readonly appointment: AppointmentView
  /** Where it would go; null: it would be cancelled, or stays. */
  readonly to: Occurrence | null
  /** `exception`: it was moved alone, and stays. */
  readonly stays: 'exception' | null
  /** By the rules of the business; null: they allow it as it is wished. */
  readonly refused: ChangeTerms | null
}

export type ChangePlan =
  | { readonly kind: 'planned'; readonly items: readonly ChangeItem[] }
  /** The appointment is not one of the series. */
  | { readonly kind: 'unknown_appointment' }
  /** None of them can be changed any more. */
  | { readonly kind: 'over' }
  | RuleRefusal

const CHANGEABLE: ReadonlySet<string> = new Set(['requested', 'confirmed'])

/** What a change of a series would do to each of its appointments; nothing is written. */
export function createPlanChange(
  { clock }: Platform,
  parts: { catalogue: Catalogue; customers: Customers; planOccurrences: PlanOccurrences },
) {
  return async function planChange(
    tx: Tx,
    series: LockedSeries,
    wish: SeriesChangeWish,
  ): Promise<ChangePlan> {
    const { edit } = wish
    if (
      wish.scope !== 'this' &&
      edit.kind === 'move' &&
      edit.weekday !== null &&
      !hasOneWeekday(series.rrule)
    )
      return {
        kind: 'bad_rule',
        problem: `"${series.rrule}" has not one day of the week that could be another one`,
      }
    const meant = selected(await appointmentsOfSeries(tx, series.id), wish)
    if (meant === null) return { kind: 'unknown_appointment' }
    const now = clock.now()
    const open = meant.filter(
      ({ state, startsAt }) => CHANGEABLE.has(state) && Temporal.Instant.compare(startsAt, now) > 0,
    )
    if (open.length === 0) return { kind: 'over' }
    const staying = edit.kind === 'move' && wish.scope !== 'this' ? open.filter(isException) : []
    const changing = open.filter(appointment => !staying.includes(appointment))
    const targets = await targetsOf(tx, { series, edit, changing })
    const terms = await readTerms(tx, changing, now)
    const items = open.map(appointment => {
      const own = terms.get(appointment.id)?.[edit.kind]
      return {
        appointment,
        to: targets.get(appointment.id) ?? null,
        stays: staying.includes(appointment) ? ('exception' as const) : null,
        refused: own && meetPolicy(own, wish) === null ? own : null,
      }
    })
    return { kind: 'planned', items }
  }

  async function targetsOf(
    tx: Tx,
    {
      series,
      edit,
      changing,
    }: { series: LockedSeries; edit: SeriesEdit; changing: readonly AppointmentView[] },
  ): Promise<Map<AppointmentId, Occurrence>> {
    const service = await parts.catalogue.readService(tx, series.serviceId)
    if (edit.kind === 'cancel' || !service || changing.length === 0) return new Map()
    const staffOf = ({ staff }: AppointmentView): ResourceId | null =>
      edit.staffId ?? series.resource_id ?? (staff.length === 1 ? (staff[0]?.id ?? null) : null)
    const occurrences = await parts.planOccurrences(tx, {
      service,
      starts: changing.map(appointment => ({
        ...shiftedStart(appointment.startsAt, { ...edit, zone: series.zone }),
        staffId: staffOf(appointment),
      })),
      effects: await parts.customers.tierEffects(tx, series.customerId),
      holder: null,
      moving: changing.map(({ id }) => id),
    })
    return new Map(
      changing.flatMap(({ id }, index) => (occurrences[index] ? [[id, occurrences[index]]] : [])),
    )
  }
}

function isException({ series, startsAt }: AppointmentView): boolean {
  return series !== null && !series.start.equals(startsAt)
}

/** In the order of the rule; null: the one that is named is not among them. */
function selected(all: readonly AppointmentView[], wish: SeriesChangeWish): AppointmentView[] | null {
  const ordered = all.toSorted((one, other) => (one.series?.position ?? 0) - (other.series?.position ?? 0))
  if (wish.scope === 'all') return ordered
  const from = ordered.findIndex(({ id }) => id === wish.appointmentId)
  if (from === -1) return null
  return wish.scope === 'this' ? ordered.slice(from, from + 1) : ordered.slice(from)
}

/** Where the rule will have an appointment that has been moved with its series, or stays an exception of it. */
export function ruleStartOf(
  { series, startsAt }: AppointmentView,
  shift: SeriesShift & { readonly zone: string },
): Temporal.Instant {
  return shiftedStart(series?.start ?? startsAt, shift).start
}

export function wallOf(instant: Temporal.Instant, zone: string): Temporal.PlainDateTime {
  return wallTimeAt(instant, zone).toPlainDateTime()
}
