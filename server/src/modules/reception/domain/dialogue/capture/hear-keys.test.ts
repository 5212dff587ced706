import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { hearAs } from '../testing/hear-as.ts'

describe('The keypad', () => {
  test('gives a number that is not read back', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    call.say('nein')
    expect(call.say('#01713920011').acts).toEqual(['confirm_booking'])
    expect(call.state().caller.phone).toMatchObject({ source: 'keypad', confidence: 'certain' })
    call.say('#1')
    expect(argsOf(call, 'book_appointment')[0]?.phone).toBe('01713920011')
  })

  test('says no with a two, and books nothing', () => {
    const call = callUntil('confirmation')
    call.say('#2')
    expect(argsOf(call, 'book_appointment')).toEqual([])
  })

  test('asks for a person with a zero', () => {
    const call = callUntil('day')
    call.say('#0')
    expect(argsOf(call, 'transfer_call')).toHaveLength(1)
  })

  test('chooses among several by their place', () => {
    const call = callUntil('offer')
    call.say('#2')
    expect(argsOf(call, 'hold_slot')).toEqual([{ token: 'slot-tue-1430' }])
  })

  test('replaces a number that was misheard', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    call.say('nein')
    call.say('0171 3920045')
    expect(call.say('#01713920046').acts).toEqual(['confirm_booking'])
  })
})

test('whatever is typed where a yes is wanted, only a one is one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^#[0-9*#]{1,20}$/), keys => {
      const heard = hearAs(keys, { kind: 'confirmation', options: [] })
      expect(heard.intents.includes('yes')).toBe(keys.replaceAll(/[*#]/g, '') === '1')
    }),
  )
})
