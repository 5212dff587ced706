import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Customer, ImportReport } from './contract.ts'
import { pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

/** Customers whose name, number or e-mail has these words, fifty at a time; without words all. */
export const customerPagesQuery = (words: string) =>
  pagesQuery([topics.customers, 'pages', words], (page, signal) => {
    const query = { limit: 50, ...page, ...(words !== '' && { q: words }) }
    return unwrap(client.GET('/api/v1/customers', { params: { query }, signal }))
  })

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.customers, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  })

/** What happened with somebody, newest first. */
export const historyPagesQuery = (id: string) =>
  pagesQuery([topics.customers, 'pages', 'history', id], (page, signal) =>
    unwrap(
      client.GET('/api/v1/customers/{id}/history', {
        params: { path: { id }, query: { limit: 50, ...page } },
        signal,
      }),
    ),
  )

/** Pairs that may be one person; of one customer, or of all. */
export const duplicatesQuery = (customer?: string) =>
  queryOptions({
    queryKey: [topics.customers, 'duplicates', customer ?? null],
    queryFn: async ({ signal }) => {
      const query = { limit: 20, ...(customer !== undefined && { customer }) }
      return (await unwrap(client.GET('/api/v1/customers/duplicates', { params: { query }, signal }))).items
    },
  })

export const mergePreviewQuery = ({ keep, merge }: { keep: string; merge: string }) =>
  queryOptions({
    queryKey: [topics.customers, 'preview', keep, merge],
    queryFn: () =>
      unwrap(
        client.POST('/api/v1/customers/{id}/merge/preview', {
          params: { path: { id: keep } },
          body: { merge },
        }),
      ),
  })

export const mergeCustomers = ({ keep, merge }: { keep: string; merge: string }) =>
  unwrap(client.POST('/api/v1/customers/{id}/merge', { params: { path: { id: keep } }, body: { merge } }))

export const undoMerge = (id: string) =>
  unwrap(client.POST('/api/v1/customer-merges/{id}/undo', { params: { path: { id } } }))

export type CustomerWish = {
  name: string
  phones: string[]
  email: string | null
  language: 'de' | 'en'
  notes: string | null
}

export const addCustomer = (body: CustomerWish): Promise<Customer> =>
  unwrap(client.POST('/api/v1/customers', { body }))

/** @throws Problem `platform/stale-version` when somebody else changed the record meanwhile. */
export const changeCustomer = ({ id, version }: Customer, wish: CustomerWish): Promise<Customer> =>
  unwrap(client.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body: { ...wish, version } }))

/** The file as it is: the server finds out how it is written. A key makes an import once, however often it is sent. */
export const importCustomers = (
  file: File,
  wish: { mode: 'preview' } | { mode: 'commit'; key: string },
): Promise<ImportReport> =>
  unwrap(
    client.POST('/api/v1/customers/import', {
      params: {
        query: { mode: wish.mode },
        header: wish.mode === 'commit' ? { 'idempotency-key': wish.key } : {},
      },
      headers: { 'content-type': 'text/csv' },
      body: file as unknown as string,
      bodySerializer: body => body as unknown as BodyInit,
    }),
  )
