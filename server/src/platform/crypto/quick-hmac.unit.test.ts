import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickHmac } from './quick-hmac.ts'

test('it is the HMAC that Node makes with the same key', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (secret, text) => {
      const key = Buffer.from(secret).toString('hex')
      expect(quickHmac(Buffer.from(secret))(text)).toBe(
        createHmac('sha256', key).update(text).digest('base64url'),
      )
    }),
  )
})

test('a secret of another length is refused', () => {
  expect(() => quickHmac(Buffer.alloc(31))).toThrow('32 bytes')
})
