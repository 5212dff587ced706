import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import { fileQuery, MOST_ROWS, sendTables, TABLE_TYPES } from '../../platform/files/send-table.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { momentOf, momentText } from '../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import type { AppointmentId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { appointmentTable } from './appointment-table.ts'
import { schedulingErrors } from './errors.ts'
import { appointmentShape } from './present-appointment.ts'
import type { PresentAppointments } from './present-with-customers.ts'
import { listAppointments } from './views.ts'

/** Reading appointments. */
export function appointmentRoutes(
  { db }: Platform,
  { catalogue, present }: { catalogue: Catalogue; present: PresentAppointments },
) {
  return (app: HttpServer): void => {
    app.get('/api/v1/appointments', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: pageQuery.extend({ from: momentText.optional(), to: momentText.optional() }),
        response: {
          200: z.object({ items: z.array(appointmentShape), next_cursor: z.string().nullable() }),
        },
      },
      handler: async request => {
        const { limit, cursor, from, to } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const zone = await catalogue.readZone(tx)
          const rows = await listAppointments(tx, {
            from: from === undefined ? null : momentOf(from, zone),
            to: to === undefined ? null : momentOf(to, zone),
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.startsAt.toString(), id: row.id }))
          return {
            items: await present.many(tx, page.items),
            next_cursor: page.next_cursor,
          }
        })
      },
    })

    app.get('/api/v1/appointments/export', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [platformErrors.exportTooLong],
      },
      schema: {
        produces: TABLE_TYPES,
        querystring: z.object({ from: momentText, to: momentText, ...fileQuery }),
        response: { 200: z.any() },
      },
      handler: async (request, reply) => {
        const { from, to, format, delimiter } = request.query
        const table = await db.readTenant(principalOf(request).tenantId, async tx => {
          const zone = await catalogue.readZone(tx)
          const range = { from: momentOf(from, zone), to: momentOf(to, zone) }
          const rows = await listAppointments(tx, { ...range, after: null, limit: MOST_ROWS + 1 })
          if (rows.length > MOST_ROWS) throw new AppError(platformErrors.exportTooLong)
          return appointmentTable(await present.many(tx, rows))
        })
        return await sendTables(reply, [table], { name: 'appointments', format, delimiter })
      },
    })

    app.get('/api/v1/appointments/:id', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [schedulingErrors.unknownAppointment],
      },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: appointmentShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          present.byId(tx, request.params.id as AppointmentId),
        ),
    })
  }
}
