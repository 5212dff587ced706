import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { AbsenceKind, BlockCollision } from './contract.ts'
import { topics } from './queries.ts'

/** A block as it was entered, and how many appointments stand in it. */
export type BlockMade = { id: string; collisions: number }

type Range = { starts_at: string; ends_at: string }

export const addClosure = async (
  wish: Range & { resource_id: string | null; reason: string | null },
): Promise<BlockMade> => {
  const { id, collisions } = await unwrap(client.POST('/api/v1/closures', { body: wish }))
  return { id, collisions: collisions.length }
}

export const addAbsence = async (
  wish: Range & { staff_id: string; kind: AbsenceKind; note: string | null },
): Promise<BlockMade> => {
  const { id, collisions } = await unwrap(client.POST('/api/v1/absences', { body: wish }))
  return { id, collisions: collisions.length }
}

export const removeBlock = (kind: 'closure' | 'absence', id: string) =>
  kind === 'closure'
    ? unwrap(client.DELETE('/api/v1/closures/{id}', { params: { path: { id } } }))
    : unwrap(client.DELETE('/api/v1/absences/{id}', { params: { path: { id } } }))

const MOST = 200

/** Appointments that stand in blocked time, newest first: those nobody has decided about, or all. */
export const collisionsQuery = (which: 'open' | 'all') =>
  queryOptions({
    queryKey: [topics.calendar, 'collisions', which],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST, ...(which === 'open' && { state: 'open' as const }) }
      return (await unwrap(client.GET('/api/v1/block-collisions', { params: { query }, signal }))).items
    },
  })

export const keepCollision = (collision: BlockCollision, reason: string) =>
  unwrap(
    client.POST('/api/v1/block-collisions/{id}/keep', {
      params: { path: { id: collision.id } },
      body: { reason },
    }),
  )
