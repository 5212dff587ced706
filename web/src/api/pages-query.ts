import { infiniteQueryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { List } from './contract.ts'
import { itemsOf, type Pages, withFreshFirst, withFreshPage } from './list-pages.ts'

type Entry = { id: string }
type ReadPage<Item> = (page: { cursor?: string }, signal: AbortSignal) => Promise<List<Item>>

const READ_PAGE = 'readPage'
const WAIT_FOR_OTHER_READING_MS = 80

/** How often entries are looked after whose steps the server does not announce one by one. */
export const LOOK_AFTER_MS = 3_000

/**
 * A list that is read page by page, newest first. As long as one of its entries `isMoving`, its only page is read
 * again every three seconds; everything else waits for live events.
 */
export const pagesQuery = <Item extends Entry>(
  queryKey: QueryKey,
  readPage: ReadPage<Item>,
  isMoving: (item: Item) => boolean = () => false,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(cursorOf(pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next_cursor,
    refetchInterval: ({ state: { data } }) => {
      const moves = data?.pages.length === 1 && itemsOf(data).some(isMoving)
      return moves ? LOOK_AFTER_MS : false
    },
    meta: { [READ_PAGE]: readPage },
  })

/** Whether a live event must not have this query read whole: a list of which several pages may be loaded. */
export const isPages = ([, part]: QueryKey) => part === 'pages'

/**
 * Brings a list in pages up to date after some of its entries have changed: reads the first page, where new ones
 * arrive, and those pages that show one of the changed, whatever else is loaded. Reads everything if more has arrived
 * than one page holds.
 */
export const refreshPages = async (
  queryClient: QueryClient,
  queryKey: QueryKey,
  changed: Set<string>,
): Promise<void> => {
  const query = queryClient.getQueryCache().find<Pages<Entry>>({ queryKey })
  const readPage = query?.meta?.[READ_PAGE] as ReadPage<Entry> | undefined
  if (query?.state.data === undefined || readPage === undefined) return
  if (query.state.fetchStatus !== 'idle') {
    // Another page is on its way and would put back what is read here.
    await new Promise(resolve => {
      setTimeout(resolve, WAIT_FOR_OTHER_READING_MS)
    })
    return refreshPages(queryClient, queryKey, changed)
  }
  const { signal } = new AbortController()
  const { pages, pageParams } = query.state.data
  const touched = pages.flatMap((page, index) =>
    index > 0 && page.items.some(item => changed.has(item.id)) ? [index] : [],
  )
  const [first, ...others] = await Promise.all(
    [0, ...touched].map(index => readPage(cursorOf(pageParams[index]), signal)),
  )
  const now = query.state.data
  const merged = first === undefined ? null : withFreshFirst(now, first)
  if (merged === null) return queryClient.invalidateQueries({ queryKey, exact: true })
  const complete = others.reduce((all, page, index) => withFreshPage(all, touched[index] ?? 0, page), merged)
  queryClient.setQueryData(queryKey, complete)
}

const cursorOf = (pageParam: unknown) => (typeof pageParam === 'string' ? { cursor: pageParam } : {})
