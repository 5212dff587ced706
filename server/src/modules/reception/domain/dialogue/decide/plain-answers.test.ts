import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

describe('A plain answer is understood however it is put', () => {
  test.each(['So können wir das machen.', 'Buchen Sie das bitte.', 'Jawoll.', 'Von mir aus.', 'Bitte.'])(
    'a yes to the summary: "%s"',
    said => {
      const call = callUntil('confirmation')
      call.say(said)
      expect(argsOf(call, 'book_appointment')).toHaveLength(1)
    },
  )

  test.each(['Buchen Sie das bitte noch nicht.', 'Können Sie das auch für Freitag buchen?'])(
    'and no yes where there is none: "%s"',
    said => {
      const call = callUntil('confirmation')
      call.say(said)
      expect(argsOf(call, 'book_appointment')).toEqual([])
    },
  )

  test('a no to the summary that asks for a later time is offered one', () => {
    const call = callUntil('confirmation')
    expect(call.say('Nee, lieber eine Stunde später.').acts).toEqual(['offer'])
  })

  test('another hour instead of the one there was keeps the day', () => {
    const call = callUntil('confirmation')
    call.say('Moment, doch lieber um elf statt um zehn.')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe('morgen um elf')
  })

  test.each(['Internet habe ich keins.', 'E-Mail benutze ich nicht.', 'Muss nicht sein.'])(
    'no e-mail: "%s"',
    said => {
      expect(callUntil('email').say(said).acts).toEqual(['confirm_booking'])
    },
  )

  test.each(['Meine Nummer geb ich nicht raus.', 'Die sage ich nicht.'])('no number: "%s"', said => {
    const call = callUntil('confirmation', { callerNumber: 'withheld' })
    expect(call.say(said).acts).toEqual(['confirm_booking'])
  })

  test.each(['Was haben Sie denn so?', 'Wann ginge es denn?', 'Machen Sie mir einen Vorschlag.'])(
    'any day: "%s"',
    said => {
      const call = callUntil('day')
      call.say(said)
      expect(argsOf(call, 'find_slots')[0]?.when).toBe('so bald wie möglich')
    },
  )

  test('the one in the middle', () => {
    const call = callUntil('offer')
    call.say('Den mittleren bitte.')
    expect(argsOf(call, 'hold_slot')[0]?.token).toBe('slot-tue-1430')
  })

  test.each([
    ['Ole Kamp heiß ich.', 'Ole Kamp'],
    ['Vorname Petra, Nachname Lindner.', 'Petra Lindner'],
    ['Petra ist der Vorname, Lindner der Nachname.', 'Petra Lindner'],
  ])('a name: "%s"', (said, name) => {
    const call = callUntil('name')
    call.say(said)
    expect(call.state().caller.name).toMatchObject({ kind: 'given', value: name })
  })
})

describe('To the question whether an appointment shall be cancelled', () => {
  const asked = () => {
    const call = callUntil('greeting')
    call.say('Ich möchte meinen Termin absagen')
    return call
  }

  test.each(['Richtig, den brauche ich nicht mehr.', 'Bitte.', 'Ja, weg damit.'])('is a yes: "%s"', said => {
    expect(asked().say(said).acts).toContain('cancelled')
  })

  test.each(['Nicht absagen, verschieben!', 'Nein, den brauche ich.', 'Nee, lassen Sie den stehen.'])(
    'is none: "%s"',
    said => {
      expect(asked().say(said).acts).not.toContain('cancelled')
    },
  )
})
