import { expect, test } from 'vitest'
import { proveFuzz } from './fuzz.ts'

test('hostile requests to every route and tool are answered as declared, and leak nothing', async () => {
  const result = await proveFuzz({ seed: 11, operations: 200 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true })
  expect(result.ids_checked).toBeGreaterThan(10)
}, 120_000)
