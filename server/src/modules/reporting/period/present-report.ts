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
const ofCalls = { calls: z.number(), test_calls: z.number(), booked: share }
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
  unmet: z.object({ turned_away: z.number(), wishes: z.number(), waiting: z.number() }),
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
  const spanOf = ({ from, to }: Report['period']) => ({ from: String(from), to: String(to) })
  return {
    as_of: now.toString({ smallestUnit: 'second' }),
    period: spanOf(report.period),
    before: spanOf(report.before),
    figures: presentFigures(report.figures),
    figures_before: presentFigures(report.figuresBefore),
    days: report.byDay.map(day => ({
      date: day.date,
      ...callsOf(day),
      outcomes: [...day.outcomes],
      ...appointmentsOf(day),
      load: day.load,
    })),
    hours: [...report.byHour],
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
    unmet_by_service: [...report.unmetByService],
    definitions: DEFINITIONS,
  }
}

function presentFigures(of: Report['figures']): z.infer<typeof figures> {
  const { turnedAway, wishes, waiting } = of.unmet
  return {
    ...callsOf(of),
    ...appointmentsOf(of),
    load: of.load,
    unmet: { turned_away: turnedAway, wishes, waiting },
  }
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
