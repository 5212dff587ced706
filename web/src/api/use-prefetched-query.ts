import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { requirePrefetched } from './prefetch.ts'

/** A query that this page's loader has started. */
export const usePrefetchedQuery = <Answer, Failure, Shown, Key extends QueryKey>(
  options: UseQueryOptions<Answer, Failure, Shown, Key>,
) => requirePrefetched(useQuery({ ...options, retryOnMount: false }), options.queryKey)
