import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

test('ordinary JSON is read as it is', () => {
  expect(parseJson('{"a":[1,"ä",null]}')).toEqual({ a: [1, 'ä', null] })
})

test('a NUL character does not get in', () => {
  expect(parseJson('{"name":"Pe\\u0000tra"}')).toEqual({ name: 'Petra' })
})

test('nor does one in a key', () => {
  expect(parseJson('{"na\\u0000me":{"x\\ud800":1}}')).toEqual({ name: { 'x\uFFFD': 1 } })
})

test('half a surrogate pair is replaced', () => {
  expect(parseJson('"\\ud83d"')).toBe('\uFFFD')
  expect(parseJson('"\\ud83d\\ude00"')).toBe('😀')
})

test('a prototype cannot be smuggled in', () => {
  const parsed = parseJson('{"__proto__":{"admin":true}}') as { admin?: boolean }
  expect(parsed.admin).toBeUndefined()
})

test('broken JSON throws', () => {
  expect(() => parseJson('{"a":')).toThrow(SyntaxError)
})
