import { expect, it } from 'vitest'
import { writtenDate, writtenDateTime } from './written-date.ts'

const moment = Temporal.PlainDateTime.from('2026-12-03T09:05')

it('writes a German date with dots and two digits', () => {
  expect(writtenDate(moment.toPlainDate(), 'de')).toBe('Do, 03.12.2026')
})

it('writes an English date with the month as a word, so that nobody swaps day and month', () => {
  expect(writtenDate(moment.toPlainDate(), 'en')).toBe('Thu, 3 Dec 2026')
})

it('writes day and time', () => {
  expect(writtenDateTime(moment, 'de')).toBe('Do, 03.12.2026, 09:05')
})
