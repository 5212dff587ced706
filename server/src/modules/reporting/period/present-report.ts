import { z } from 'zod'
import { OUTCOMES } from '../../calls/index.ts'
import { DEFINITIONS, type FigureName } from '../domain/report-definitions.ts'
import type { Money, Share } from '../domain/report-figures.ts'
import type { Report } from './read-report.ts'

const share = z.object({
  part: z.number(),
  whole: z.number(),
  share: z.number().nullable().describe('null: there is no whole to have a share of.'),
})
const money = z.array(z.object({ currency: z.string(), amount_minor: z.number() }))
const ofCalls = {
  calls: z.number().nullable().describe('null, as all that is of calls: a report of one person.'),
  test_calls: z.number().nullable(),
  booked: share.nullable(),
}
const ofAppointments = {
  appointments: z.number(),
  cancelled: z.number(),
  no_show: share,
  unsettled: z.number().describe('Begun, and nobody noted whether somebody came.'),
  revenue: money,
  expected: money,
}
const outcomes = z.array(z.object({ outcome: z.enum(OUTCOMES).nullable(), calls: z.number() }))
const figures = z.object({
  ...ofCalls,
  ...ofAppointments,
  load: share.describe('Minutes.'),
  unmet: z.object({ turned_away: z.number(), wishes: z.number(), waiting: z.number() }).nullable(),
})
const definition = z.object({ de: z.string(), en: z.string() })
const definitions = {
  calls: definition,
  booked: definition,
  unmet: definition,
  appointments: definition,
  load: definition,
  no_show: definition,
  revenue: definition,
  expected: definition,
} satisfies Record<FigureName, typeof definition>
const span = z.object({ from: z.string(), to: z.string().describe('The last day.') })
const named = { id: z.uuid(), name: z.string() }

export const reportShape = z.object({
  as_of: z.string(),
  period: span,
  only: z
    .object({ staff: z.object(named).nullable(), location: z.object(named).nullable() })
    .describe('null: of all.'),
  before: span.describe('As many days, ending on the day before.'),
  figures,
  figures_before: figures,
  days: z.array(z.object({ date: z.string(), ...ofCalls, outcomes, ...ofAppointments, load: share })),
  hours: z.array(z.object({ hour: z.number(), calls: z.number() })),
  outcomes,
  staff: z.array(z.object({ ...named, ...ofAppointments, load: share })),
  locations: z.array(z.object({ ...named, ...ofCalls, ...ofAppointments, load: share })),
  unmet_by_service: z.array(z.object({ ...named, wishes: z.number(), waiting: z.number() })),
  definitions: z.object(definitions),
})

export function presentReport(report: Report, now: Temporal.Instant): z.infer<typeof reportShape> {
  const { staff, location } = report.only
  const ofCalls: OfCalls = staff === null ? counted => counted : () => NOBODYS
  const spanOf = ({ from, to }: Report['period']) => ({ from: String(from), to: String(to) })
  return {
    as_of: now.toString({ smallestUnit: 'second' }),
    period: spanOf(report.period),
    only: { staff: namedOf(staff), location: namedOf(location) },
    before: spanOf(report.before),
    figures: presentFigures(report.figures, ofCalls),
    figures_before: presentFigures(report.figuresBefore, ofCalls),
    days: report.byDay.map(day => ({
      date: day.date,
      ...ofCalls(callsOf(day)),
      outcomes: [...day.outcomes],
      ...appointmentsOf(day),
      load: day.load,
    })),
    hours: staff === null ? [...report.byHour] : [],
    outcomes: [...report.byOutcome],
    staff: report.byPerson.map(one => ({
      id: one.id,
      name: one.name,
      ...appointmentsOf(one),
      load: one.load,
    })),
    locations: report.byLocation.map(one => ({
      ...{ id: one.id, name: one.name },
      ...callsOf(one),
      ...appointmentsOf(one),
      load: one.load,
    })),
    unmet_by_service: staff === null ? [...report.unmetByService] : [],
    definitions: DEFINITIONS,
  }
}

function presentFigures(of: Report['figures'], ofCalls: OfCalls): z.infer<typeof figures> {
  const { turnedAway, wishes, waiting } = of.unmet
  const counted = ofCalls({ ...callsOf(of), unmet: { turned_away: turnedAway, wishes, waiting } })
  return { ...NOBODYS, ...counted, ...appointmentsOf(of), load: of.load }
}

/** No call belongs to one person, and a nought would say that nobody called. */
type OfCalls = <Counted extends object>(counted: Counted) => Counted | typeof NOBODYS
const NOBODYS = { calls: null, test_calls: null, booked: null, unmet: null }

function namedOf(one: { id: string; name: string } | null) {
  return one && { id: one.id, name: one.name }
}

function callsOf({ calls, testCalls, booked }: { calls: number; testCalls: number; booked: Share }) {
  return { calls, test_calls: testCalls, booked }
}

function appointmentsOf(of: {
  appointments: number
  cancelled: number
  noShow: Share
  unsettled: number
  revenue: Money[]
  expected: Money[]
}) {
  return {
    appointments: of.appointments,
    cancelled: of.cancelled,
    no_show: of.noShow,
    unsettled: of.unsettled,
    revenue: of.revenue.map(presentMoney),
    expected: of.expected.map(presentMoney),
  }
}

function presentMoney({ currency, amountMinor }: Money) {
  return { currency, amount_minor: amountMinor }
}
