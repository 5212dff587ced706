import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Lang, langs } from '../acts.ts'
import { fittingUtterance } from '../testing/any-utterance.ts'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { findTimeInEnglish } from '../testing/find-time-in-english.ts'
import { salon } from '../testing/worlds.ts'
import { understand } from '../understand/understand.ts'
import { afterChange, changeLanguage, followLanguage, saysMoreThanLanguage } from './change-language.ts'
import type { WaitsFor } from './dialogue-state.ts'
import { startDialogue } from './start-dialogue.ts'

/** The language spoken after each utterance of a call. */
function languagesOf(lang: Lang, ...said: readonly string[]): Lang[] {
  let { state } = startDialogue({
    lang,
    homeLang: lang,
    catalogue: salon,
    callerNumber: 'shown',
    mail: 'configured',
  })
  return said.map(text => {
    const followed = followLanguage(state, text, as =>
      understand(
        text,
        { kind: 'anything' },
        { lang: as, catalogue: salon, findTime: as === 'de' ? findTimeByWords : findTimeInEnglish },
      ),
    )
    state = { ...followed.state, lang: followed.changeTo ?? state.lang }
    return state.lang
  })
}

describe('in a German call', () => {
  test.each([
    "Hi, I would like to book an appointment for a men's haircut",
    'Do you have anything tomorrow morning?',
    'Hello, I would like to make an appointment please',
    'Can someone call me back please',
    'How much is a blow dry with you?',
    'Is there parking near you?',
  ])('"%s" is answered in English at once', said => {
    expect(languagesOf('de', said)).toEqual(['en'])
  })

  test('what belongs to no language keeps the count of English turns', () => {
    expect(languagesOf('de', 'A trim please', 'John Smith', 'okay', 'tomorrow at three pm')).toEqual([
      'de',
      'de',
      'de',
      'en',
    ])
  })

  test('a sentence in German begins the count anew', () => {
    expect(
      languagesOf('de', 'A trim please', 'Ich möchte einen Termin am Dienstag', 'A trim please'),
    ).toEqual(['de', 'de', 'de'])
  })

  test.each([
    'Mail',
    'Termin for John',
    'Okay, cool, thank you',
    'Hello',
    'Styling und Coloration, please',
    'Mein Name ist John Young',
    'with you',
    'Check',
    'Service, all right, super, yes',
    'My Fair Lady',
    'john punkt young at mail punkt com',
    'Fünf Uhr p.m. ist okay',
    'In der Happy Hour bitte',
    'Sorry, no, das passt mir nicht',
  ])('"%s" changes nothing, said three times over', said => {
    expect(languagesOf('de', said, said, said)).toEqual(['de', 'de', 'de'])
  })
})

describe('in an English call', () => {
  test.each(['Ich hätte gern einen Termin', 'Haben Sie morgen um zehn noch was frei?'])(
    '"%s" is answered in German at once',
    said => {
      expect(languagesOf('en', said)).toEqual(['de'])
    },
  )

  test.each(['Haarschnitt Herren', 'With Jonas, please', 'Dienstag', 'Peter von Berg', 'Guten Tag'])(
    '"%s" changes nothing, said three times over',
    said => {
      expect(languagesOf('en', said, said, said)).toEqual(['en', 'en', 'en'])
    },
  )
})

test('nobody who speaks the language of the call loses it', () => {
  const asked: readonly WaitsFor[] = ['intent', 'service', 'day', 'choice', 'name', 'email', 'confirmation']
  const call = fc.constantFrom(...langs).chain(lang => {
    const utterance = fc.constantFrom(...asked).chain(waitsFor => fittingUtterance(waitsFor, lang))
    return fc.record({ lang: fc.constant(lang), said: fc.array(utterance, { maxLength: 12 }) })
  })
  fc.assert(
    fc.property(call, ({ lang, said }) => {
      expect(languagesOf(lang, ...said)).toEqual(said.map(() => lang))
    }),
  )
})

describe('what is said along with the change', () => {
  const inEnglish = (text: string) =>
    understand(text, { kind: 'anything' }, { lang: 'en', catalogue: salon, findTime: findTimeInEnglish })
  const changed = () => {
    const { state } = startDialogue({
      lang: 'de',
      homeLang: 'de',
      catalogue: salon,
      callerNumber: 'shown',
      mail: 'configured',
      upcoming: ['Färben'],
    })
    return changeLanguage(state, 'en').state
  }

  test.each([
    'Where exactly are you located?',
    "I won't be in tomorrow morning, I'm ill",
    'How late can I cancel without paying?',
  ])('is answered: "%s"', said => {
    expect(saysMoreThanLanguage(changed(), inEnglish(said))).toBe(true)
  })

  test('is nothing where a language is all that is asked for', () => {
    expect(saysMoreThanLanguage(changed(), inEnglish('Do you speak English?'))).toBe(false)
  })

  test('is the first that is said of a subject, after a question that was never spoken', () => {
    expect(afterChange(changed()).lastTurn.acts).not.toContain('ask_intent')
  })
})
