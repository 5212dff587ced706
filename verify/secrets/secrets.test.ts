import { expect, test } from 'vitest'
import { proveSecrets } from './secrets.ts'

test('no secret is found in answers, pages, exports, logs, reports, the dump or the files of the database', async () => {
  const result = await proveSecrets({ seed: 5, operations: 100 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true })
  expect(result.secrets).toBeGreaterThan(40)
}, 300_000)
