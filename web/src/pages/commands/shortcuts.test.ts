import { expect, test } from 'vitest'
import { meaningOf, type Pressed } from './shortcuts.ts'

const press = (key: string, changes: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, busy: false },
  ...changes,
})
const usual = { afterG: false, singles: true }

test.each([
  [press('k', { ctrlKey: true }), 'palette'],
  [press('K', { metaKey: true }), 'palette'],
  [press('k', { ctrlKey: true, busy: true }), 'palette'],
  [press('?'), 'help'],
  [press('n'), 'book'],
  [press('g'), 'go'],
  [press('k'), null],
  [press('n', { ctrlKey: true }), null],
  [press('n', { busy: true }), null],
])('%o means %s', (pressed, meant) => {
  expect(meaningOf(pressed, usual)).toBe(meant)
})

test('after G a letter is a page, and every other key is nothing', () => {
  const after = { ...usual, afterG: true }
  expect(meaningOf(press('k'), after)).toEqual({ page: 'k' })
  expect(meaningOf(press('n'), after)).toBeNull()
  expect(meaningOf(press('constructor'), after)).toBeNull()
})

test('whoever turned single keys off still has the palette', () => {
  const off = { afterG: false, singles: false }
  expect(meaningOf(press('n'), off)).toBeNull()
  expect(meaningOf(press('k', { ctrlKey: true }), off)).toBe('palette')
})
