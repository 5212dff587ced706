import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeWeek } from '../../../platform/time/week.ts'
import { collisionShape, presentCollision } from '../blocks/collisions.ts'
import { appointmentsOutsideHours } from '../blocks/outside-hours.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { readPlace } from '../resources/place.ts'
import { type HoursView, listHours } from './hours-views.ts'
import { replaceHours } from './replace-hours.ts'
import { clockText, dateText, periodsOf, weekOf } from './written-week.ts'

const windowShape = { weekday: z.number().int().min(1).max(7), from: clockText, to: clockText }
const week = z.array(z.object(windowShape)).max(70)
const wantedWeek = z.array(z.strictObject(windowShape)).max(70)
const wantedPeriods = z
  .array(
    z.strictObject({
      valid_from: dateText,
      valid_to: dateText.nullish().transform(date => date ?? null),
      week: wantedWeek.min(1),
    }),
  )
  .max(50)
const hoursShape = z.object({
  owner: z.object({ kind: z.enum(['location', 'staff']), id: z.uuid(), name: z.string() }),
  /** True for a person without a usual week of their own: as the location opens. */
  inherited: z.boolean(),
  week,
  /** What counts instead of `week` on certain dates, both included; of two that have a date the later one. */
  periods: z.array(z.object({ valid_from: z.string(), valid_to: z.string().nullable(), week })),
  version: z.number(),
})

/** Weekly hours, in the location's wall time. */
export function hoursRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/hours', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: { response: { 200: z.object({ items: z.array(hoursShape), next_cursor: z.null() }) } },
      handler: async request => {
        const rows = await db.inTenant(principalOf(request).tenantId, async tx => {
          const { locationId } = await readPlace(tx)
          return await listHours(tx, locationId)
        })
        return { items: rows.map(presentHours), next_cursor: null }
      },
    })

    app.put('/api/v1/hours', {
      config: {
        access: { kind: 'tenant', scope: 'manage', reach: 'location' },
        errors: [
          catalogueErrors.unknownStaff,
          catalogueErrors.hoursOverlap,
          catalogueErrors.badRange,
          catalogueErrors.periodTwice,
          platformErrors.staleVersion,
        ],
      },
      schema: {
        body: z.strictObject({
          staff_id: z.uuid().nullish(),
          version: z.number().int(),
          week: wantedWeek,
          /** Left out: as they are. */
          periods: wantedPeriods.nullish(),
        }),
        response: { 200: hoursShape.extend({ collisions: z.array(collisionShape) }) },
      },
      handler: async request => {
        const { version } = request.body
        const staffId = (request.body.staff_id ?? null) as ResourceId | null
        const wanted = { week: weekOf(request.body.week), periods: periodsOf(request.body.periods ?? null) }
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { locationId, zone, region } = await readPlace(tx)
          const { kind } = await replaceHours(tx, { locationId, staffId, version }, wanted)
          if (kind === 'unknown') throw new AppError(catalogueErrors.unknownStaff)
          if (kind === 'stale') throw new AppError(platformErrors.staleVersion)
          await news.opened(tx, staffId ?? locationId)
          const hours = await listHours(tx, locationId)
          const own = hours.find(({ id }) => id === (staffId ?? locationId))
          // Nobody plans with somebody who does not work here any more, and their week is not listed.
          if (!own) throw new AppError(catalogueErrors.unknownStaff)
          const left = await appointmentsOutsideHours(tx, {
            locationId,
            hours,
            resourceId: staffId,
            zone,
            region,
            now: clock.now(),
            date: null,
          })
          return { ...presentHours(own), collisions: left.map(presentCollision) }
        })
      },
    })
  }
}

function presentHours(hours: HoursView): z.infer<typeof hoursShape> {
  const usual = hours.week.filter(({ validFrom }) => !validFrom)
  const dated = hours.week.filter(({ validFrom }) => validFrom)
  const periods = Map.groupBy(dated, ({ validFrom }) => validFrom)
  return {
    owner: { kind: hours.kind, id: hours.id, name: hours.name },
    inherited: hours.kind === 'staff' && usual.length === 0,
    week: writeWeek(usual),
    periods: [...periods.values()].flatMap(windows =>
      windows.slice(0, 1).map(({ validFrom, validTo }) => ({
        valid_from: validFrom ?? '',
        valid_to: validTo ?? null,
        week: writeWeek(windows),
      })),
    ),
    version: hours.version,
  }
}
