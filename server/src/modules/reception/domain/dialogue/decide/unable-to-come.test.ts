import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

describe('whoever cannot come to an appointment they have', () => {
  test.each([
    'Ich kann morgen um neun leider nicht zum Färben',
    'Der Termin am Freitag, das klappt nich',
    'Mir ist was dazwischengekommen',
    'Wegen Donnerstag, das wird nix',
  ])('is asked whether to move or to cancel it: "%s"', said => {
    const call = callUntil('greeting')
    expect(call.say(said)).toMatchObject({
      acts: ['ask_intent'],
      text: 'Möchten Sie Ihren Termin verschieben oder absagen?',
    })
    expect(argsOf(call, 'find_slots')).toEqual([])
  })

  test.each([
    'Streichen Sie bitte meinen Termin',
    'Ich brauche den Termin am Montag nicht mehr',
    'Ich komme am Freitag doch nicht, das hat sich erledigt',
    'Bitte nehmen Sie mich für Freitag raus',
    'Tragen Sie mich bitte wieder aus',
  ])('and says so plainly is asked about cancelling: "%s"', said => {
    const call = callUntil('greeting')
    expect(call.say(said).acts).toContain('confirm_cancel')
  })

  test('and names another time in the same breath is offered that', () => {
    const call = callUntil('greeting')
    expect(call.say('Ich schaffe es morgen nicht, ginge auch Donnerstag um elf?').acts).toEqual(['offer'])
  })

  test('turns down an offer with the same words', () => {
    expect(callUntil('offer').say('Da kann ich nicht kommen').acts).not.toContain('ask_intent')
  })
})
