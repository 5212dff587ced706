import { expect, test } from 'vitest'
import { everyPage } from './every-page.ts'

test('a list that a screen shows whole is read to its end, in order', async () => {
  const pages: Record<string, { items: number[]; next_cursor: string | null }> = {
    first: { items: [1, 2], next_cursor: 'second' },
    second: { items: [3, 4], next_cursor: 'third' },
    third: { items: [5], next_cursor: null },
  }
  const asked: (string | undefined)[] = []
  const all = await everyPage(async ({ cursor }) => {
    asked.push(cursor)
    return pages[cursor ?? 'first'] ?? { items: [], next_cursor: null }
  })
  expect(all).toEqual([1, 2, 3, 4, 5])
  expect(asked).toEqual([undefined, 'second', 'third'])
})

test('a list that fails half-way fails, and is not shown as if it were whole', async () => {
  const half = everyPage(async ({ cursor }) => {
    if (cursor !== undefined) throw new Error('no answer')
    return { items: [1], next_cursor: 'second' }
  })
  await expect(half).rejects.toThrow('no answer')
})
