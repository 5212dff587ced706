import { Button } from '@mantine/core'
import type { List } from '../api/contract.ts'
import { words } from '../text/words.ts'
import styles from './more-pages.module.css'

/** A list in pages, as a page shows it. */
export type PagesShown<Item> = {
  data: { pages: List<Item>[]; pageParams: unknown[] } | undefined
  error: Error | null
  refetch: () => Promise<unknown>
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

type Props = { query: Pick<PagesShown<unknown>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'> }

/** The button that loads the next page; nothing at the end. */
export const MorePages = ({ query }: Props) =>
  query.hasNextPage && (
    <Button
      className={styles.more}
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {words.actions.more}
    </Button>
  )
