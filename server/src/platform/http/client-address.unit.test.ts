import { expect, test } from 'vitest'
import { clientAddress, createAddressList, isAddressOrNetwork, networkOf } from './client-address.ts'

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

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:DB8:0001::9', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.200.3', true],
  ['10.2.0.1', false],
  ['2001:db8:77::5', true],
  ['2001:db9::5', false],
  ['', false],
  ['10.1.0.0/16', false],
])('a list with single addresses and networks lets %s in: %s', (address, expected) => {
  const allows = createAddressList(['127.0.0.1', '10.1.0.0/16', '2001:db8::/32'])
  expect(allows(address)).toBe(expected)
})

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.0.0/16', true],
  ['10.1.0.0/33', false],
  ['10.1.0.0/16/2', false],
  ['2001:db8::/129', false],
  ['localhost', false],
])('"%s" can stand in such a list: %s', (text, expected) => {
  expect(isAddressOrNetwork(text)).toBe(expected)
})
