import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BirthDates, type DuplicateReason, duplicateScore } from './duplicate-score.ts'

const score = (reasons: DuplicateReason[], born: BirthDates = 'unknown') =>
  duplicateScore(new Set(reasons), born)

test('a family on one number is suggested less than one person entered twice', () => {
  expect(score(['same_phone'])).toBeLessThan(score(['sounds_alike']))
  expect(score(['sounds_alike'])).toBeLessThan(score(['same_phone', 'sounds_alike']))
  expect(score(['same_phone', 'sounds_alike'])).toBeLessThan(score(['same_phone', 'same_name']))
})

test('two of one name and number who were born on different days are two people', () => {
  expect(score(['same_phone', 'same_email', 'same_name'], 'different')).toBe(0)
})

test('one more reason never makes it less likely, and nothing exceeds a hundred', () => {
  const reason = fc.constantFrom<DuplicateReason>('same_phone', 'same_email', 'same_name', 'sounds_alike')
  const born = fc.constantFrom<BirthDates>('same', 'different', 'unknown')
  fc.assert(
    fc.property(fc.array(reason), reason, born, (reasons, another, dates) => {
      expect(score([...reasons, another], dates)).toBeGreaterThanOrEqual(score(reasons, dates))
      expect(score([...reasons, another], dates)).toBeLessThanOrEqual(100)
    }),
  )
})
