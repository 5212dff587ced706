import { expect, test } from 'vitest'
import { mask } from './mask.ts'

test('secrets are gone at any depth (failure 19)', () => {
  expect(mask({ headers: { Authorization: 'Bearer x', list: [{ api_key: 'y' }] } })).toEqual({
    headers: { Authorization: '[secret]', list: [{ api_key: '[secret]' }] },
  })
})

test('names, numbers and addresses are gone', () => {
  expect(mask({ name: 'Petra', phone: '+491713920011', email: 'p@example.org', service: 'Färben' })).toEqual({
    name: '[personal]',
    phone: '[personal]',
    email: '[personal]',
    service: 'Färben',
  })
})

test('what is missing still reads as missing', () => {
  expect(mask({ name: null, phone: '', token: undefined })).toEqual({
    name: null,
    phone: '',
    token: undefined,
  })
})

test('endless text and endless depth come to an end', () => {
  expect(String(mask('x'.repeat(10_000))).length).toBeLessThan(600)
  const deep: Record<string, unknown> = {}
  deep.self = { a: { b: { c: { d: { e: { f: 1 } } } } } }
  expect(JSON.stringify(mask(deep))).toContain('[deep]')
})
