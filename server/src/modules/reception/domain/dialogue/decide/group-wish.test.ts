import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { toolsAnswering } from '../testing/fake-tools.ts'
import { scriptedCall } from '../testing/scripted-call.ts'
import { consultants } from '../testing/worlds.ts'

const both = 'Für mich und meine Tochter, beide Haarschnitt, nacheinander'

describe('Several in one visit', () => {
  test('are asked for what is missing, read back, and booked together after a yes', () => {
    const call = callUntil('greeting')
    expect(call.say(both).acts).toEqual(['clarify_service'])
    expect(call.say('Damen').acts).toEqual(['ask_day'])
    expect(call.say('am Dienstag').acts).toEqual(['offer'])
    expect(argsOf(call, 'book_group')).toEqual([
      { services: ['Haarschnitt Damen', 'Kinderhaarschnitt'], when: 'Dienstag' },
    ])
    expect(call.say('ja').acts).toEqual(['ask_name'])
    expect(call.say('Julia Hartwig')).toMatchObject({
      acts: ['ask_attendee'],
      text: 'Wie heißt die Person, die mitkommt, mit Vor- und Nachnamen?',
    })
    expect(call.say('Mia Hartwig').acts).toEqual(['ask_email'])
    expect(call.say('nein').text).toContain(
      'Haarschnitt Damen für Julia Hartwig und Kinderhaarschnitt für Mia Hartwig, nacheinander',
    )
    expect(argsOf(call, 'book_group')).toHaveLength(1)
    call.say('ja')
    expect(argsOf(call, 'book_group').at(-1)).toEqual({
      tokens: ['visit-1', 'visit-2'],
      name: 'Julia Hartwig',
      // The visit begins with the child.
      names: ['Mia Hartwig', 'Julia Hartwig'],
    })
  })

  test.each([
    'Haarschnitt Damen für mich und Kinderhaarschnitt für Mia Hartwig, bitte.',
    'Einen Kinderhaarschnitt für die Mia Hartwig und für mich Haarschnitt Damen.',
  ])('may be told in answer to what they come for: "%s"', said => {
    const call = callUntil('greeting')
    expect(call.say('Wir würden gern zu zweit kommen, ich und meine Tochter.').acts).toEqual(['ask_service'])
    expect(call.say(said).acts).toEqual(['ask_day'])
    call.say('am Dienstag')
    expect(argsOf(call, 'book_group')[0]?.services?.toSorted()).toEqual([
      'Haarschnitt Damen',
      'Kinderhaarschnitt',
    ])
    call.say('ja')
    expect(call.say('Julia Hartwig').acts).toEqual(['ask_email'])
  })

  test('all come for the one service of a business that has no other', () => {
    const call = scriptedCall({ catalogue: consultants, tools: toolsAnswering() })
    expect(call.say('Wir würden gern zu zweit kommen, ich und meine Frau.').acts).toEqual(['ask_day'])
    call.say('am Dienstag')
    expect(argsOf(call, 'book_group')[0]?.services).toEqual(['Beratungsgespräch', 'Beratungsgespräch'])
  })

  test('are asked which of several services it is, and not for ever', () => {
    const call = callUntil('greeting')
    call.say('Wir würden gern zu zweit kommen, ich und meine Tochter.')
    expect(call.say('Haarschnitt').acts).toEqual(['clarify_service'])
    const acts = [1, 2, 3].flatMap(() => call.say('Na, Haarschnitt eben').acts)
    expect(acts).toContain('offer_callback')
  })

  test('are not booked after a no', () => {
    const call = callUntil('greeting')
    for (const said of [both, 'Damen', 'am Dienstag', 'ja', 'Julia Hartwig', 'Mia Hartwig', 'nein', 'nein'])
      call.say(said)
    expect(argsOf(call, 'book_group').filter(({ tokens }) => tokens !== undefined)).toEqual([])
  })

  test('take the names that were said with the wish, and none of them for the caller', () => {
    const call = callUntil('greeting')
    call.say('Haarschnitt Damen für mich und Kinderhaarschnitt für Mia Hartwig, zusammen, am Dienstag')
    expect(call.say('ja').acts).toEqual(['ask_name'])
    expect(call.say('Julia Hartwig').acts).toEqual(['ask_email'])
  })

  test('are named in one answer, a surname once for all', () => {
    const call = callUntil('greeting')
    call.say('Einen Kinderhaarschnitt für meine drei Kinder, am Dienstag')
    call.say('ja')
    expect(call.say('Julia Hartwig').acts).toEqual(['ask_attendee'])
    expect(call.say('Ben, Mia und Tom Hartwig').acts).toEqual(['ask_email'])
    expect(call.say('nein').text).toContain('für Ben Hartwig, Kinderhaarschnitt für Mia Hartwig und')
  })

  test('are searched anew when one of them is gone', () => {
    const taken = { status: 'taken', alternatives: [], say: 'Weg.' } as const
    const visit = { tokens: ['a', 'b'], spoken: 'Dienstag um zehn Uhr', services: ['Färben', 'Föhnen'] }
    const free = { status: 'free', visits: [visit], say: 'Passt Ihnen Dienstag um zehn Uhr?' } as const
    const call = callUntil('greeting', { answers: { book_group: [free, taken, free] } })
    for (const said of [
      'Färben und danach Föhnen, direkt nacheinander, am Dienstag',
      'ja',
      'Rita Bohm',
      'nein',
    ])
      call.say(said)
    expect(call.say('ja').acts).toEqual(['apologise', 'offer'])
  })

  test('come under the name of the caller where nobody can tell another', () => {
    const call = callUntil('greeting')
    for (const said of [both, 'Damen', 'am Dienstag', 'ja', 'Julia Hartwig', 'weiß ich nicht', 'nein', 'ja'])
      call.say(said)
    expect(argsOf(call, 'book_group').at(-1)?.names).toEqual(['Julia Hartwig', 'Julia Hartwig'])
  })
})
