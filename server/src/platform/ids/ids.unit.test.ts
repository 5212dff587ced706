import { expect, test } from 'vitest'
import { newId, parseId } from './ids.ts'

test('ids sort as they were made, also many of one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<'test'>())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 with the time in it', () => {
  const before = Date.now()
  const id = newId<'test'>()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(parseId(id)).toBe(id)
  const ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(ms - before)).toBeLessThan(60_000)
})
