import { describe, expect, test } from 'vitest'
import { argsOf } from '../testing/calls.ts'
import { slots, toolsAnswering } from '../testing/fake-tools.ts'
import { type ScriptedCall, scriptedCall } from '../testing/scripted-call.ts'
import { garage } from '../testing/worlds.ts'

const toNote = ['Reifenwechsel bitte', 'morgen', 'der erste', 'Jan Ottmar'] as const

function callUntilNote(): ScriptedCall {
  const hold_slot = {
    status: 'held',
    say: '',
    spoken: slots[0]?.spoken ?? '',
    ask_note: 'Kennzeichen',
  } as const
  const call = scriptedCall({ catalogue: garage, tools: toolsAnswering({ hold_slot }) })
  for (const utterance of toNote) call.say(utterance)
  return call
}

function bookedNote(call: ScriptedCall): string | undefined {
  call.say('nein danke')
  call.say('ja')
  return argsOf(call, 'book_appointment')[0]?.note
}

describe('what a service asks for', () => {
  test('is asked by its name, once the slot is held', () => {
    const call = callUntilNote()
    expect(call.state().lastTurn).toMatchObject({
      acts: ['ask_note'],
      text: expect.stringContaining('Kennzeichen'),
    })
  })

  test.each(['H-KL 123', 'H wie Hannover, KL 123', 'Das ist H K 2030', 'LU TZ 10'])(
    'is booked with as the caller says it: "%s"',
    plate => {
      const call = callUntilNote()
      expect(call.say(plate).acts).toEqual(['ask_email'])
      expect(bookedNote(call)).toBe(plate)
    },
  )

  test('is not asked again of an English caller who does not know "right now"', () => {
    const hold_slot = {
      status: 'held',
      say: '',
      spoken: slots[0]?.spoken ?? '',
      ask_note: 'Kennzeichen',
    } as const
    const call = scriptedCall({ catalogue: garage, tools: toolsAnswering({ hold_slot }), lang: 'en' })
    for (const utterance of ['Reifenwechsel please', 'tomorrow', 'the first one', 'Jan Ottmar'])
      call.say(utterance)
    expect(call.say('I do not know right now.').acts).toEqual(['ask_email'])
  })

  test.each(['weiß ich gerade nicht', 'Nein', 'Keine Ahnung, ehrlich gesagt', 'möchte ich nicht angeben'])(
    'never stands in the way: "%s"',
    answer => {
      const call = callUntilNote()
      expect(call.say(answer).acts).toEqual(['ask_email'])
      expect(bookedNote(call)).toBeUndefined()
    },
  )

  test('is asked once more after a mere yes, and then left out', () => {
    const call = callUntilNote()
    expect(call.say('ja').acts).toEqual(['ask_note'])
    expect(call.say('ja').acts).toEqual(['ask_email'])
  })

  test('does not keep a caller from changing the time', () => {
    const call = callUntilNote()
    expect(call.say('Nein, doch lieber Donnerstag').acts).toEqual(['offer'])
  })

  test('does not keep a caller from leaving', () => {
    expect(callUntilNote().say('Auf Wiederhören').acts).toEqual(['goodbye'])
  })

  test('is not asked where the service asks for nothing', () => {
    const call = scriptedCall({ catalogue: garage, tools: toolsAnswering() })
    for (const utterance of toNote) call.say(utterance)
    expect(call.state().lastTurn.acts).toEqual(['ask_email'])
  })
})
