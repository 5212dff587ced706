import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundTrip } from './testing/round-trip.ts'

it('Numbers, durations, prices, telephone numbers and lists are heard as they were spoken.', () => {
  fc.assert(
    fc.property(roundTrip, ({ spoken, meant, heard }) => {
      expect({ spoken, is: heard }).toEqual({ spoken, is: meant })
    }),
    { numRuns: 3000 },
  )
})
