import { expect, test } from 'vitest'
import { withNoise } from './noise.ts'

const sentence = 'Guten Tag, ich hätte gern einen Termin am kommenden Donnerstag um zehn Uhr dreißig'

test('the same seed mishears the same words', () => {
  expect(withNoise(sentence, { seed: 7, rate: 0.5 })).toBe(withNoise(sentence, { seed: 7, rate: 0.5 }))
  expect(withNoise(sentence, { seed: 7, rate: 0.5 })).not.toBe(withNoise(sentence, { seed: 8, rate: 0.5 }))
})

test('without a rate nothing is misheard', () => {
  expect(withNoise(sentence, { seed: 7, rate: 0 })).toBe(sentence)
})
