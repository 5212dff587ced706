import { describe, expect, it } from 'vitest'
import { answerTimeQuestion } from './time-question.ts'

const ASKED = { phrase: 'morgen um drei', now: '2026-11-20T10:00:00+01:00', zone: 'Europe/Berlin' }
const WEDNESDAY = { type: 'time', start: '2026-11-25T14:30:00+01:00', grain: 'minute' }

describe('answerTimeQuestion', () => {
  it('answers with the phrase and its meaning, in German unless told otherwise', () => {
    expect(answerTimeQuestion(ASKED)).toEqual({
      phrase: 'morgen um drei',
      kind: 'resolved',
      when: { type: 'time', start: '2026-11-21T15:00:00+01:00', grain: 'hour' },
      candidates: [],
      text: 'Sa, 21.11.2026, 15:00',
      spoken: 'Samstag, den einundzwanzigsten November, um fünfzehn Uhr',
      span: [0, 13],
    })
  })

  it('understands a correction of what was talked about', () => {
    const answer = answerTimeQuestion({ ...ASKED, phrase: 'eine Stunde später', context: WEDNESDAY })
    expect(answer).toMatchObject({ when: { start: '2026-11-25T15:30:00+01:00' } })
  })

  it('knows the public holidays of a region', () => {
    const asked = { ...ASKED, phrase: 'am nächsten Feiertag', now: '2027-01-02T10:00:00+01:00' }
    const dates = ['DE-BE', 'DE-BY'].map(region => answerTimeQuestion({ ...asked, region }))
    expect(dates).toMatchObject([{ when: { date: '2027-03-08' } }, { when: { date: '2027-01-06' } }])
  })

  it('finds nothing in a date that no calendar has', () => {
    expect(answerTimeQuestion({ ...ASKED, phrase: '31. Februar' })).toMatchObject({
      kind: 'none',
      when: null,
    })
  })

  it.each([
    ['phrase', { phrase: 3 }, '3 is not text'],
    ['now', { now: 'gestern' }, '"gestern" is not an instant'],
    ['now', { now: undefined }, 'nothing is not an instant'],
    ['zone', { zone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone'],
    ['lang', { lang: 'fr' }, '"fr" is not de or en'],
    ['opens', { opens: '9' }, '"9" is not a time from 00:00 to 24:00'],
    ['region', { region: 'Bayern' }, '"Bayern" is not a region such as DE-BE'],
    ['context.date', { context: { type: 'day', date: '2026-02-31' } }, '"2026-02-31" is not a date'],
    ['context.start', { context: { type: 'from', start: 7 } }, '7 is not an instant'],
  ])('names the field %s and what stood there', (field, wrong, detail) => {
    expect(answerTimeQuestion({ ...ASKED, ...wrong })).toEqual({
      error: { code: 'platform/invalid-request', field, detail },
    })
  })

  it('takes nothing but an object', () => {
    expect(answerTimeQuestion([])).toMatchObject({ error: { field: '', detail: '[] is not an object' } })
  })
})
