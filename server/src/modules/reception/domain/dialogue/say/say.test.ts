import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acts, type Lang, langs } from '../acts.ts'
import { claim } from '../testing/claims.ts'
import type { ActFacts, WordedAct } from './phrases.ts'
import { phrasebookOf, say } from './say.ts'

const slots: Readonly<Record<Lang, string>> = {
  de: 'Dienstag, den vierundzwanzigsten November, um zehn Uhr bei Mara',
  en: 'Tuesday, the twenty-fourth of November, at ten a.m. with Mara',
}
const slot = slots.de

const everyWording: { readonly [Name in WordedAct]: readonly ActFacts[Name][] } = {
  greet: [{ business: 'Salon Morgenrot' }],
  disclose: [{}],
  ask_intent: [{ why: 'first' }, { why: 'again' }, { why: 'correction' }, { why: 'change' }],
  ask_service: [{}],
  clarify_service: [
    { options: ['Haarschnitt Damen', 'Haarschnitt Herren', 'Kinderhaarschnitt'], certain: 'yes' },
    { options: ['Färben'], certain: 'no' },
  ],
  ask_day: [{ why: 'first' }, { why: 'declined' }],
  offer: [{ which: [slot, slot] }],
  ask_other_staff: [{}],
  ask_name: [{ why: 'first' }, { why: 'callback' }, { why: 'refused' }, { why: 'needed' }],
  ask_attendee: [{ who: 'instead' }, { who: 'along' }],
  ask_note: [{ note: 'Kennzeichen' }],
  ask_email: [{ why: 'wanted' }, { why: 'address' }],
  ask_phone: [{ why: 'booking' }, { why: 'callback' }, { why: 'number' }],
  spell_name: [{}],
  confirm_name: [{ name: 'Petra Lindner' }],
  confirm_phone: [{ phone: '4711235' }],
  confirm_email: [{ email: 'petra.lindner@beispiel.de' }],
  confirm_booking: [
    { service: 'Haarschnitt Damen', slot, name: 'Petra Lindner', along: [], times: 1, email: null },
    {
      ...{ service: 'Haarschnitt Damen', slot, name: 'Petra Lindner', times: 1, email: null },
      along: [{ service: 'Kinderhaarschnitt', name: 'Ida Lindner' }],
    },
    {
      service: 'Haarschnitt Damen',
      slot,
      name: 'Petra Lindner',
      along: [],
      times: 6,
      email: 'petra.lindner@beispiel.de',
    },
  ],
  ask_which: [{ which: [slot, slot] }],
  confirm_cancel: [{ service: 'Föhnen', slot }],
  confirm_move: [{ service: 'Föhnen', from: slot, to: slot }],
  ask_waitlist: [{}],
  ask_code: [{}],
  ask_anything_else: [{}],
  offer_callback: [{ why: 'lost' }, { why: 'not_here' }, { why: 'person' }, { why: 'unknown' }],
  apologise: [
    { why: 'misunderstood' },
    { why: 'again' },
    { why: 'without' },
    { why: 'gone' },
    { why: 'no_callback' },
  ],
  emergency: [{}],
  hold_on: [{}],
  remind: [{}],
  goodbye: [{ why: 'done' }, { why: 'unfinished' }, { why: 'silence' }],
}

const worded = Object.keys(everyWording) as WordedAct[]
const renderings = langs.flatMap(lang =>
  worded.flatMap(act => renderingsOf(act, lang).map((text): [Lang, WordedAct, string] => [lang, act, text])),
)

function renderingsOf<Name extends WordedAct>(act: Name, lang: Lang): string[] {
  const wordings: readonly ActFacts[Name][] = everyWording[act]
  return wordings.map(facts => say(act, facts, lang).replaceAll(slot, slots[lang]))
}

describe('the phrasebook', () => {
  test('has words for acts of the list alone', () => {
    expect(acts).toEqual(expect.arrayContaining(worded))
    for (const lang of langs) expect(Object.keys(phrasebookOf(lang).acts).sort()).toEqual([...worded].sort())
  })

  test.each([
    'booked',
    'moved',
    'cancelled',
    'callback_noted',
    'waitlist_joined',
    'wish_noted',
    'answer',
    'transfer',
  ])('has no words for %s, which is the tools to say', act => {
    for (const lang of langs) expect(Object.keys(phrasebookOf(lang).acts)).not.toContain(act)
  })

  test.each(renderings)(
    'in %s, %s is whole sentences without a hole: "%s" (failure 78)',
    (_lang, _act, text) => {
      expect(text).toMatch(/^\p{Lu}.*[.?!]$/u)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}$<>]|\s{2}|\.\.|\.\?/)
      expect(text.length).toBeLessThanOrEqual(350)
    },
  )

  test.each(renderings)('in %s, %s claims nothing: "%s" (failures 67, 68)', (_lang, _act, text) => {
    expect(text).not.toMatch(claim)
  })

  test.each(readdirSync(import.meta.dirname).filter(name => !name.endsWith('.test.ts')))(
    'has no claim anywhere in %s, rendered or not',
    name => {
      const sentences =
        readFileSync(`${import.meta.dirname}/${name}`, 'utf8').match(/'[^'\n]* [^'\n]*'|`[^`]*`/g) ?? []
      expect(sentences.filter(sentence => claim.test(sentence))).toEqual([])
    },
  )

  test('reads an address back sign by sign', () => {
    expect(
      say(
        'confirm_booking',
        { service: 'Föhnen', along: [], times: 1, slot, name: 'P', email: 'p_l-1@beispiel.de' },
        'de',
      ),
    ).toContain('geht an p Unterstrich l Bindestrich 1 ät beispiel Punkt de.')
  })

  test('reads an address back in English', () => {
    expect(
      say(
        'confirm_booking',
        { service: 'Föhnen', along: [], times: 1, slot, name: 'P', email: 'p_l-1@beispiel.de' },
        'en',
      ),
    ).toContain('goes to p underscore l hyphen 1 at beispiel dot de.')
  })

  test('tells people who call back, in their language, that the caller speaks another', () => {
    const nothing = { service: null, when: null, said: '' }
    expect(phrasebookOf('de').callbackReason({ ...nothing, spoken: 'en' })).toBe('Spricht Englisch')
    expect(phrasebookOf('en').callbackReason({ ...nothing, spoken: 'de' })).toBe('Caller speaks German')
    expect(phrasebookOf('en').callbackReason({ ...nothing, spoken: 'en' })).toBe('Callback wanted')
  })

  test('never gives people who call back an empty reason', () => {
    expect(phrasebookOf('de').callbackReason({ spoken: 'de', service: null, when: null, said: '' })).toBe(
      'Rückruf gewünscht',
    )
  })
})
