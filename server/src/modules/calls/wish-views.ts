import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Cursor } from '../../platform/http/paging.ts'
import type { WishId } from '../../platform/ids/ids.ts'

export type WishState = 'open' | 'done' | 'dropped'

export type WishView = {
  readonly id: string
  readonly call_id: string
  readonly service: { readonly id: string; readonly name: string } | null
  readonly wanted_when: string | null
  readonly wanted_staff: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly state: WishState
  readonly settled_at: Temporal.Instant | null
  readonly settled_by: string | null
  readonly created_at: Temporal.Instant
}

const WISH = sql`
  select wish.id, wish.call_id, wish.wanted_when, wish.wanted_staff, wish.name, wish.phone_e164 as phone, wish.state,
    wish.settled_at, wish.settled_by, wish.created_at,
    case when service.id is null then null
      else jsonb_build_object('id', service.id, 'name', service.name) end as service
  from wish
  left join service on service.tenant_id = wish.tenant_id and service.id = wish.service_id`

export async function readWish(tx: Tx, id: WishId): Promise<WishView | null> {
  const { rows } = await sql<WishView>`
    ${WISH} where wish.tenant_id = ${tx.tenantId} and wish.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Newest first. */
export async function listWishes(
  tx: Tx,
  wanted: { state: WishState | null; after: Cursor | null; limit: number },
): Promise<WishView[]> {
  const { state, after } = wanted
  const { rows } = await sql<WishView>`
    ${WISH}
    where wish.tenant_id = ${tx.tenantId}
      and (${state}::text is null or wish.state = ${state})
      and (${after?.at ?? null}::timestamptz is null
        or (wish.created_at, wish.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by wish.created_at desc, wish.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
