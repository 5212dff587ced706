import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import type { CallbackRequestId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { createAssignCallback } from './assign-callback.ts'
import { callErrors } from './errors.ts'
import { callbackShape, presentCallback } from './present-callback.ts'
import { createSettleCallback } from './settle-callback.ts'
import { listCallbackRequests, readCallbackRequest } from './views.ts'

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const write = { kind: 'tenant', scope: 'write', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })
const state = z.enum(['open', 'done', 'dropped'])
/** `assigned_to`: somebody of the staff, or null for nobody in particular. */
const changes = z.strictObject({ state, assigned_to: z.uuid().nullable() }).partial()

/** Who must be called back. */
export function callbackRoutes(platform: Platform, { tenants }: { tenants: Tenants }) {
  const { db } = platform
  const settleCallback = createSettleCallback(platform)
  const assignCallback = createAssignCallback(platform)

  const find = async (tx: Tx, id: CallbackRequestId): Promise<z.infer<typeof callbackShape>> => {
    const row = await readCallbackRequest(tx, id)
    if (!row) throw new AppError(callErrors.unknownCallback)
    const { timeZone } = await tenants.read(tx)
    return presentCallback(row, timeZone)
  }

  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/callback-requests', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({ state: state.optional(), assigned_to: z.uuid().optional() }),
        response: { 200: z.object({ items: z.array(callbackShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const rows = await listCallbackRequests(tx, {
            state: request.query.state ?? null,
            assignedTo: request.query.assigned_to ?? null,
            callId: null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.due_at.toString(), id: row.id }))
          return { ...page, items: page.items.map(row => presentCallback(row, timeZone)) }
        })
      },
    })

    app.get('/api/v1/callback-requests/:id', {
      config: { access: read, errors: [callErrors.unknownCallback] },
      schema: { params: byId, response: { 200: callbackShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          find(tx, request.params.id as CallbackRequestId),
        ),
    })

    app.patch('/api/v1/callback-requests/:id', {
      config: { access: write, errors: [callErrors.unknownCallback, callErrors.unknownAssignee] },
      schema: { params: byId, body: changes, response: { 200: callbackShape } },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as CallbackRequestId
        return await db.inTenant(tenantId, async tx => {
          const { state, assigned_to: assignee } = request.body
          if (assignee !== undefined && (await assignCallback(tx, id, assignee)) === 'unknown-assignee')
            throw new AppError(callErrors.unknownAssignee)
          if (state !== undefined) await settleCallback(tx, id, { state, actor })
          return await find(tx, id)
        })
      },
    })
  }
}
