import { describe, expect, test } from 'vitest'
import { timeSpanOf } from '../../time/parse-time-phrase.ts'
import type { Lang } from '../acts.ts'
import { salon } from '../testing/worlds.ts'
import { understand } from './understand.ts'
import type { Expecting } from './understanding.ts'

const offered = { kind: 'choice', options: ['Mittwoch, den 25. November, um zwölf Uhr bei Mara'] } as const

/** With the product's own phrases about time, in which "Jan" is January. */
function heardAs(said: string, expecting: Expecting, lang: Lang = 'de') {
  const now = Temporal.Instant.from('2026-11-23T09:12:00+01:00')
  const place = { now, zone: 'Europe/Berlin', lang, publicHolidays: () => [] }
  return understand(said, expecting, {
    lang,
    catalogue: salon,
    findTime: utterance => {
      const span = timeSpanOf(utterance, place)
      return span && { span: [span[0], span[1] + 1] }
    },
  })
}

describe('a given name that is a month too', () => {
  test.each<[string, Lang]>([
    ['Jan Petersen', 'de'],
    ['Ja, Jan Petersen', 'de'],
    ['August Winter.', 'de'],
    ['Mai Linh', 'de'],
    ["It's April Sanders", 'en'],
    ['May Thompson', 'en'],
  ])('names no time in "%s" as an answer to an offer', (said, lang) => {
    expect(heardAs(said, offered, lang).time).toBeNull()
  })

  test.each(['Jan Petersen', 'Petersen, Jan Petersen', 'Jan Petersen am Apparat'])(
    'is part of the name in "%s" as the answer to the question for it',
    said => {
      const heard = heardAs(said, { kind: 'name' })
      expect(heard).toMatchObject({ time: null, name: { kind: 'heard', value: 'Jan Petersen' } })
    },
  )
})

test.each(['im Jan', 'am 3. Mai', 'Anfang August', 'im August Nachmittags', 'am dritten Mai Vormittags'])(
  '"%s" is a time',
  said => {
    expect(heardAs(said, { kind: 'day', options: [] }).time).not.toBeNull()
  },
)
