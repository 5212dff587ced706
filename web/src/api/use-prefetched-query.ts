import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
  type UseQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { requireStarted } from './prefetch.ts'

/** A query that this page's loader has started. It may still be on its way, and it may have failed. */
export const usePrefetchedQuery = <Answer, Failure, Shown, Key extends QueryKey>(
  options: UseQueryOptions<Answer, Failure, Shown, Key>,
) => {
  requireStarted(useQueryClient(), options.queryKey)
  return useQuery({ ...options, retryOnMount: false })
}

/** The same for a list in pages, of which the loader has started the first. */
export const usePrefetchedPages = <Page, Failure, Key extends QueryKey, Cursor>(
  options: UseInfiniteQueryOptions<Page, Failure, InfiniteData<Page>, Key, Cursor>,
) => {
  requireStarted(useQueryClient(), options.queryKey)
  return useInfiniteQuery({ ...options, retryOnMount: false })
}
