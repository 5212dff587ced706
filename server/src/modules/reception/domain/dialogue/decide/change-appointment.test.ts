import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { slots } from '../testing/fake-tools.ts'

const faerben = { reference: 'K7M4QX2', service: 'Färben', spoken: slots[2]?.spoken ?? '' }
const foehnen = { reference: 'H3J9RT5', service: 'Föhnen', spoken: slots[0]?.spoken ?? '' }
const both = { my_appointments: { status: 'ok', say: '', appointments: [faerben, foehnen] } } as const
const cancels = 'Ich möchte meinen Termin absagen'
const moves = 'Ich möchte meinen Termin verschieben'

describe('cancelling', () => {
  test('reads the only appointment back, and cancels it after a yes', () => {
    const call = callUntil('greeting')
    const asked = call.say(cancels)
    expect(asked.acts).toEqual(['confirm_cancel'])
    expect(asked.text).toContain(`Färben, ${faerben.spoken}`)
    expect(argsOf(call, 'cancel_appointment')).toEqual([])
    expect(call.say('ja bitte, absagen')).toMatchObject({
      acts: ['cancelled', 'ask_anything_else'],
      text: expect.stringContaining('Ihr Termin ist abgesagt.'),
    })
    expect(argsOf(call, 'cancel_appointment')).toEqual([{ reference: 'K7M4QX2' }])
  })

  test.each(['nein', 'doch nicht', 'nein, lassen Sie es'])('is left after "%s"', answer => {
    const call = callUntil('greeting')
    call.say(cancels)
    expect(call.say(answer).acts).toEqual(['ask_anything_else'])
    expect(argsOf(call, 'cancel_appointment')).toEqual([])
  })

  test.each([
    ['den zweiten', 'H3J9RT5'],
    ['Das Färben', 'K7M4QX2'],
    ['den am Dienstag', 'H3J9RT5'],
  ])('asks which of several, and takes "%s" (failure 85)', (answer, reference) => {
    const call = callUntil('greeting', { answers: both })
    expect(call.say(cancels).acts).toEqual(['ask_which'])
    expect(call.say(answer).acts).toEqual(['confirm_cancel'])
    call.say('ja')
    expect(argsOf(call, 'cancel_appointment')).toEqual([{ reference }])
  })

  test('asks nothing where the caller said which', () => {
    const call = callUntil('greeting', { answers: both })
    expect(call.say('Ich möchte meinen Termin zum Föhnen absagen').text).toContain('Föhnen, Dienstag')
  })

  test('names the fee, and cancels only once it is agreed to', () => {
    const cancel_appointment = [
      { status: 'confirm', say: 'Das kostet fünfundzwanzig Euro. Soll ich das tun?' },
      { status: 'cancelled', say: 'Ihr Termin ist abgesagt.' },
    ] as const
    const call = callUntil('greeting', { answers: { cancel_appointment } })
    call.say(cancels)
    expect(call.say('ja')).toMatchObject({ acts: ['confirm_cancel'], text: expect.stringContaining('Euro') })
    expect(call.say('ja').acts).toEqual(['cancelled', 'ask_anything_else'])
    expect(argsOf(call, 'cancel_appointment')).toEqual([
      { reference: 'K7M4QX2' },
      { reference: 'K7M4QX2', confirmed: true },
    ])
  })

  test.each([
    ['transfer', ['inform_policy', 'transfer']],
    ['callback', ['inform_policy', 'offer_callback']],
    ['none', ['inform_policy', 'ask_anything_else']],
  ] as const)('that comes too late leads to %s', (next, acts) => {
    const answers = {
      cancel_appointment: { status: 'not_allowed', next, say: 'Das geht nicht mehr. Und nun?' },
      transfer_call: { status: 'transfer', number: '+493023125090', say: 'Ich verbinde Sie.' },
    } as const
    const call = callUntil('greeting', { answers })
    call.say(cancels)
    expect(call.say('ja').acts).toEqual(acts)
  })
})

