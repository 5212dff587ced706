import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type EpochRange, localDayRange } from '../../../platform/time/zoned.ts'
import type { CallCount } from '../../calls/index.ts'
import { appointmentFigures, callFigures, countsAsCall, shareOf } from '../domain/report-figures.ts'
import { daysOf, type Period, periodBefore } from '../domain/report-period.ts'
import type { ReportingNeighbours } from '../neighbours.ts'
import {
  type AppointmentsOfDay,
  type AppointmentsOfPerson,
  countAppointments,
  countByPerson,
} from './count-appointments.ts'
import { countUnmet, type Unmet } from './count-unmet.ts'

/** Of one place, of one person, or of the person as far as they are of the place; null: of all. */
export type ReportOnly = { readonly locationId: string | null; readonly staffId: string | null }
export type ReportWish = {
  readonly period: Period
  readonly only: ReportOnly
  readonly now: Temporal.Instant
  readonly zone: string
}
type Neighbours = Pick<ReportingNeighbours, 'calls' | 'catalogue'>

/** Everything that the figures of a period are made of. */
type Counted = {
  readonly days: readonly string[]
  readonly calls: readonly CallCount[]
  readonly appointments: readonly AppointmentsOfDay[]
  readonly byPerson: readonly AppointmentsOfPerson[]
  readonly unmet: Unmet
  /** By person: minutes that can be booked on each of the days; nobody who has left. */
  readonly open: ReadonlyMap<string, readonly number[]>
}
type Named = { readonly id: string; readonly name: string }
type Person = Named & { readonly locationId: string }

export type Report = NonNullable<Awaited<ReturnType<typeof readReport>>>

/**
 * The figures of a period and of the one before, by day, person and place. Days are those of the business's zone. Calls
 * and what was wanted belong to a place and to no one person. Null: nobody and no place has such an id.
 */
export async function readReport(tx: Tx, neighbours: Neighbours, wish: ReportWish) {
  const before = periodBefore(wish.period)
  const names = narrowNames(await readNames(tx), wish.only)
  if (names === null) return null
  const narrow = (counted: Counted): Counted => narrowCounted(counted, names.staff, wish.only)
  const [now, earlier] = [
    narrow(await count(tx, neighbours, wish)),
    narrow(await count(tx, neighbours, { ...wish, period: before })),
  ]
  return {
    period: wish.period,
    before,
    only: {
      staff: wish.only.staffId === null ? null : (names.staff[0] ?? null),
      location: wish.only.locationId === null ? null : (names.locations[0] ?? null),
    },
    figures: figuresOf(now),
    figuresBefore: figuresOf(earlier),
    byDay: byDay(now),
    byHour: byHour(now),
    byOutcome: byOutcome(now),
    byPerson: names.staff.flatMap(person => personFigures(now, person)),
    byLocation: names.locations.map(place =>
      placeFigures(
        now,
        place,
        new Set(names.staff.flatMap(one => (one.locationId === place.id ? [one.id] : []))),
      ),
    ),
    unmetByService: now.unmet.byService,
  }
}

async function count(tx: Tx, { calls, catalogue }: Neighbours, wish: ReportWish): Promise<Counted> {
  const { now, zone, only } = wish
  const dates = daysOf(wish.period)
  const days = dates.map(date => localDayRange(date, zone))
  const range = rangeOf(days)
  const wanted = { range, zone, now }
  const basis = await catalogue.readCalendarBasis(tx, range)
  const staff = new Set(basis.resources.filter(({ kind }) => kind === 'staff').map(({ id }) => String(id)))
  return {
    days: dates.map(String),
    calls: await calls.countCalls(tx, wanted),
    appointments: await countAppointments(tx, wanted),
    byPerson: await countByPerson(tx, wanted),
    unmet: await countUnmet(tx, { range, locationId: only.locationId }),
    open: new Map([...catalogue.openMinutes(basis, days)].filter(([id]) => staff.has(id))),
  }
}

/** Whoever works at the place, or the one person; null where there is none. */
function narrowNames(names: { staff: Person[]; locations: Named[] }, { locationId, staffId }: ReportOnly) {
  const locations = names.locations.filter(({ id }) => locationId === null || id === locationId)
  const staff = names.staff.filter(
    one => (staffId === null || one.id === staffId) && (locationId === null || one.locationId === locationId),
  )
  if (locations.length === 0 || (staffId !== null && staff.length === 0)) return null
  return { staff, locations: staffId === null ? locations : [] }
}

