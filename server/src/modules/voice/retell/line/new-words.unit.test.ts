import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Utterance } from './frames.ts'
import { NOTHING_HEARD, newWords } from './new-words.ts'

const agent = (content: string): Utterance => ({ role: 'agent', content })
const user = (content: string): Utterance => ({ role: 'user', content })

/** What was heard of each transcript in turn. */
function heardOf(...transcripts: Utterance[][]): (string | null)[] {
  let heard = NOTHING_HEARD
  return transcripts.map(transcript => {
    const fresh = newWords(transcript, heard)
    heard = fresh?.heard ?? heard
    return fresh?.text ?? null
  })
}

test('a sentence that grows is heard once, piece by piece', () => {
  expect(
    heardOf(
      [agent('Guten Tag.'), user('Guten Tag, Brandt hier.')],
      [agent('Guten Tag.'), user('guten Tag Brandt hier. Ich hätte gern')],
      [agent('Guten Tag.'), user('Guten Tag, Brandt hier. Ich hätte gern einen Termin.')],
    ),
  ).toEqual(['Guten Tag, Brandt hier.', 'Ich hätte gern', 'einen Termin.'])
})

test('the same transcript again has nothing new', () => {
  const transcript = [agent('Passt das?'), user('Ja.')]
  expect(heardOf(transcript, transcript, [agent('Passt'), user('Ja')])).toEqual(['Ja.', null, null])
})

test('the same word in answer to the next question is new', () => {
  expect(
    heardOf(
      [agent('Passt das?'), user('Ja.')],
      [agent('Passt das?'), user('Ja.'), agent('Mail?'), user('Ja.')],
    ),
  ).toEqual(['Ja.', 'Ja.'])
})

test('utterances that are joined or split later are not heard again', () => {
  expect(
    heardOf(
      [user('Einen Termin'), user('am Montag')],
      [user('Einen Termin am Montag')],
      [user('Einen'), user('Termin am Montag um zehn')],
    ),
  ).toEqual(['Einen Termin am Montag', null, 'um zehn'])
})

test('what recognition has corrected is heard anew, and nothing before the agent spoke', () => {
  expect(
    heardOf(
      [user('Herrenschnitt'), agent('Wann?'), user('am vierund')],
      [user('Herrenschnitt'), agent('Wann?'), user('am vierundzwanzigsten um zehn')],
    ),
  ).toEqual(['Herrenschnitt am vierund', 'am vierundzwanzigsten um zehn'])
})

test('speech without words is heard as something that nobody understands', () => {
  expect(heardOf([user('(unintelligible audio)')], [user('(unintelligible audio)')])).toEqual(['…', null])
})

test('however a call is cut into requests, every word is heard exactly once', () => {
  const word = fc.stringMatching(/^[a-zäöü]{1,8}$/)
  const speaker = fc.constantFrom('agent', 'user')
  const talk = fc.array(
    fc.record({ role: speaker, content: fc.array(word, { minLength: 1 }).map(w => w.join(' ')) }),
  )
  fc.assert(
    fc.property(talk, fc.array(fc.nat(40)), (utterances, cuts) => {
      const all = utterances.flatMap(({ role, content }) =>
        content.split(' ').map(single => ({ role, content: single })),
      )
      const requests = [...cuts.map(cut => Math.min(cut, all.length)), all.length].toSorted((a, b) => a - b)
      const heard = heardOf(...requests.map(end => all.slice(0, end)))
      const said = all.filter(({ role }) => role === 'user').map(({ content }) => content)
      expect(heard.filter(text => text !== null).join(' ')).toBe(said.join(' '))
    }),
  )
})
