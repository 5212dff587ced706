import { Button } from '@mantine/core'
import type { List } from '../api/contract.ts'
import { words } from '../text/words.ts'
import styles from './more-pages.module.css'
import { QueryProblem } from './query-state.tsx'

/** A list in pages, as a page shows it. */
export type PagesShown<Item> = {
  data: { pages: List<Item>[]; pageParams: unknown[] } | undefined
  error: Error | null
  refetch: () => Promise<unknown>
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
}

type Props = {
  query: Pick<
    PagesShown<unknown>,
    'error' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
  >
}

/** The button that loads the next page, or why it did not come; nothing at the end. */
export const MorePages = ({ query }: Props) => {
  if (!query.hasNextPage) return null
  const load = () => void query.fetchNextPage()
  if (query.isFetchNextPageError && query.error !== null && !query.isFetchingNextPage)
    return <QueryProblem error={query.error} onRetry={load} />
  return (
    <Button className={styles.more} variant="default" loading={query.isFetchingNextPage} onClick={load}>
      {words.actions.more}
    </Button>
  )
}
