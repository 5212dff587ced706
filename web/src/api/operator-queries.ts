import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

/** How all businesses are. Nothing announces what happens in others: it is read again when somebody asks. */
export const operatorQuery = () =>
  queryOptions({
    queryKey: [topics.operator],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/operator/overview', { signal })),
  })
