import { describe, expect, it } from 'vitest'
import { clockRule } from './clock.ts'
import { readWith } from './read-with.ts'

function clockOf(phrase: string, lang: 'de' | 'en' = 'de'): string | null {
  const item = readWith(clockRule, phrase, lang)?.items[0]
  if (item?.kind !== 'clock') return null
  const { minutes, halves, grain } = item.clock
  const digits = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return `${digits} ${halves ? 'either half' : 'definite'} ${grain}`
}

describe('clockRule', () => {
  it.each([
    ['14 Uhr', '14:00 definite hour'],
    ['14:30', '14:30 definite minute'],
    ['14.30 Uhr', '14:30 definite minute'],
    ['1430 Uhr', '14:30 definite minute'],
    ['14h30', '14:30 definite minute'],
    ['vierzehn Uhr dreißig', '14:30 definite minute'],
    ['drei', '3:00 either half hour'],
    ['ein Uhr', '1:00 either half hour'],
    ['zwölf Uhr', '0:00 either half hour'],
    ['03:00', '3:00 definite minute'],
    ['0 Uhr 15', '0:15 definite minute'],
    ['24 Uhr', '24:00 definite hour'],
    ['halb drei', '2:30 either half minute'],
    ['halb eins', '0:30 either half minute'],
    ['fünf vor halb drei', '2:25 either half minute'],
    ['zehn nach halb vier', '3:40 either half minute'],
    ['Viertel nach drei', '3:15 either half minute'],
    ['Viertel vor drei', '2:45 either half minute'],
    ['viertel drei', '2:15 either half minute'],
    ['dreiviertel drei', '2:45 either half minute'],
    ['viertel fünfzehn', '14:15 definite minute'],
    ['zehn Minuten vor acht', '7:50 either half minute'],
    ['vierzehn dreißig', '14:30 definite minute'],
    ['Mitternacht', '24:00 definite hour'],
  ])('reads "%s" as %s', (phrase, clock) => {
    expect(clockOf(phrase)).toBe(clock)
  })

  it.each([
    ['3 pm', '15:00 definite hour'],
    ['12 am', '0:00 definite hour'],
    ['12 pm', '12:00 definite hour'],
    ['half two', '2:30 either half minute'],
    ['half past two', '2:30 either half minute'],
    ['ten to three', '2:50 either half minute'],
    ['two oh five p.m.', '14:05 definite minute'],
    ['noon', '12:00 definite hour'],
  ])('reads the English "%s" as %s', (phrase, clock) => {
    expect(clockOf(phrase, 'en')).toBe(clock)
  })

  it.each(['24.12.', '3 Tage', '25 Uhr', 'Uhr', 'halb', 'Viertel nach', '14:75'])(
    'leaves "%s" to others',
    phrase => {
      expect(clockOf(phrase)).toBeNull()
    },
  )

  it('marks a number that needs company to be a time', () => {
    expect(readWith(clockRule, 'zehn')?.items[0]).toMatchObject({ bare: true })
  })

  it('reads a window in "two to four", not minutes', () => {
    expect(clockOf('two to four', 'en')).toBe('2:00 either half hour')
  })
})
