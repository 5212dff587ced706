import { expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { slots } from '../testing/fake-tools.ts'

const nothingThen = {
  find_slots: { status: 'none_then', slots: [...slots], say: 'Da ist nichts frei, nur anderes.' },
} as const

test('who turns down other times than they asked for may wait for theirs', () => {
  const call = callUntil('offer', { answers: nothingThen })
  expect(call.say('Nein, das passt mir nicht').acts).toEqual(['ask_waitlist'])
  call.say('Ja, gern')
  call.say('Jonas Feld')
  expect(call.say('nein').acts).toEqual(['waitlist_joined', 'ask_anything_else'])
  expect(argsOf(call, 'join_waitlist')).toEqual([
    { service: 'Haarschnitt Herren', window: 'morgen Nachmittag', name: 'Jonas Feld' },
  ])
})

test('who asks for nothing but the same time again may wait for it, and is not offered the same for ever', () => {
  const call = callUntil('offer', { answers: nothingThen })
  expect(call.say('Nein, nur morgen Nachmittag').acts).toEqual(['ask_waitlist'])
})

test('who will not wait either may name another time, and then has a wish', () => {
  const call = callUntil('offer', { answers: nothingThen })
  call.say('Nein, das passt mir nicht')
  expect(call.say('Nein').acts).toEqual(['ask_day'])
  expect(call.say('Dann lassen wir das').acts).toContain('wish_noted')
})

test('who turns down what they asked for is not asked to wait', () => {
  expect(callUntil('offer').say('Nein, das passt mir nicht').acts).toEqual(['ask_day'])
})

test('whoever asks for the waiting list is asked for what is missing, and for nothing else', () => {
  const call = callUntil('greeting')
  expect(call.say('Setzen Sie mich bitte auf die Warteliste').acts).toEqual(['ask_service'])
  expect(call.say('Dauerwelle').acts).toEqual(['ask_day'])
  expect(call.say('Donnerstag').acts).toEqual(['ask_name'])
  expect(argsOf(call, 'find_slots')).toEqual([])
})

test('a place that the tool did not give is not said to be given', () => {
  const answers = { ...nothingThen, join_waitlist: { status: 'unknown', say: 'Das ging nicht.' } } as const
  const call = callUntil('offer', { answers })
  for (const words of ['Nein, das passt mir nicht', 'Ja, gern', 'Jonas Feld']) call.say(words)
  expect(call.say('nein').acts).not.toContain('waitlist_joined')
})
