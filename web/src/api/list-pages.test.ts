import { expect, test } from 'vitest'
import { itemsOf, type Pages, withFreshFirst, withFreshPage } from './list-pages.ts'

type Entry = { id: string; state?: string }
const page = (ids: string, next: string | null) => ({
  items: [...ids].map((id): Entry => ({ id })),
  next_cursor: next,
})
const list: Pages<Entry> = {
  pages: [page('dcb', 'b'), page('a98', '8'), page('765', '5')],
  pageParams: [null, 'b', '8'],
}
const ids = (pages: Pages<Entry> | null) =>
  pages &&
  itemsOf(pages)
    .map(item => item.id)
    .join('')

test('a newcomer appears on top, and nothing is lost where the pages meet', () => {
  expect(ids(withFreshFirst(list, page('edc', 'c')))).toBe('edcba98765')
})

test('an entry that is gone leaves, although the first page then reaches into the second', () => {
  expect(ids(withFreshFirst(list, page('dba', 'a')))).toBe('dba98765')
})

test('when more has come than one page holds, the list must be read anew', () => {
  expect(withFreshFirst(list, page('zyx', 'x'))).toBeNull()
})

test('a list of one page becomes what was read', () => {
  const short = { pages: [page('dcb', 'b')], pageParams: [null] }
  expect(ids(withFreshFirst(short, page('zyx', 'x')))).toBe('zyx')
})

test('a list that has shrunk to one page has no pages below any more', () => {
  expect(withFreshFirst(list, page('dc', null))).toEqual({ pages: [page('dc', null)], pageParams: [null] })
})

test('a later page is replaced where it stands, and shows what changed', () => {
  const changed = { items: [{ id: 'a', state: 'new' }, { id: '9' }, { id: '8' }], next_cursor: '8' }
  const fresh = withFreshPage(list, 1, changed)
  expect(ids(fresh)).toBe('dcba98765')
  expect(itemsOf(fresh).find(item => item.id === 'a')?.state).toBe('new')
})
