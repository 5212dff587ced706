import { describe, expect, test } from 'vitest'
import { argsOf } from '../testing/calls.ts'
import { toolsAnswering } from '../testing/fake-tools.ts'
import { scriptedCall } from '../testing/scripted-call.ts'
import { salon } from '../testing/worlds.ts'

const callOf = (...upcoming: string[]) =>
  scriptedCall({ catalogue: salon, tools: toolsAnswering({}), upcoming })
const question = 'Möchten Sie einen neuen Termin, oder geht es um einen, den Sie schon haben?'

describe('Who has an appointment and does not say what they want', () => {
  test.each(['Es geht um Freitag zehn Uhr', 'Hallo, ich rufe an wegen meinem Termin'])(
    'is asked whether it is about that one: "%s"',
    said => {
      const call = callOf('Färben')
      expect(call.say(said)).toMatchObject({ acts: ['ask_intent'], text: question })
      expect(argsOf(call, 'find_slots')).toEqual([])
    },
  )

  test.each(['Das Färben am Donnerstag', 'Mit dem Färben morgen, da war doch was'])(
    'is asked also where they speak of a service as known: "%s"',
    said => {
      expect(callOf('Färben').say(said).text).toBe(question)
    },
  )

  test('is asked what is to become of it', () => {
    const call = callOf('Färben')
    call.say('Es geht um Freitag zehn Uhr')
    expect(call.say('Um den, den ich schon habe').text).toBe(
      'Möchten Sie Ihren Termin verschieben oder absagen?',
    )
  })

  test('is offered the time named before where a new one is wanted', () => {
    const call = callOf('Färben')
    call.say('Es geht um morgen um elf')
    call.say('Einen neuen bitte')
    expect(call.say('Färben').acts).toEqual(['offer'])
    expect(argsOf(call, 'find_slots')).toEqual([{ service: 'Färben', when: 'morgen um elf' }])
  })

  test('is asked once only', () => {
    const call = callOf('Färben')
    call.say('Es geht um morgen um elf')
    expect(call.say('Es geht um morgen um elf').acts).toEqual(['ask_service'])
  })

  test.each([
    'Ich hätte gern einen Termin zum Färben',
    'Färben morgen um elf',
    'Einmal Föhnen morgen um elf',
  ])('is not asked where the words tell: "%s"', said => {
    expect(callOf('Färben').say(said).text).not.toContain(question)
  })
})

test('Who has none is not asked either', () => {
  expect(callOf().say('Färben morgen um elf').acts).toEqual(['offer'])
})
