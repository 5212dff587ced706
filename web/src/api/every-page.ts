import type { List } from './contract.ts'

/** What the server gives of a list at once, at most. */
const MOST_OF_A_PAGE = 200

/** All of a list that a screen shows whole: what stands there is counted, so nothing may be missing at the end. */
export const everyPage = async <Item>(
  readPage: (page: { limit: number; cursor?: string }) => Promise<List<Item>>,
): Promise<Item[]> => {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: List<Item> = await readPage({ limit: MOST_OF_A_PAGE, ...(cursor !== null && { cursor }) })
    items.push(...page.items)
    cursor = page.next_cursor
  } while (cursor !== null)
  return items
}
