import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { itemsOf } from './list-pages.ts'
import { pagesQuery, refreshPages } from './pages-query.ts'

/** A server with nine entries, three a page, that counts how often it is asked and for what. */
const createServer = () => {
  let entries = [...'987654321'].map(id => ({ id, state: 'old' }))
  const asked: (string | undefined)[] = []
  return {
    asked,
    add: (id: string) => {
      entries = [{ id, state: 'old' }, ...entries]
    },
    change: (id: string) => {
      entries = entries.map(entry => (entry.id === id ? { ...entry, state: 'new' } : entry))
    },
    read: async ({ cursor }: { cursor?: string }) => {
      asked.push(cursor)
      const from = cursor === undefined ? 0 : entries.findIndex(entry => entry.id === cursor) + 1
      const items = entries.slice(from, from + 3)
      const isLast = from + 3 >= entries.length
      return { items, next_cursor: isLast ? null : (items.at(-1)?.id ?? null) }
    },
  }
}

const openList = async () => {
  const server = createServer()
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const options = pagesQuery(['calls', 'pages'], server.read)
  const observer = new InfiniteQueryObserver(queryClient, options)
  observer.subscribe(() => {})
  const read = (await observer.refetch()).data
  await observer.fetchNextPage()
  await observer.fetchNextPage()
  server.asked.length = 0
  const shown = () => {
    const list = queryClient.getQueryData<typeof read>(options.queryKey)
    return list === undefined ? [] : itemsOf(list)
  }
  return { server, queryClient, queryKey: options.queryKey, shown }
}

test('a new entry costs one reading of the first page, however many are loaded', async () => {
  const { server, queryClient, queryKey, shown } = await openList()
  server.add('A')
  await refreshPages(queryClient, queryKey, new Set(['A']))
  expect(server.asked).toEqual([undefined])
  expect(shown().map(item => item.id)).toEqual([...'A987654321'])
})

test('an entry that changed further down costs the reading of its own page besides', async () => {
  const { server, queryClient, queryKey, shown } = await openList()
  server.change('2')
  await refreshPages(queryClient, queryKey, new Set(['2']))
  expect(server.asked).toEqual([undefined, '4'])
  expect(shown().find(item => item.id === '2')?.state).toBe('new')
})

test('a list that nobody has read yet is left alone', async () => {
  const server = createServer()
  await refreshPages(new QueryClient(), pagesQuery(['jobs', 'pages'], server.read).queryKey, new Set(['1']))
  expect(server.asked).toEqual([])
})
