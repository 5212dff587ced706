import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { laterSlot, slots } from '../testing/fake-tools.ts'

describe('an offer', () => {
  test('is spoken in the words of the tool', () => {
    const call = callUntil('day')
    const turn = call.say('morgen')
    expect(turn.acts).toEqual(['offer'])
    expect(turn.text).toBe(
      'Ich habe Dienstag, den vierundzwanzigsten November, um zehn Uhr bei Mara; Dienstag, den vierundzwanzigsten November, um vierzehn Uhr dreißig bei Jonas; Mittwoch, den fünfundzwanzigsten November, um zehn Uhr bei Aylin. Was passt Ihnen?',
    )
  })

  test('is held as soon as one slot is chosen (failure 34)', () => {
    const call = callUntil('offer')
    call.say('der zweite')
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: slots[1]?.token }])
  })

  test('of several slots is not accepted by a mere yes', () => {
    const call = callUntil('offer')
    expect(call.say('ja, passt').acts).toEqual(['offer'])
    expect(argsOf(call, 'hold_slot')).toEqual([])
  })

  test('of a single slot is accepted by a yes', () => {
    const answers = {
      find_slots: {
        status: 'free',
        slots: [laterSlot],
        requested: true,
        say: `${laterSlot.spoken} wäre möglich. Passt das?`,
      },
    } as const
    const call = callUntil('offer', { answers })
    call.say('ja, passt')
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: laterSlot.token }])
  })

  test('of several slots is left to the receptionist by "egal"', () => {
    const call = callUntil('offer')
    call.say('Ist mir egal')
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: slots[0]?.token }])
  })

  test('turned down with another day is searched there, whenever on it', () => {
    const call = callUntil('offer')
    expect(call.say('Nein, das passt mir leider nicht. Dann Donnerstag, egal wann').acts).toEqual(['offer'])
    expect(argsOf(call, 'hold_slot')).toEqual([])
  })

  test('is narrowed to the slots that fit half an answer', () => {
    const call = callUntil('offer')
    const turn = call.say('um zehn')
    expect(turn.acts).toEqual(['offer'])
    expect(turn.text).toContain('Mara; oder Mittwoch')
    call.say('der zweite')
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: slots[2]?.token }])
  })

  test('is followed by the question for another day when nothing suits', () => {
    const call = callUntil('offer')
    expect(call.say('Nein, das passt mir nicht').acts).toEqual(['ask_day'])
  })

  test('is searched again with the day that the caller prefers', () => {
    const call = callUntil('offer')
    expect(call.say('Dann Donnerstag').acts).toEqual(['offer'])
    expect(argsOf(call, 'find_slots').at(-1)).toEqual({ service: 'Haarschnitt Herren', when: 'Donnerstag' })
  })

  test('is searched again with the colleague whom the caller prefers', () => {
    const call = callUntil('offer')
    call.say('Geht das auch am Freitag bei Mara?')
    expect(argsOf(call, 'find_slots').at(-1)).toEqual({
      service: 'Haarschnitt Herren',
      when: 'Freitag',
      staff: 'Mara',
    })
  })

  test('drops the colleague when anyone will do', () => {
    const call = callUntil('offer')
    call.say('Freitag bei Mara')
    call.say('Ach, egal bei wem')
    expect(argsOf(call, 'find_slots').at(-1)).toEqual({ service: 'Haarschnitt Herren', when: 'Freitag' })
  })

  test.each(['Haben Sie was Späteres?', 'Haben Sie noch andere Termine?', 'Das ist mir zu früh'])(
    'goes on after its last slot on "%s"',
    utterance => {
      const call = callUntil('offer')
      expect(call.say(utterance).acts).toEqual(['offer'])
      expect(argsOf(call, 'find_slots').at(-1)).toEqual({
        service: 'Haarschnitt Herren',
        when: 'morgen Nachmittag',
        after_slot: slots[2]?.token,
      })
    },
  )

  test('is searched before its first slot when the caller wants an earlier one', () => {
    const call = callUntil('offer')
    expect(call.say('Geht es nicht früher?').acts).toEqual(['offer'])
    expect(argsOf(call, 'find_slots').at(-1)).toEqual({
      service: 'Haarschnitt Herren',
      when: 'morgen Nachmittag',
      before_slot: slots[0]?.token,
    })
  })

  test.each([
    ['am Vormittag', 'morgen am Vormittag'],
    ['um zwei', 'morgen um zwei'],
  ])('searched for an earlier one takes "%s" for the hour of the day wished before', (utterance, when) => {
    const call = callUntil('offer')
    call.say('Geht es auch früher?')
    call.say(utterance)
    expect(argsOf(call, 'find_slots').at(-1)).toEqual({ service: 'Haarschnitt Herren', when })
  })

  test('takes another hour of the same day', () => {
    const call = callUntil('offer')
    call.say('Geht auch um elf?')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe('morgen um elf')
  })
})

describe('a slot that is held', () => {
  test('is read back in the very sentence that its token stands for (failures 28, 29)', () => {
    const call = callUntil('offer')
    const turns = ['der zweite', 'Petra Lindner', 'nein'].map(call.say)
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: slots[1]?.token }])
    expect(turns.at(-1)?.text).toBe(
      'Ich fasse zusammen: Haarschnitt Herren, Dienstag, den vierundzwanzigsten November, um vierzehn Uhr dreißig bei Jonas, auf den Namen Petra Lindner. Soll ich das so buchen?',
    )
  })
})

describe('a slot that could not be held', () => {
  test('is held before anything else is asked when the caller goes on', () => {
    const call = callUntil('offer', {
      answers: { hold_slot: [{ status: 'unknown', say: 'Das weiß ich gerade nicht.' }] },
    })
    expect(call.say('der erste').acts).toEqual(['apologise', 'offer_callback'])
    expect(call.say('nein').acts).toEqual(['ask_name'])
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: slots[0]?.token }, { token: slots[0]?.token }])
  })
})

describe('a slot that is gone', () => {
  const taken = {
    status: 'taken',
    alternatives: [laterSlot],
    say: `Da war jemand schneller. Ich hätte ${laterSlot.spoken}.`,
  } as const

  test('when it is held is replaced by the alternatives', () => {
    const call = callUntil('offer', { answers: { hold_slot: [taken] } })
    expect(call.say('der erste')).toMatchObject({ acts: ['none_free', 'offer'], text: taken.say })
    call.say('ja')
    expect(argsOf(call, 'hold_slot').at(-1)).toEqual({ token: laterSlot.token })
  })

  test('when it is booked is replaced by the alternatives, and nothing is claimed', () => {
    const call = callUntil('confirmation', { answers: { book_appointment: [taken] } })
    expect(call.say('ja').acts).toEqual(['none_free', 'offer'])
  })

  test('without alternatives leads to the question for another day', () => {
    const call = callUntil('offer', { answers: { hold_slot: { ...taken, alternatives: [] } } })
    expect(call.say('der erste').acts).toEqual(['none_free', 'ask_day'])
  })

  test.each(['hold_slot', 'book_appointment'] as const)(
    'because %s came too late is looked up anew',
    name => {
      const expired = { status: 'expired', say: 'Das hat leider zu lange gedauert.' } as const
      const call = callUntil(name === 'hold_slot' ? 'offer' : 'confirmation', {
        answers: { [name]: [expired] },
      })
      const turn = call.say(name === 'hold_slot' ? 'der erste' : 'ja')
      expect(turn.acts).toEqual(['apologise', 'offer'])
      expect(turn.text.startsWith(expired.say)).toBe(true)
    },
  )
})
