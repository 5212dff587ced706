import { expect, test } from 'vitest'
import { metadataOf, referenceIn } from './metadata.ts'

test('what goes into metadata fits Cal.com’s limits, however long it was (failure 53)', () => {
  const metadata = metadataOf({
    askproai_reference: 'a1',
    askproai_source: 'x'.repeat(600),
    askproai_phone: null,
  })
  expect(Object.keys(metadata)).toEqual(['askproai_reference', 'askproai_source'])
  for (const [key, value] of Object.entries(metadata)) {
    expect(key.length).toBeLessThanOrEqual(40)
    expect(value.length).toBeLessThanOrEqual(500)
  }
})

test('a reference is never cut', () => {
  expect(() => metadataOf({ askproai_reference: 'a'.repeat(501) })).toThrow(RangeError)
})

test('a reference is read back, and nothing else counts as one', () => {
  expect(referenceIn(metadataOf({ askproai_reference: 'a1' }))).toBe('a1')
  expect([referenceIn({ askproai_reference: 1 }), referenceIn({}), referenceIn(null)]).toEqual([
    null,
    null,
    null,
  ])
})
