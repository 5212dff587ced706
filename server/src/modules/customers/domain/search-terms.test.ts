import { expect, test } from 'vitest'
import { searchTerms } from './search-terms.ts'

test.each([
  ['0171 392', ['+49171392']],
  ['+49 171 392', ['+49171392']],
  ['0049171392', ['+49171392']],
  ['171392', ['+171392', '+49171392']],
  ['(030) 23125-0', ['+4930231250']],
  ['12', []],
  ['Haus 12', []],
])('"%s" is the beginning of the numbers %j', (said, numbers) => {
  expect(searchTerms(said).numbers).toEqual(numbers)
})

test('words are looked for one by one, and no more than six', () => {
  expect(searchTerms('  Petra   Lind ').words).toEqual(['Petra', 'Lind'])
  expect(searchTerms('a b c d e f g h').words).toHaveLength(6)
})
