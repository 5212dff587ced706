import { expect, test } from 'vitest'
import { provePublish } from './publish.ts'

test('a product killed while it publishes ends with the old version or the new one (failure 70)', async () => {
  const result = await provePublish({ seed: 3, publications: 2 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, verify: 'publish' })
}, 300_000)
