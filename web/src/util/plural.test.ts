import { expect, test } from 'vitest'
import { plural } from './plural.ts'

const calls = { one: '# Anruf', other: '# Anrufe' }

test.each([
  [0, '0 Anrufe'],
  [1, '1 Anruf'],
  [2, '2 Anrufe'],
  [1_200_000, '1.200.000 Anrufe'],
])('%d calls are counted in German as "%s"', (count, text) => {
  expect(plural(count, calls, 'de-DE')).toBe(text)
})

test('none is said in words where words are given', () => {
  expect(plural(0, { ...calls, zero: 'Keine Anrufe' }, 'de-DE')).toBe('Keine Anrufe')
})

test('the rule is that of the language: French counts none as one', () => {
  expect(plural(0, { one: '# appel', other: '# appels' }, 'fr')).toBe('0 appel')
})
