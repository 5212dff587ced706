import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { slots } from '../testing/fake-tools.ts'

const answer = { status: 'answer', say: 'Das kostet zweiunddreißig Euro.' } as const

describe('a yes with a question on top', () => {
  test.each(['Ja, und was kostet das?', 'Ja gern. Wie lange dauert das?', 'Ja bitte, und was kostet das?'])(
    'books and is answered: "%s"',
    said => {
      const call = callUntil('confirmation', { answers: { answer_question: answer } })
      expect(call.say(said)).toMatchObject({
        acts: ['booked', 'answer', 'ask_anything_else'],
        text: expect.stringContaining(answer.say),
      })
      expect(argsOf(call, 'book_appointment')).toHaveLength(1)
      expect(argsOf(call, 'answer_question')).toEqual([{ question: said, service: 'Haarschnitt Herren' }])
    },
  )

  test('that nobody can answer books too, and offers a callback', () => {
    const call = callUntil('confirmation', {
      answers: { answer_question: { status: 'unknown', say: 'Das weiß ich nicht.' } },
    })
    expect(call.say('Ja, und haben Sie auch Kaffee?').acts).toEqual(['booked', 'offer_callback'])
    expect(call.say('nein danke').acts).toEqual(['ask_anything_else'])
  })

  test('takes the only time that was offered', () => {
    const [only] = slots
    const find_slots = {
      status: 'free',
      slots: only ? [only] : [],
      requested: true,
      say: 'Ist das recht?',
    } as const
    const call = callUntil('offer', { answers: { find_slots, answer_question: answer } })
    expect(call.say('Ja, und was kostet das?').acts).toEqual(['answer', 'ask_name'])
    expect(argsOf(call, 'hold_slot')).toHaveLength(1)
  })
})

test.each(['Was kostet das?', 'Ja, was kostet das denn?', 'Ja, und was kostet das Färben?'])(
  '"%s" agrees to nothing',
  said => {
    const call = callUntil('confirmation', { answers: { answer_question: answer } })
    call.say(said)
    expect(argsOf(call, 'book_appointment')).toEqual([])
  },
)

test.each([
  'Kostet mich das was?',
  'Fällt da eine Gebühr an?',
  'Muss ich da was zahlen?',
  'Ist das umsonst?',
])('a question about money while an appointment is cancelled is about that: "%s"', said => {
  const call = callUntil('greeting', { answers: { answer_question: answer } })
  expect(call.say('Ich möchte meinen Termin absagen').acts).toContain('confirm_cancel')
  expect(call.say(said).acts).toEqual(['answer', 'confirm_cancel'])
  expect(argsOf(call, 'answer_question')).toEqual([{ question: 'Was kostet es, wenn ich absage?' }])
})
