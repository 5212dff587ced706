import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

describe('The same question', () => {
  test('for a day is not put for ever to somebody who only says yes', () => {
    const call = callUntil('greeting')
    expect(call.say('Föhnen bitte').acts).toEqual(['ask_day'])
    expect(call.say('ja').acts).toEqual(['ask_day'])
    expect(call.say('ja').acts).toContain('offer_callback')
  })

  test('for one of several times is not put for ever either', () => {
    const call = callUntil('offer')
    expect(call.say('ja').acts).toEqual(['offer'])
    expect(call.say('ja').acts).toEqual(['offer'])
    expect(call.say('ja').acts).toContain('offer_callback')
  })
})

describe('A weekday', () => {
  test('after "nächste Woche" is that of next week, and one with a week of its own is not', () => {
    const call = callUntil('greeting')
    call.say('Föhnen nächste Woche')
    call.say('am Donnerstag um neun')
    call.say('dann doch diesen Freitag')
    expect(argsOf(call, 'find_slots').map(({ when }) => when)).toEqual([
      'nächste Woche',
      expect.stringMatching(/^nächste Woche (am )?Donnerstag um neun$/),
      expect.not.stringContaining('nächste Woche'),
    ])
  })
})

describe('A surname', () => {
  test('that comes a question later completes the first name', () => {
    const single = callUntil('offer')
    for (const said of ['der erste', 'Otto']) single.say(said)
    expect(single.say('Otto Klein').acts).toEqual(['ask_email'])
    expect(single.say('nein').text).toContain('auf den Namen Otto Klein')
  })
})
