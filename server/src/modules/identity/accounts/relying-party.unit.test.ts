import { expect, test } from 'vitest'
import { relyingParty } from './relying-party.ts'

test('a passkey is for the name under which the product is served', () => {
  expect(relyingParty('https://praxis.askpro.example/', 'elsewhere.example')).toEqual({
    id: 'praxis.askpro.example',
    origin: 'https://praxis.askpro.example',
  })
})

test.each(['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost:8080'])(
  'at %s it is for localhost, at the port that was asked',
  address => {
    expect(relyingParty(address, 'localhost:9090')).toEqual({
      id: 'localhost',
      origin: 'http://localhost:9090',
    })
  },
)

test.each(['http://praxis.askpro.example', 'https://192.0.2.7', 'https://[2001:db8::7]'])(
  'there are none at %s',
  address => {
    expect(relyingParty(address, 'localhost')).toBeNull()
  },
)
