import { describe, expect, test } from 'vitest'
import { namesOtherTime } from './claimed-time.ts'

/** A Monday, ten o'clock in Berlin. */
const said = { at: Temporal.Instant.from('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin' }
const names = (sentence: string, ...starts: string[]) =>
  namesOtherTime(
    sentence,
    starts.map(start => Temporal.Instant.from(`${start}+01:00`)),
    said,
  )

describe('A claim names another time', () => {
  test.each([
    ['Ich habe Sie für Dienstag um zehn Uhr eingetragen.', '2026-11-24T11:00'],
    ['Ich habe Sie für Dienstag um zehn Uhr eingetragen.', '2026-11-25T10:00'],
    ['Der Termin ist gebucht, Donnerstag, vierzehn Uhr dreißig.', '2026-11-26T15:30'],
    ['Um fünf ist für Sie gebucht.', '2026-11-26T16:00'],
    ["I've moved your appointment from Wednesday to Friday at eleven.", '2026-11-25T11:00'],
  ])('%s (%s)', (sentence, start) => {
    expect(names(sentence, start)).toBe(true)
  })
})

describe('A claim names the time that was entered', () => {
  test.each([
    ['in words and relative', 'Sie sind morgen um halb elf eingetragen.', '2026-11-24T10:30'],
    ['without a day, whatever day it is', 'Um fünf ist für Sie gebucht.', '2026-11-26T17:00'],
    [
      'of the half of the day that is open',
      'Sie sind am Mittwoch um sieben Uhr dreißig da.',
      '2026-11-25T07:30',
    ],
    ['of the only day there is', 'Sie sind am Freitag bei uns eingetragen.', '2026-11-27T10:00'],
    [
      'beside another time',
      'Ich habe Sie für Freitag um zehn eingetragen, die Bestätigung kommt in zehn Minuten.',
      '2026-11-27T10:00',
    ],
    [
      'behind the one it replaces',
      'Ihr Termin liegt auf Donnerstag um elf statt auf Mittwoch.',
      '2026-11-26T11:00',
    ],
    ['in either reading of a weekday', 'Ich habe Sie für Montag um 15 Uhr eingetragen.', '2026-11-30T15:00'],
  ])('%s', (_, sentence, start) => {
    expect(names(sentence, start)).toBe(false)
  })

  test('when any of several is meant', () => {
    expect(names('Sie sind am Freitag um zehn da.', '2026-11-24T09:00', '2026-11-27T10:00')).toBe(false)
  })
})

test('a claim without a time names no other, and neither does one without anything entered', () => {
  expect(names('Ihr Termin ist gebucht.', '2026-11-24T09:00')).toBe(false)
  expect(names('Ihr Termin am Dienstag um zehn ist gebucht.')).toBe(false)
})
