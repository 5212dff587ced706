import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import { Problem } from './problem.ts'
import { topics } from './queries.ts'

/** Everything of this business that carries a request id. */
export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: [topics.requests, 'one', requestId],
    queryFn: ({ signal }) => {
      const params = { path: { request_id: requestId } }
      return unwrap(client.GET('/api/v1/requests/{request_id}', { params, signal }))
    },
  })

/** Whether the server knows nothing under this id, or says that it cannot be one. */
export const isUnknownRequest = (error: unknown) =>
  error instanceof Problem && (error.status === 404 || error.status === 400)
