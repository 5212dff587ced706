import { expect, test } from 'vitest'
import { provesPostgres } from './postgres.ts'

test('A call becomes an appointment on a database server that somebody else runs', async () => {
  const result = await provesPostgres({ operations: null, minutes: null, seed: 1, majors: ['18'] })
  expect(result).toMatchObject({
    holds: true,
    versions: [{ version: expect.stringMatching(/^18/), problems: [] }],
  })
}, 120_000)
