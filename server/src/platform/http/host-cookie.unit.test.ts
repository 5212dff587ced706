import { expect, test } from 'vitest'
import { hostCookie } from './host-cookie.ts'

test('over https a cookie is bound to this host and to TLS', () => {
  expect(hostCookie('askpro_session', 'https://praxis.askpro.example')).toEqual({
    name: '__Host-askpro_session',
    secure: true,
  })
})

test.each(['http://localhost:8080', 'http://127.0.0.1:8080'])('over %s it has a plain name', address => {
  expect(hostCookie('askpro_session', address)).toEqual({ name: 'askpro_session', secure: false })
})
