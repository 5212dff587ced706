import { expect, test } from 'vitest'
import { proveCrash } from './crash.ts'

test('nothing acknowledged is lost when product and database are killed under load', async () => {
  const result = await proveCrash({ seed: 7, kills: 6, everyMs: 1500, longestPauseMs: 100 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true })
  expect(result.booked_answers).toBeGreaterThan(0)
  expect(result.mails_sent).toBeGreaterThan(0)
}, 180_000)
