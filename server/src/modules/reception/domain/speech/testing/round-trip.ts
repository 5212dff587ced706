import fc from 'fast-check'
import { findPhone } from '../../dialogue/understand/find-phone.ts'
import { hear } from '../../dialogue/understand/hear.ts'
import { lexiconOf } from '../../dialogue/words/lexicons.ts'
import type { SpeechLanguage } from '../speech-language.ts'
import { spokenDuration } from '../spoken-duration.ts'
import { spokenList } from '../spoken-list.ts'
import { spokenCardinal } from '../spoken-number.ts'
import { spokenPhone } from '../spoken-phone.ts'
import { spokenPrice } from '../spoken-price.ts'
import { readDuration, readList, readNumber, readPrice } from './read-back.ts'

/** Something that is spoken, and what was understood of it: the same, or the words were not good enough. */
export interface RoundTrip {
  readonly spoken: string
  readonly meant: unknown
  readonly heard: unknown
}

const WORDS = ['Haarschnitt', 'Färben', 'Mara', 'Massage 60', 'Kinderhaarschnitt', 'Beard Trim'] as const
const language = fc.constantFrom<SpeechLanguage>('de', 'en')
const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })

/** Numbers, durations, prices, telephone numbers and lists, in both languages. */
export const roundTrip: fc.Arbitrary<RoundTrip> = fc.oneof(
  fc.tuple(fc.nat(999_999), language).map(([meant, lang]) => {
    const spoken = spokenCardinal(meant, lang)
    return { spoken, meant, heard: readNumber(spoken, lang) }
  }),
  fc.tuple(fc.nat(30 * 1440), language).map(([meant, lang]) => {
    const spoken = spokenDuration(meant, lang)
    return { spoken, meant, heard: readDuration(spoken, lang) }
  }),
  fc
    .tuple(
      fc.integer({ min: -50_000, max: 9_999_999 }),
      fc.constantFrom('EUR', 'CHF', 'GBP', 'USD'),
      language,
    )
    .map(([meant, currency, lang]) => {
      const spoken = spokenPrice(meant, currency, lang)
      return { spoken, meant, heard: readPrice(spoken, lang) }
    }),
  fc.tuple(fc.constantFrom('+4930', '+49171', '+43', '+41', '+1'), digits(5, 8), language).map(phoneSpoken),
  fc
    .tuple(fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }), fc.constantFrom('and', 'or'), language)
    .map(([meant, join, lang]) => {
      const spoken = spokenList(meant, lang, join)
      return { spoken, meant, heard: readList(spoken, lang, join) }
    }),
)

function phoneSpoken([prefix, rest, lang]: [string, string, SpeechLanguage]): RoundTrip {
  const { contact } = lexiconOf(lang)
  const spoken = spokenPhone(prefix + rest, lang)
  const heard = findPhone(hear(spoken), { words: contact, numbers: contact.digits, reading: 'any' })
  return { spoken, meant: (prefix + rest).replace('+49', '0'), heard: heard?.phone }
}
