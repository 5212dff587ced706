import { z } from 'zod'
import { ApiError } from './api-error.ts'

const LIMIT = 50
const MOST = 1000

export const PageQuery = z.looseObject({
  limit: z.coerce.number().int().min(1).max(MOST).default(LIMIT),
  pagination_key: z.string().optional(),
  sort_order: z.enum(['ascending', 'descending']).default('descending'),
  skip: z.coerce.number().int().min(0).default(0),
})
export type PageQuery = z.infer<typeof PageQuery>

export interface Page<Item> {
  readonly items: Item[]
  readonly has_more: boolean
  readonly pagination_key?: string
}

/** One page of what is sorted already; the key names the last item of the page before, and nobody may read it. */
export function pageOf<Item>(
  sorted: readonly Item[],
  idOf: (item: Item) => string,
  { limit, pagination_key: key, skip }: PageQuery,
): Page<Item> {
  const after = key === undefined ? -1 : sorted.findIndex(item => keyOf(idOf(item)) === key)
  if (key !== undefined && after === -1) throw new ApiError(400, 'The pagination key is not valid.')
  const from = after + 1 + skip
  const items = sorted.slice(from, from + limit)
  const last = items.at(-1)
  const more = from + limit < sorted.length
  return {
    items,
    has_more: more,
    ...(more && last !== undefined ? { pagination_key: keyOf(idOf(last)) } : {}),
  }
}

function keyOf(id: string): string {
  return Buffer.from(id).toString('base64url')
}
