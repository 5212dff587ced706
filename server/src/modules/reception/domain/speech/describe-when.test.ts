import { describe, expect, it } from 'vitest'
import type { When } from '../time/time-result.ts'
import { describeWhen } from './describe-when.ts'

const place = { lang: 'de', today: Temporal.PlainDate.from('2026-11-20') } as const
const german = (when: When): string => describeWhen(when, place).spoken
const written = (when: When): string => describeWhen(when, place).text

describe('describeWhen', () => {
  it('tells the hours of a day', () => {
    const when: When = {
      type: 'range',
      start: '2026-11-21T08:00:00+01:00',
      end: '2026-11-21T12:00:00+01:00',
      grain: 'hour',
    }
    expect(german(when)).toBe('Samstag, den einundzwanzigsten November, von acht Uhr bis zwölf Uhr')
  })

  it('tells a run of days with its last day', () => {
    const when: When = {
      type: 'range',
      start: '2026-11-23T00:00:00+01:00',
      end: '2026-11-30T00:00:00+01:00',
      grain: 'day',
    }
    expect(written(when)).toBe('Mo, 23.11.2026 – So, 29.11.2026')
  })

  it('tells an end at midnight as the day before it', () => {
    expect(german({ type: 'until', end: '2026-11-28T00:00:00+01:00' })).toBe(
      'bis Freitag, den siebenundzwanzigsten November',
    )
  })

  it('tells a beginning with its time', () => {
    expect(german({ type: 'from', start: '2026-11-21T15:00:00+01:00' })).toBe(
      'ab Samstag, dem einundzwanzigsten November, fünfzehn Uhr',
    )
  })

  it.each([
    [{ type: 'clock', from: '10:00' }, 'ab zehn Uhr'],
    [{ type: 'clock', until: '17:30' }, 'bis siebzehn Uhr dreißig'],
    [{ type: 'clock', from: '14:00', until: '16:00' }, 'von vierzehn Uhr bis sechzehn Uhr'],
  ] satisfies [When, string][])('tells the clock window %j', (when, words) => {
    expect(german(when)).toBe(words)
  })

  it('tells what is wanted and what is not', () => {
    const when: When = {
      type: 'set',
      any: [
        { type: 'day', date: '2026-11-23' },
        { type: 'day', date: '2026-11-24' },
      ],
      except: [{ type: 'day', date: '2026-11-25' }],
    }
    expect(written(when)).toBe('Mo, 23.11.2026 oder Di, 24.11.2026, außer Mi, 25.11.2026')
  })

  it('says the year of a day more than a year away', () => {
    expect(german({ type: 'day', date: '2027-11-21' })).toBe(
      'Sonntag, den einundzwanzigsten November zweitausendsiebenundzwanzig',
    )
  })

  it('leaves out the year of a day within a year', () => {
    expect(german({ type: 'day', date: '2027-11-19' })).toBe('Freitag, den neunzehnten November')
  })
})
