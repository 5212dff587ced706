import { expect, test } from 'vitest'
import { sameName, tidyName } from './person-name.ts'

test.each([
  ['Jörg Müller', 'joerg mueller'],
  ['Weiß', 'WEISS'],
  ['  Petra   Lindner ', 'Petra Lindner'],
  ['André', 'Andre'],
])('%s and %s are the same name', (one, other) => {
  expect(sameName(one, other)).toBe(true)
})

test('Petra and Peter Lindner are two people', () => {
  expect(sameName('Petra Lindner', 'Peter Lindner')).toBe(false)
})

test('a name of 10,000 characters is cut to 200', () => {
  expect(tidyName('a'.repeat(10_000))).toHaveLength(200)
})

test('control characters do not reach the database', () => {
  expect(tidyName('Petra\u0000\u202e Lindner\n')).toBe('Petra Lindner')
})
