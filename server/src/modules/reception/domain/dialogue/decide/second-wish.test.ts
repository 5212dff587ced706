import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { laterSlot, slots } from '../testing/fake-tools.ts'

const forMyWife = 'Ja, noch einen Damenschnitt für meine Frau um elf'

describe('a second wish in the yes to the first', () => {
  test('is followed once the first is booked', () => {
    const call = callUntil('confirmation')
    const before = call.toolCalls.length
    expect(call.say(forMyWife).acts).toEqual(['booked', 'offer'])
    expect(call.toolCalls.slice(before).map(({ name, args }) => [name, args])).toEqual([
      ['book_appointment', { token: slots[0]?.token, name: 'Jonas Feld' }],
      ['find_slots', { service: 'Haarschnitt Damen', when: 'morgen um elf' }],
    ])
  })

  test('for someone else is booked in a name of its own', () => {
    const call = callUntil('confirmation')
    const acts = [forMyWife, 'der zweite', 'Petra Lindner', 'ja'].map(utterance => call.say(utterance).acts)
    expect(acts.slice(1)).toEqual([['ask_attendee'], ['confirm_booking'], ['booked', 'ask_anything_else']])
    expect(argsOf(call, 'book_appointment').map(({ token, name }) => [token, name])).toEqual([
      [slots[0]?.token, 'Jonas Feld'],
      [slots[1]?.token, 'Petra Lindner'],
    ])
  })

  test('with a name leaves the first in the name that was read back', () => {
    const call = callUntil('confirmation')
    for (const utterance of [
      'Ja, und noch einen Damenschnitt für Petra Lindner am Freitag',
      'der zweite',
      'ja',
    ])
      call.say(utterance)
    expect(argsOf(call, 'book_appointment').map(({ name }) => name)).toEqual(['Jonas Feld', 'Petra Lindner'])
  })

  test('of the caller keeps their name', () => {
    const call = callUntil('confirmation')
    const acts = ['Ja, und noch Färben am Freitag', 'der zweite', 'ja'].map(
      utterance => call.say(utterance).acts,
    )
    expect(acts).toEqual([['booked', 'offer'], ['confirm_booking'], ['booked', 'ask_anything_else']])
  })

  test.each([
    ['Ja, noch einen Termin bitte', 'ask_service'],
    ['Ja gern, und noch einen für meinen Sohn', 'ask_service'],
    ['Ja, und noch einen Herrenschnitt für meinen Sohn', 'ask_day'],
    ['Ja, ich brauche auch einen Haarschnitt für jemand anderen', 'clarify_service'],
  ])('is asked for what it lacks: "%s"', (utterance, act) => {
    expect(callUntil('confirmation').say(utterance).acts).toEqual(['booked', act])
  })

  test('waits while a slot that was taken is replaced', () => {
    const taken = { status: 'taken', alternatives: [laterSlot], say: 'Da war jemand schneller.' } as const
    const call = callUntil('confirmation', { answers: { book_appointment: [taken] } })
    const acts = [forMyWife, 'ja', 'ja'].map(utterance => call.say(utterance).acts)
    expect(acts).toEqual([['none_free', 'offer'], ['confirm_booking'], ['booked', 'offer']])
  })

  test('is dropped with the first when the caller gives up', () => {
    const taken = { status: 'taken', alternatives: [laterSlot], say: 'Da war jemand schneller.' } as const
    const call = callUntil('confirmation', { answers: { book_appointment: [taken] } })
    call.say(forMyWife)
    expect(call.say('Ach, vergessen Sie es').acts).toEqual(['ask_anything_else'])
  })

  test.each([
    'Ja, aber lieber noch einen Damenschnitt',
    'Ja, haben Sie noch einen Termin um elf?',
    'Noch einen Damenschnitt für meine Frau',
  ])('books nothing where the yes is not sure: "%s"', utterance => {
    const call = callUntil('confirmation')
    call.say(utterance)
    expect(argsOf(call, 'book_appointment')).toEqual([])
  })
})

describe('a second wish after the booking', () => {
  test('for someone else is asked for their name', () => {
    const call = callUntil('booked')
    const acts = ['Ja, noch einen Damenschnitt für meine Frau am Freitag', 'der zweite'].map(
      utterance => call.say(utterance).acts,
    )
    expect(acts).toEqual([['offer'], ['ask_attendee']])
  })

  test('that is not said yet is asked for', () => {
    expect(callUntil('booked').say('Ja, und noch was').acts).toEqual(['ask_intent'])
  })
})
