import { expect, test } from 'vitest'
import { provesSlowClients } from './slow-clients.ts'

test('A hundred connections that are slow, silent or broken are closed, and others keep their answers', async () => {
  const result = await provesSlowClients({ operations: 100, minutes: null, seed: 1, bodies: 'left' })
  expect(result).toMatchObject({ holds: true, connections: 100, deaf_pages_still_open: 0 })
}, 90_000)
