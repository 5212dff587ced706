import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { slots } from '../testing/fake-tools.ts'
import { hearAs } from '../testing/hear-as.ts'
import { noWish } from './dialogue-state.ts'
import { takeWish } from './take-slots.ts'

const first = slots[0]?.spoken ?? ''
const whole = 'Jede Woche dienstags um zehn Föhnen, sechs Mal'
const wish = { service: 'Föhnen', when: 'dienstags um zehn', times: '6', every: 'Jede Woche' }
const free = { status: 'free', count: 6, first, say: 'Sechs Termine. Soll ich sie so eintragen?' } as const

describe('Who wants to come again and again', () => {
  test('hears the dates, is asked for a name, and gets all of them after a yes to the summary', () => {
    const call = callUntil('greeting')
    expect(call.say(whole).acts).toEqual(['offer'])
    expect(argsOf(call, 'book_series')).toEqual([wish])
    expect(call.say('Ja, das passt').acts).toEqual(['ask_name'])
    call.say('Julia Hartwig')
    const summary = call.say('nein')
    expect(summary.acts).toEqual(['confirm_booking'])
    expect(summary.text).toContain(`Föhnen, sechs Termine, Beginn ${first}, auf den Namen Julia Hartwig.`)
    expect(argsOf(call, 'book_series')).toHaveLength(1)
    call.say('ja')
    expect(argsOf(call, 'book_series').at(-1)).toEqual({ ...wish, name: 'Julia Hartwig', confirmed: true })
  })

  test('hears first what is not free', () => {
    const say = 'Nicht frei ist am Dienstag. Ich könnte fünf eintragen. Soll ich das tun?'
    const conflicts = { status: 'conflicts', count: 5, first, say } as const
    const call = callUntil('greeting', { answers: { book_series: conflicts } })
    expect(call.say(whole)).toMatchObject({ acts: ['none_free', 'offer'], text: say })
  })

  test('keeps coming every week when another first day is named', () => {
    const when = { phrase: 'Jeden Freitag um zehn', day: 'Jeden Freitag', clock: 'um zehn' }
    const before = { ...noWish, when, series: { every: null, times: 4, dates: null } }
    const { series } = takeWish(before, hearAs('ab nächsten Mittwoch um elf', { kind: 'dates' }))
    expect(series).toEqual({ every: 'jede Woche', times: 4, dates: null })
  })

  test('is read the dates anew after a correction, in whichever part of it', () => {
    const call = callUntil('greeting')
    call.say(whole)
    call.say('Nein, lieber mittwochs um elf')
    call.say('alle zwei Wochen bitte')
    call.say('nur die ersten drei')
    expect(argsOf(call, 'book_series').map(({ when, every, times }) => [when, every, times])).toEqual([
      ['dienstags um zehn', 'Jede Woche', '6'],
      ['mittwochs um elf', 'Jede Woche', '6'],
      ['mittwochs um elf', 'alle zwei Wochen', '6'],
      ['mittwochs um elf', 'alle zwei Wochen', '3'],
    ])
  })

  test('is asked for the number, and too many are asked for again', () => {
    const asks = (say: string) => ({ status: 'ask', what: 'times', say }) as const
    const call = callUntil('greeting', {
      answers: { book_series: [asks('Wie viele?'), asks('Höchstens 104. Wie oft?'), free] },
    })
    expect(call.say('Jede Woche dienstags um zehn Föhnen')).toMatchObject({
      acts: ['ask_day'],
      text: 'Wie viele?',
    })
    expect(call.say('zweihundert').text).toBe('Höchstens 104. Wie oft?')
    expect(call.say('sechs').acts).toEqual(['offer'])
    expect(argsOf(call, 'book_series').map(({ times }) => times)).toEqual([undefined, '200', '6'])
  })

  test('is called back where no hour is named for all of them', () => {
    const asks = { status: 'ask', what: 'time', say: 'An welchem Tag und um wie viel Uhr?' } as const
    const call = callUntil('greeting', { answers: { book_series: asks } })
    call.say('Jede Woche dienstags Föhnen, sechs Mal')
    call.say('Dienstag')
    expect(call.say('Mittwoch').acts).toContain('offer_callback')
  })

  test('is offered single times after "just once"', () => {
    const asks = { status: 'ask', what: 'times', say: 'Wie viele?' } as const
    const call = callUntil('greeting', { answers: { book_series: asks } })
    call.say('Jede Woche dienstags um zehn Föhnen')
    call.say('Ach, nur einmal')
    expect(argsOf(call, 'find_slots')).toEqual([{ service: 'Föhnen', when: 'dienstags um zehn' }])
  })

  test('is asked for another day after a no, and books nothing', () => {
    const call = callUntil('greeting')
    call.say(whole)
    expect(call.say('nein').acts).toEqual(['ask_day'])
    expect(argsOf(call, 'book_series')).toEqual([wish])
  })

  test('agrees anew when one of the dates has gone in the meantime', () => {
    const conflicts = {
      status: 'conflicts',
      count: 5,
      first,
      say: 'Eins ist weg. Soll ich das tun?',
    } as const
    const call = callUntil('greeting', { answers: { book_series: [free, conflicts] } })
    for (const said of [whole, 'ja', 'Julia Hartwig', 'nein']) call.say(said)
    expect(call.say('ja').acts).toEqual(['none_free', 'offer'])
    expect(call.say('ja').acts).toEqual(['confirm_booking'])
    call.say('ja')
    expect(argsOf(call, 'book_series').filter(({ confirmed }) => confirmed)).toHaveLength(2)
  })
})
