import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

const wishes = ['Ich möchte mit einem Menschen sprechen', 'Verbinden Sie mich bitte'] as const

describe('who asks for a person', () => {
  test.each(wishes)('is put through where one picks up: "%s"', wish => {
    const answers = {
      transfer_call: { status: 'transfer', number: '+493023125090', say: 'Ich verbinde Sie.' },
    } as const
    const call = callUntil('offer', { answers })
    expect(call.say(wish)).toMatchObject({
      acts: ['transfer'],
      text: 'Ich verbinde Sie.',
      afterwards: 'hang_up',
    })
    expect(argsOf(call, 'transfer_call')).toEqual([{ reason: wish }])
  })

  test('is offered a callback where nobody does, in the words of the tool, and is called back about that', () => {
    const call = callUntil('greeting')
    expect(call.say(wishes[0])).toMatchObject({
      acts: ['offer_callback'],
      text: 'Gerade ist niemand da. Soll Sie jemand zurückrufen?',
    })
    call.say('ja')
    call.say('Petra Lindner')
    expect(argsOf(call, 'request_callback')[0]?.reason).toContain(wishes[0])
  })

  test('goes on where they were when they want no callback', () => {
    const call = callUntil('name')
    call.say(wishes[0])
    expect(call.say('nein danke').acts).toEqual(['ask_name'])
  })
})
