import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.9', '203.0.113.7'],
  ['127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['127.0.0.1', '192.0.2.66, 198.51.100.9', '198.51.100.9'],
  ['::ffff:172.20.0.3', '198.51.100.9', '198.51.100.9'],
  ['172.32.0.3', '198.51.100.9', '172.32.0.3'],
  ['127.0.0.1', ' ', '127.0.0.1'],
])('a request of %s that was forwarded for "%s" comes from %s', (ip, forwarded, address) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  expect(clientAddress({ ip, headers })).toBe(address)
})
