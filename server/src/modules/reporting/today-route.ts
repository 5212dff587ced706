import { z } from 'zod'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ReportingNeighbours } from './neighbours.ts'
import { readTodayFigures } from './today-figures.ts'

const figuresShape = z.object({
  date: z.string(),
  as_of: z.string(),
  calls_today: z.number(),
  appointments_today: z.number().describe('Those that are not cancelled.'),
  callbacks_open: z.number(),
  callbacks_overdue: z.number(),
  next_days: z
    .array(z.object({ date: z.string(), appointments: z.number(), booked_minutes: z.number() }))
    .describe('Today and the six days behind it; minutes from start to end of their appointments.'),
})

export function todayRoute({ db, clock }: Platform, { tenants }: ReportingNeighbours) {
  return (app: HttpServer): void => {
    app.get('/api/v1/reports/today', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: { response: { 200: figuresShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const now = clock.now()
          const figures = await readTodayFigures(tx, { now, zone: timeZone })
          return {
            date: figures.date.toString(),
            as_of: now.toString({ smallestUnit: 'second' }),
            calls_today: figures.callsToday,
            appointments_today: figures.appointmentsToday,
            callbacks_open: figures.callbacksOpen,
            callbacks_overdue: figures.callbacksOverdue,
            next_days: figures.load.map(({ date, appointments, bookedMinutes }) => ({
              date: date.toString(),
              appointments,
              booked_minutes: bookedMinutes,
            })),
          }
        }),
    })
  }
}
