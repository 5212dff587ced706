import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { at, type Intervals, intersect } from '../../../platform/time/intervals.ts'
import { offsetWriter } from '../../../platform/time/offset-periods.ts'
import { type EpochRange, localDateOf } from '../../../platform/time/zoned.ts'
import type { CalendarBasis, Catalogue } from '../../catalogue/index.ts'
import { rangeFor } from '../availability/availability-routes.ts'
import { schedulingErrors } from '../errors.ts'
import { type DrawnAppointment, listDrawnAppointments, listExternalBusy } from './calendar-views.ts'

const LONGEST_CALENDAR_DAYS = 43

const span = { starts_at: z.string(), ends_at: z.string() }
const spans = z.array(z.object(span))

const calendarShape = z.object({
  zone: z.string(),
  as_of: z.string(),
  opening: spans.describe('When the location is open, without holidays and exceptions that close it.'),
  holidays: z.array(z.object({ date: z.string(), name: z.object({ de: z.string(), en: z.string() }) })),
  resources: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['staff', 'room', 'device']),
      name: z.string(),
      lanes: z.number(),
      working: spans,
    }),
  ),
  blocks: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['closure', 'absence']),
      resource_id: z.uuid().nullable().describe('null: the whole location.'),
      ...span,
      reason: z.string().nullable(),
    }),
  ),
  busy: z
    .array(z.object({ resource_id: z.uuid(), ...span }))
    .describe('What other calendars say is busy, as last mirrored.'),
  appointments: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['requested', 'confirmed', 'checked_in', 'completed', 'no_show']),
      ...span,
      service: z.object({ id: z.uuid(), name: z.string() }),
      attendee_name: z.string(),
      source: z.enum(['phone', 'web', 'api', 'staff']),
      version: z.number(),
      series_id: z.uuid().nullable(),
      segments: z.array(z.object({ resource_id: z.uuid(), position: z.number(), ...span })),
    }),
  ),
})

/** Everything that a calendar draws of a range, in one answer and a number of statements that never grows. */
export function calendarRoute({ db, clock }: Platform, { catalogue }: { catalogue: Catalogue }) {
  return (app: HttpServer): void => {
    app.get('/api/v1/calendar', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [schedulingErrors.badRange],
      },
      schema: {
        querystring: z.object({ from: z.iso.date(), to: z.iso.date() }),
        response: { 200: calendarShape },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const zone = await catalogue.readZone(tx)
          const range = calendarRange(request.query, zone)
          const [basis, appointments, busy] = await Promise.all([
            catalogue.readCalendarBasis(tx, range),
            listDrawnAppointments(tx, range),
            listExternalBusy(tx, range),
          ])
          return {
            as_of: clock.now().toString({ smallestUnit: 'second' }),
            ...presentCalendar({ catalogue, basis, range, appointments, busy }),
          }
        }),
    })
  }
}

function calendarRange(wanted: { from: string; to: string }, zone: string): EpochRange {
  const { from, to } = rangeFor(wanted, zone)
  if (from.until(to).total('hours') > LONGEST_CALENDAR_DAYS * 24)
    throw new AppError(schedulingErrors.badRange, `Ask for at most ${LONGEST_CALENDAR_DAYS} days at once.`)
  return { start: from.epochMilliseconds, end: to.epochMilliseconds }
}

type Drawn = {
  catalogue: Catalogue
  basis: CalendarBasis
  range: EpochRange
  appointments: readonly DrawnAppointment[]
  busy: Awaited<ReturnType<typeof listExternalBusy>>
}

function presentCalendar({ catalogue, basis, range, appointments, busy }: Drawn) {
  const { zone, region } = basis
  const write = offsetWriter(zone, ...edgesOf(range, [...appointments, ...basis.blocks, ...busy]))
  const spanOf = ({ start, end }: EpochRange) => ({ starts_at: write(start), ends_at: write(end) })
  const opening = catalogue.openingTime(basis, range)
  const spansOf = (stretches: Intervals) => rangesIn(stretches, range).map(spanOf)
  return {
    zone,
    opening: spansOf(opening),
    holidays: catalogue.holidays(region, localDateOf(range.start, zone), localDateOf(range.end - 1, zone)),
    resources: basis.resources.map(({ id, kind, name, lanes, hours }) => ({
      id,
      kind,
      name,
      lanes,
      working: spansOf(catalogue.workingTime(basis, { id, hours }, { opening, range })),
    })),
    blocks: basis.blocks.map(block => ({
      id: block.id,
      kind: block.kind,
      resource_id: block.resourceId,
      ...spanOf(block),
      reason: block.reason,
    })),
    busy: busy.map(entry => ({ resource_id: entry.resourceId, ...spanOf(entry) })),
    appointments: appointments.map(appointment => ({
      id: appointment.id,
      state: appointment.state,
      ...spanOf(appointment),
      service: appointment.service,
      attendee_name: appointment.attendeeName,
      source: appointment.source,
      version: appointment.version,
      series_id: appointment.seriesId,
      segments: appointment.segments.map(segment => ({
        resource_id: segment.resourceId,
        position: segment.position,
        ...spanOf(segment),
      })),
    })),
  }
}

/** What is drawn may reach beyond the range. */
function edgesOf(range: EpochRange, drawn: readonly EpochRange[]): [number, number] {
  let { start, end } = range
  for (const one of drawn) {
    start = Math.min(start, one.start)
    end = Math.max(end, one.end)
  }
  return [start, end]
}

function rangesIn(stretches: Intervals, range: EpochRange): EpochRange[] {
  const inside = intersect(stretches, [range.start, range.end])
  return Array.from({ length: inside.length / 2 }, (_, index) => ({
    start: at(inside, index * 2),
    end: at(inside, index * 2 + 1),
  }))
}
