import { expect, test } from 'vitest'
import { jsonTokens } from './json-tokens.ts'

const kinds = (json: string) =>
  jsonTokens(json)
    .filter(token => token.kind !== 'mark')
    .map(token => [token.kind, token.text])

test('keys, texts and literals are told apart', () => {
  expect(kinds('{"a": "b", "n": -1.5e3, "t": true, "z": null}')).toEqual([
    ['key', '"a":'],
    ['text', '"b"'],
    ['key', '"n":'],
    ['literal', '-1.5e3'],
    ['key', '"t":'],
    ['literal', 'true'],
    ['key', '"z":'],
    ['literal', 'null'],
  ])
})

test('what looks like JSON inside of a text stays one text', () => {
  const json = JSON.stringify({ say: 'um 10 Uhr: "true", {"a": 1} \\' })
  expect(kinds(json)).toHaveLength(2)
})

test('the tokens put together are the JSON again', () => {
  const json = JSON.stringify({ a: [1, 'zwei', { b: null }], c: 'Grüße "an" alle' }, null, 2)
  expect(
    jsonTokens(json)
      .map(token => token.text)
      .join(''),
  ).toBe(json)
})
