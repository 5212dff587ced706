import { describe, expect, test } from 'vitest'
import { createSecretBook } from './secret-book.ts'

const VALUE = 'geheim/ü+"7'

describe('A secret', () => {
  const book = createSecretBook()
  book.add('password', VALUE, 'POST /once')

  test.each([
    ['as it is', `x${VALUE}y`],
    ['in JSON', JSON.stringify({ password: VALUE })],
    ['in an address', `/?p=${encodeURIComponent(VALUE)}`],
    ['in hexadecimal', Buffer.from(VALUE).toString('hex')],
    ['as a login by HTTP', Buffer.from(`mara:${VALUE}`).toString('base64')],
    ['as a login of somebody with a longer name', Buffer.from(`maria:${VALUE}!`).toString('base64')],
    ['as a login of somebody with a name between', Buffer.from(`marie2:${VALUE}`).toString('base64url')],
  ])('is found %s', (_how, text) => {
    expect(book.findIn(text)).not.toEqual([])
  })

  test('is found among bytes', () => {
    expect(book.findInBytes(Buffer.concat([Buffer.from([0, 255]), Buffer.from(VALUE)]))).toEqual(['password'])
  })

  test('may be in the one answer that shows it, and in no other', () => {
    expect([book.findIn(VALUE, 'POST /once'), book.findIn(VALUE, 'GET /again').length]).toEqual([[], 1])
  })

  test('is not found where it is not', () => {
    expect(book.findIn('geheim')).toEqual([])
  })

  test('that could be there by chance cannot be looked for', () => {
    expect(() => book.add('code', '123456')).toThrow('too short')
  })
})
