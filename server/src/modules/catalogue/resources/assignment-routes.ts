import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { catalogueErrors } from '../errors.ts'
import { ASSIGNMENTS, type Assignment } from '../services/service.ts'

const MOST_RESTING = 20

const assignmentShape = z.object({
  assignment: z
    .enum(ASSIGNMENTS)
    .nullable()
    .describe('Whom of several who could do it the service is offered with; null: as the settings say.'),
  cool_down: z
    .number()
    .int()
    .min(0)
    .max(MOST_RESTING)
    .describe('How many of those booked last rest in a weighted draw while somebody else can.'),
})
const byId = z.object({ id: z.uuid() })
const errors = [catalogueErrors.noService]

/** By which rule a service is shared out among those who do it. What is booked stays with whom it is. */
export function assignmentRoutes({ db }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/services/:id/assignment', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'business' }, errors },
      schema: { params: byId, response: { 200: assignmentShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => read(tx, request.params.id)),
    })

    app.put('/api/v1/services/:id/assignment', {
      config: { access: { kind: 'tenant', scope: 'business' }, errors },
      schema: {
        params: byId,
        body: z.strictObject(assignmentShape.shape),
        response: { 200: assignmentShape },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          await tx
            .updateTable('service')
            .set(request.body)
            .where('service.tenant_id', '=', tx.tenantId)
            .where('service.id', '=', request.params.id)
            .execute()
          return await read(tx, request.params.id)
        }),
    })
  }
}

async function read(tx: Tx, id: string): Promise<z.infer<typeof assignmentShape>> {
  const row = await tx
    .selectFrom('service')
    .select(['service.assignment', 'service.cool_down'])
    .where('service.tenant_id', '=', tx.tenantId)
    .where('service.id', '=', id)
    .where('service.active', '=', true)
    .executeTakeFirst()
  if (!row) throw new AppError(catalogueErrors.noService)
  return { assignment: row.assignment as Assignment | null, cool_down: row.cool_down }
}
