import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEvent, fileOf } from './testing/any-event.ts'
import { expandByReference } from './testing/expand-by-reference.ts'
import { expandByUs } from './testing/expand-by-us.ts'

test('the busy times of any calendar are those that another library finds', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), events => {
      const text = fileOf(events)
      expect(expandByUs(text).toSorted()).toEqual(expandByReference(text).toSorted())
    }),
    { numRuns: 25 },
  )
})
