import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import type { WishId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import type { Tenants } from '../tenants/index.ts'
import { callErrors } from './errors.ts'
import { listWishes, readWish, type WishState, type WishView } from './wish-views.ts'

const state = z.enum(['open', 'done', 'dropped'])
const wishShape = z.object({
  id: z.uuid(),
  call_id: z.uuid(),
  service: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** In the caller's words, as `wanted_staff`. */
  wanted_when: z.string().nullable(),
  wanted_staff: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  state,
  settled_at: z.string().nullable(),
  settled_by: z.string().nullable(),
  created_at: z.string(),
})
const { unknownWish } = callErrors

/** What callers asked for and did not get. */
export function wishRoutes({ db, clock }: Platform, { tenants }: { tenants: Tenants }) {
  return (app: HttpServer): void => {
    app.get('/api/v1/wishes', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: pageQuery.extend({ state: state.optional() }),
        response: { 200: z.object({ items: z.array(wishShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const wanted = { state: request.query.state ?? null, after: decodeCursor(cursor), limit: limit + 1 }
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const page = toPage(await listWishes(tx, wanted), limit, row => ({
            at: row.created_at.toString(),
            id: row.id,
          }))
          return { ...page, items: page.items.map(row => present(row, timeZone)) }
        })
      },
    })

    app.patch('/api/v1/wishes/:id', {
      config: { access: { kind: 'tenant', scope: 'write', reach: 'location' }, errors: [unknownWish] },
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ state }),
        response: { 200: wishShape },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as WishId
        return await db.inTenant(tenantId, async tx => {
          await settleWish(tx, id, { state: request.body.state, actor, at: clock.now() })
          const wish = await readWish(tx, id)
          if (!wish) throw new AppError(unknownWish)
          const { timeZone } = await tenants.read(tx)
          return present(wish, timeZone)
        })
      },
    })
  }
}

/** It was met, will not be, or is taken up again. Said again, nothing changes. */
async function settleWish(
  tx: Tx,
  id: WishId,
  wish: { state: WishState; actor: string; at: Temporal.Instant },
): Promise<void> {
  const open = wish.state === 'open'
  await tx
    .updateTable('wish')
    .set({
      state: wish.state,
      settled_at: open ? null : isoText(wish.at),
      settled_by: open ? null : wish.actor,
    })
    .where('wish.tenant_id', '=', tx.tenantId)
    .where('wish.id', '=', id)
    .where('wish.state', '<>', wish.state)
    .execute()
}

function present(row: WishView, zone: string): z.infer<typeof wishShape> {
  return {
    ...row,
    settled_at: row.settled_at === null ? null : toOffsetString(row.settled_at, zone),
    created_at: toOffsetString(row.created_at, zone),
  }
}
