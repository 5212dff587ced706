import { expect, test } from 'vitest'
import { spokenWeek } from './spoken-hours.ts'

const day = (weekday: number, from: number, to: number) => ({
  weekday,
  fromMinute: from * 60,
  toMinute: to * 60,
})

test('days with the same hours are named together', () => {
  const hours = [day(2, 9, 18), day(3, 9, 18), day(4, 9, 18), day(5, 9, 18), day(6, 9, 14)]
  expect(spokenWeek(hours, 'de')).toEqual([
    'Dienstag bis Freitag von neun Uhr bis achtzehn Uhr',
    'Samstag von neun Uhr bis vierzehn Uhr',
  ])
})

test('a lunch break makes two windows of one day', () => {
  expect(spokenWeek([day(1, 8, 12), day(1, 14, 18)], 'de')).toEqual([
    'Montag von acht Uhr bis zwölf Uhr und von vierzehn Uhr bis achtzehn Uhr',
  ])
})

test('hours are told in English', () => {
  const hours = [day(2, 9, 18), day(3, 9, 18), day(6, 9, 12), day(7, 14, 24)]
  expect(spokenWeek(hours, 'en')).toEqual([
    'Tuesday and Wednesday from nine a.m. to six p.m.',
    'Saturday from nine a.m. to twelve noon',
    'Sunday from two p.m. to midnight',
  ])
})

test('a night is told until when it lasts', () => {
  expect(spokenWeek([day(5, 22, 26)], 'de')).toEqual(['Freitag von zweiundzwanzig Uhr bis zwei Uhr nachts'])
})

test('a closed day between two open ones parts them', () => {
  expect(spokenWeek([day(1, 9, 12), day(3, 9, 12)], 'de')).toHaveLength(2)
})

test('two neighbouring days are joined by "und"', () => {
  expect(spokenWeek([day(6, 9, 12), day(7, 9, 12)], 'de')).toEqual([
    'Samstag und Sonntag von neun Uhr bis zwölf Uhr',
  ])
})