describe('moving', () => {
  test('asks for the new time, offers, reads old and new back, and moves after a yes', () => {
    const call = callUntil('greeting')
    expect(call.say(moves).acts).toEqual(['ask_day'])
    expect(call.say('morgen Nachmittag').acts).toEqual(['offer'])
    const asked = call.say('der zweite')
    expect(asked.acts).toEqual(['confirm_move'])
    expect(asked.text).toContain(`Bisher: Färben, ${faerben.spoken}. Neu: ${slots[1]?.spoken}.`)
    expect(argsOf(call, 'move_appointment')).toEqual([])
    expect(call.say('ja, gern').acts).toEqual(['moved', 'ask_anything_else'])
    expect(argsOf(call, 'move_appointment')).toEqual([{ reference: 'K7M4QX2', token: 'slot-tue-1430' }])
    expect(argsOf(call, 'hold_slot')).toEqual([])
  })

  test('takes the new time from the first sentence', () => {
    const call = callUntil('greeting')
    expect(call.say('Ich möchte meinen Termin auf Freitag verschieben').acts).toEqual(['offer'])
    expect(argsOf(call, 'find_slots')).toEqual([
      { service: 'Färben', when: 'Freitag', instead_of: 'K7M4QX2' },
    ])
  })

  test.each([
    ['von Mittwoch auf Freitag um elf', 'Freitag um elf'],
    ['am Mittwoch kann ich nicht, besser Freitag um elf', 'Freitag um elf'],
    ['geht es eine Stunde später', 'eine Stunde später'],
  ])('"%s" is moved to "%s"', (said, when) => {
    const call = callUntil('greeting')
    call.say(`Meinen Termin verschieben, ${said}`)
    expect(argsOf(call, 'find_slots')[0]).toMatchObject({ when, instead_of: 'K7M4QX2' })
  })

  test('to a time that somebody else took meanwhile offers others', () => {
    const move_appointment = [{ status: 'taken', say: 'Vergeben.', alternatives: [...slots] }] as const
    const call = callUntil('greeting', { answers: { move_appointment } })
    for (const utterance of [moves, 'morgen', 'der erste']) call.say(utterance)
    expect(call.say('ja').acts).toEqual(['none_free', 'offer'])
  })

  test('takes another time instead of the one read back', () => {
    const call = callUntil('greeting')
    for (const utterance of [moves, 'morgen', 'der erste']) call.say(utterance)
    expect(call.say('nein, lieber Donnerstag').acts).toEqual(['offer'])
    expect(argsOf(call, 'move_appointment')).toEqual([])
  })

  test('that is given up leaves everything as it was', () => {
    const call = callUntil('greeting')
    call.say(moves)
    expect(call.say('ach, vergessen Sie es').acts).toEqual(['ask_anything_else'])
  })
})

describe('own appointments', () => {
  test('are told in the words of the tool', () => {
    expect(callUntil('greeting').say('Wann ist mein Termin?')).toMatchObject({
      acts: ['list_appointments', 'ask_anything_else'],
      text: expect.stringContaining('Sie haben einen Termin.'),
    })
  })

  test.each([cancels, moves, 'Wann ist mein Termin?'])(
    'of somebody nobody knows are neither told nor changed, and a callback is offered: "%s" (failure 84)',
    wish => {
      const my_appointments = { status: 'not_identified', say: 'Das geht nicht. Rückruf?' } as const
      const call = callUntil('greeting', { answers: { my_appointments } })
      expect(call.say(wish).acts).toEqual(['offer_callback'])
      expect(call.toolCalls.map(({ name }) => name)).toEqual(['my_appointments'])
    },
  )

  test('asked about in the middle of a booking do not end it', () => {
    const call = callUntil('offer')
    expect(call.say('Welche Termine habe ich denn schon?').acts).toEqual(['list_appointments', 'offer'])
  })
})