/** Of the appointments of one person, their own parts; of those of a place, what takes place there. */
function narrowCounted(counted: Counted, staff: readonly Person[], { locationId, staffId }: ReportOnly) {
  if (locationId === null && staffId === null) return counted
  const placeOf = new Map(staff.map(one => [one.id, one.locationId]))
  const byPerson = counted.byPerson.filter(({ resourceId }) => placeOf.has(resourceId))
  const here = <Row extends { locationId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(row => row.locationId === locationId)
  return {
    ...counted,
    calls: staffId === null ? here(counted.calls) : [],
    appointments:
      staffId === null
        ? here(counted.appointments)
        : byPerson.map(row => ({ ...row, locationId: placeOf.get(row.resourceId) ?? '' })),
    byPerson,
    open: new Map([...counted.open].filter(([person]) => placeOf.has(person))),
  }
}

function rangeOf(days: readonly EpochRange[]): EpochRange {
  return { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 }
}

function figuresOf(counted: Counted) {
  return {
    ...callFigures(counted.calls),
    ...appointmentFigures(counted.appointments),
    load: loadOf(counted.byPerson, sum([...counted.open.values()].flat())),
    unmet: counted.unmet,
  }
}

/** Null where nobody's hours are known: a figure without data is none. */
function loadOf(rows: readonly AppointmentsOfPerson[], openMinutes: number) {
  const booked = sum(rows.filter(({ state }) => state !== 'cancelled').map(({ minutes }) => minutes))
  return shareOf(Math.round(booked), Math.round(openMinutes))
}

function byDay(counted: Counted) {
  const calls = Map.groupBy(counted.calls.filter(countsAsCall), ({ day }) => day)
  const appointments = Map.groupBy(counted.appointments, ({ day }) => day)
  const ofPeople = Map.groupBy(counted.byPerson, ({ day }) => day)
  const open = [...counted.open.values()]
  return counted.days.map((date, index) => ({
    date,
    ...callFigures(calls.get(date) ?? []),
    outcomes: outcomesOf(calls.get(date) ?? []),
    ...appointmentFigures(appointments.get(date) ?? []),
    load: loadOf(ofPeople.get(date) ?? [], sum(open.map(minutes => minutes[index] ?? 0))),
  }))
}

function byHour({ calls }: Counted) {
  const ofHour = Map.groupBy(calls.filter(countsAsCall), ({ hour }) => hour)
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    calls: sum((ofHour.get(hour) ?? []).map(one => one.calls)),
  }))
}

function byOutcome({ calls }: Counted) {
  return outcomesOf(calls.filter(countsAsCall)).toSorted((a, b) => b.calls - a.calls)
}

/** How many calls came to what; null while they go on. */
function outcomesOf(calls: readonly CallCount[]) {
  return [...Map.groupBy(calls, ({ outcome }) => outcome)].map(([outcome, rows]) => ({
    outcome,
    calls: sum(rows.map(one => one.calls)),
  }))
}

/** Somebody who has left and had nothing in the period is not shown. */
function personFigures(counted: Counted, { id, name }: Named) {
  const rows = counted.byPerson.filter(({ resourceId }) => resourceId === id)
  const open = counted.open.get(id)
  if (rows.length === 0 && open === undefined) return []
  return [{ id, name, ...appointmentFigures(rows), load: loadOf(rows, sum(open ?? [])) }]
}

/** The load of a place is that of whoever works there. */
function placeFigures(counted: Counted, { id, name }: Named, staff: ReadonlySet<string>) {
  const ofPlace = <Row extends { locationId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ locationId }) => locationId === id)
  return {
    ...{ id, name },
    ...callFigures(ofPlace(counted.calls)),
    ...appointmentFigures(ofPlace(counted.appointments)),
    load: loadOf(
      counted.byPerson.filter(({ resourceId }) => staff.has(resourceId)),
      sum([...counted.open].flatMap(([person, minutes]) => (staff.has(person) ? minutes : []))),
    ),
  }
}

async function readNames(tx: Tx): Promise<{ staff: Person[]; locations: Named[] }> {
  const { rows } = await sql<{ staff: Person[]; locations: Named[] }>`
    select
      (select coalesce(json_agg(json_build_object('id', resource.id, 'name', resource.name, 'locationId', resource.location_id)
          order by resource.position, resource.name), '[]')
        from resource where resource.tenant_id = ${tx.tenantId} and resource.kind = 'staff') as staff,
      (select coalesce(json_agg(json_build_object('id', location.id, 'name', location.name)
          order by location.name, location.id), '[]')
        from location where location.tenant_id = ${tx.tenantId}) as locations
  `.execute(tx)
  return rows[0] ?? { staff: [], locations: [] }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
