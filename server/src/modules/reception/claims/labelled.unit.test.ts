import { expect, test } from 'vitest'
import { evaluateClaims } from '../domain/claims/evaluate-claims.ts'
import { LABELLED_FILES, readLabelled } from './read-labelled.ts'

test('of at least 400 labelled utterances, 97 of 100 claims are found and 97 of 100 found are claims', async () => {
  const labelled = await readLabelled(LABELLED_FILES)
  expect(labelled.length).toBeGreaterThanOrEqual(400)
  const { precision, recall, otherTime } = evaluateClaims(labelled)
  expect(precision).toBeGreaterThanOrEqual(0.97)
  expect(recall).toBeGreaterThanOrEqual(0.97)
  expect(otherTime.precision).toBeGreaterThanOrEqual(0.97)
  expect(otherTime.recall).toBeGreaterThanOrEqual(0.97)
})
