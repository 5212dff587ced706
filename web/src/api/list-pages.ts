import type { InfiniteData } from '@tanstack/react-query'
import type { List } from './contract.ts'

type Entry = { id: string }
export type Pages<Item extends Entry> = InfiniteData<List<Item>, unknown>

/** All entries in order, each once: a page that was read later may reach into the one below it. */
export const itemsOf = <Item extends Entry>({ pages }: Pages<Item>): Item[] => {
  const seen = new Set<string>()
  return pages.flatMap(page =>
    page.items.filter(item => {
      const isNew = !seen.has(item.id)
      seen.add(item.id)
      return isNew
    }),
  )
}

/**
 * The list with its first page as it is now. What newcomers have pushed off the first page stays at its end, because
 * the second page begins after it. Null if so many have come that the two no longer join.
 */
export const withFreshFirst = <Item extends Entry>(
  list: Pages<Item>,
  fresh: List<Item>,
): Pages<Item> | null => {
  const [first, ...below] = list.pages
  const last = fresh.items.at(-1)
  if (first === undefined || last === undefined || below.length === 0 || fresh.next_cursor === null) {
    return { pages: [fresh], pageParams: list.pageParams.slice(0, 1) }
  }
  const at = first.items.findIndex(item => item.id === last.id)
  const reachesBelow = below.some(page => page.items.some(item => item.id === last.id))
  if (at === -1 && !reachesBelow) return null
  const pushedOff = at === -1 ? [] : first.items.slice(at + 1)
  const joined = { items: [...fresh.items, ...pushedOff], next_cursor: first.next_cursor }
  return { ...list, pages: [joined, ...below] }
}

/** The list with one of its later pages as it is now. */
export const withFreshPage = <Item extends Entry>(
  list: Pages<Item>,
  index: number,
  fresh: List<Item>,
): Pages<Item> => ({ ...list, pages: list.pages.with(index, fresh) })
