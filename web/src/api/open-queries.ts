import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Wish } from './contract.ts'
import { everyPage } from './every-page.ts'
import { topics } from './queries.ts'

/** What callers wanted and did not get, and nobody has settled yet. */
export const openWishesQuery = () =>
  queryOptions({
    queryKey: [topics.wishes, 'open'],
    queryFn: ({ signal }) =>
      everyPage(page => {
        const query = { state: 'open', ...page } as const
        return unwrap(client.GET('/api/v1/wishes', { params: { query }, signal }))
      }),
  })

/** Who waits for a place, and what was offered to them. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: [topics.waitlist, 'waiting'],
    queryFn: ({ signal }) =>
      everyPage(page => {
        const query = { state: 'waiting', ...page } as const
        return unwrap(client.GET('/api/v1/waitlist', { params: { query }, signal }))
      }),
  })

type Settled = 'done' | 'dropped'

export const settleCallback = (id: string, state: Settled) =>
  unwrap(client.PATCH('/api/v1/callback-requests/{id}', { params: { path: { id } }, body: { state } }))

export const assignCallback = (id: string, assignedTo: string | null) =>
  unwrap(
    client.PATCH('/api/v1/callback-requests/{id}', {
      params: { path: { id } },
      body: { assigned_to: assignedTo },
    }),
  )

export const settleWish = (id: Wish['id'], state: Settled) =>
  unwrap(client.PATCH('/api/v1/wishes/{id}', { params: { path: { id } }, body: { state } }))

export const leaveWaitlist = (id: string) =>
  unwrap(client.POST('/api/v1/waitlist/{id}/withdraw', { params: { path: { id } } }))

export const answerOffer = async (id: string, answer: 'accept' | 'decline'): Promise<void> => {
  const wish = { params: { path: { id } } }
  if (answer === 'accept') await unwrap(client.POST('/api/v1/waitlist-offers/{id}/accept', wish))
  else await unwrap(client.POST('/api/v1/waitlist-offers/{id}/decline', wish))
}
