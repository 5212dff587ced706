import { expect, test } from 'vitest'
import { isFromElsewhere } from './own-origin.ts'

test.each([
  [undefined, 'ours'],
  ['https://salon.example', 'ours'],
  ['http://127.0.0.1:8080', 'ours'],
  ['http://127.0.0.1:8081', 'somebody else’s'],
  ['http://salon.example', 'somebody else’s'],
  ['https://salon.example.evil.example', 'somebody else’s'],
  ['null', 'somebody else’s'],
  ['', 'somebody else’s'],
])('a page at %j is %s', (origin, whose) => {
  const headers = { host: '127.0.0.1:8080', ...(origin !== undefined && { origin }) }
  const elsewhere = isFromElsewhere({ headers }, 'https://salon.example')
  expect(elsewhere ? 'somebody else’s' : 'ours').toBe(whose)
})
