import { describe, expect, test } from 'vitest'
import type { Utterance } from './frames.ts'
import { owedWords } from './owed-words.ts'

const agent = (content: string): Utterance => ({ role: 'agent', content })
const user = (content: string): Utterance => ({ role: 'user', content })
const BOOKED = 'Ihr Termin am Mittwoch um zehn Uhr bei Mara ist gebucht.'
const last = { text: `${BOOKED} Kann ich noch etwas für Sie tun?`, acts: ['booked', 'ask_anything_else'] }
const owed = (transcript: Utterance[], before = '') => owedWords(transcript, { owed: before, last, after: 1 })

describe('The words that say what was done are', () => {
  test.each([
    ['heard when they were spoken', [user('Ja'), agent(last.text), user('Nein danke')], ''],
    ['heard when only the question after them was cut off', [user('Ja'), agent(BOOKED), user('Danke')], ''],
    ['owed when nothing of them was spoken', [user('Ja vielen Dank')], BOOKED],
    ['owed when they were cut off', [user('Ja'), agent('Ihr Termin am Mittwoch um'), user('Halt')], BOOKED],
    ['owed when the like was spoken earlier only', [agent(BOOKED), user('Ja'), user('Danke')], BOOKED],
    [
      'heard when our own voice was written down a little differently',
      [user('Ja'), agent(BOOKED.replace('Mara', 'Clara'))],
      '',
    ],
  ])('%s', (_, transcript, expected) => {
    expect(owed(transcript)).toBe(expected)
  })
})

test('what was owed before and cut off again is still owed', () => {
  expect(owed([user('Ja'), agent('Storniert')], 'Ihr erster Termin ist storniert.')).toBe(
    `Ihr erster Termin ist storniert. ${BOOKED}`,
  )
})

test('a question is not owed: the dialogue asks it again', () => {
  const question = { text: 'Welche Leistung möchten Sie?', acts: ['ask_service'] }
  expect(owedWords([user('Ja')], { owed: '', last: question, after: 1 })).toBe('')
})
