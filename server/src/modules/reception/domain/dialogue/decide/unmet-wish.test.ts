import { expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

test('who gives up after times were looked up has a wish, and it is said in the words of the tool', () => {
  const call = callUntil('offer')
  const turn = call.say('Dann lassen wir das, vielen Dank')
  expect(turn.acts).toEqual(['wish_noted', 'ask_anything_else'])
  expect(turn.text).toContain('Ich habe Ihren Wunsch notiert.')
  expect(argsOf(call, 'record_wish')).toEqual([{ service: 'Haarschnitt Herren', when: 'morgen Nachmittag' }])
})

test('a wish has every time that was looked up, in the caller’s words', () => {
  const call = callUntil('offer')
  call.say('Nein, das passt alles nicht')
  call.say('Donnerstag um zehn')
  call.say('Nein, das passt auch nicht')
  expect(call.say('Das passt mir auch nicht').acts).toContain('wish_noted')
  expect(argsOf(call, 'record_wish')[0]?.when).toBe('morgen Nachmittag; Donnerstag um zehn')
})

test.each(['greeting', 'day', 'confirmation', 'booked'] as const)(
  'at the %s nothing was wished in vain',
  moment => {
    const call = callUntil(moment)
    call.say('Ach, hat sich erledigt')
    expect(argsOf(call, 'record_wish')).toEqual([])
  },
)

test('a wish that could not be noted is not said to be', () => {
  const call = callUntil('offer', { answers: { record_wish: { status: 'unknown', say: 'Das ging nicht.' } } })
  expect(call.say('Ach, hat sich erledigt').acts).toEqual(['apologise', 'ask_anything_else'])
})
