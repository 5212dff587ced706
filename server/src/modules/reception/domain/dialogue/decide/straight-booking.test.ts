import { describe, expect, test } from 'vitest'
import { slots, toolsAnswering } from '../testing/fake-tools.ts'
import { scriptedCall } from '../testing/scripted-call.ts'
import { consultants, salon } from '../testing/worlds.ts'

describe('a straight booking', () => {
  test('goes from the greeting to the goodbye in eight turns', () => {
    const call = scriptedCall({ catalogue: salon, tools: toolsAnswering() })
    expect(call.greeting.acts).toEqual(['greet', 'disclose'])
    const turns = [
      'Guten Tag, ich hätte gern einen Termin zum Haareschneiden.',
      'Damen, bitte.',
      'morgen am Nachmittag',
      'Der zweite passt.',
      'Lindner, Petra Lindner',
      'nein danke',
      'ja, passt',
      'Nein, das war alles. Tschüss!',
    ].map(call.say)
    expect(turns.map(({ acts }) => acts)).toEqual([
      ['clarify_service'],
      ['ask_day'],
      ['offer'],
      ['ask_name'],
      ['ask_email'],
      ['confirm_booking'],
      ['booked', 'ask_anything_else'],
      ['goodbye'],
    ])
    expect(turns.at(-1)?.afterwards).toBe('hang_up')
  })

  test('asks the tools once each, with the words and the token the caller chose', () => {
    const call = scriptedCall({ catalogue: salon, tools: toolsAnswering() })
    for (const utterance of [
      'Einen Herrenschnitt bitte',
      'morgen',
      'um halb drei',
      'Jonas Feld',
      'nein',
      'ja',
    ]) {
      call.say(utterance)
    }
    expect(call.toolCalls).toEqual([
      { kind: 'call_tool', name: 'find_slots', args: { service: 'Haarschnitt Herren', when: 'morgen' } },
      { kind: 'call_tool', name: 'hold_slot', args: { token: slots[1]?.token } },
      { kind: 'call_tool', name: 'book_appointment', args: { token: slots[1]?.token, name: 'Jonas Feld' } },
    ])
  })

  test('needs four turns when the caller says everything at once', () => {
    const call = scriptedCall({ catalogue: salon, tools: toolsAnswering() })
    const turns = ['Herrenschnitt morgen um zehn bei Mara, Petra Lindner', 'der erste', 'nein', 'ja'].map(
      call.say,
    )
    expect(turns.map(({ acts }) => acts)).toEqual([
      ['offer'],
      ['ask_email'],
      ['confirm_booking'],
      ['booked', 'ask_anything_else'],
    ])
    expect(call.toolCalls[0]?.args).toEqual({
      service: 'Haarschnitt Herren',
      when: 'morgen um zehn',
      staff: 'Mara',
    })
  })

  test('asks nobody which service where there is only one', () => {
    const call = scriptedCall({ catalogue: consultants, tools: toolsAnswering() })
    expect(call.say('Ich brauche einen Termin').acts).toEqual(['ask_day'])
  })
})
