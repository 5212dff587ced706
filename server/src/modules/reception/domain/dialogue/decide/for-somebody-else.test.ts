import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

describe('an appointment for somebody else', () => {
  test.each([
    'Guten Tag, ich brauche einen Herrenschnitt für meinen Mann',
    'Petra Lindner hier, einen Herrenschnitt für meinen Mann bitte',
  ])('is booked under the name of whoever comes, which is asked: "%s" (failure 82)', wish => {
    const call = callUntil('greeting')
    call.say(wish)
    call.say('morgen')
    expect(call.say('der erste').acts).toContain('ask_attendee')
    for (const utterance of ['Jonas Lindner', 'nein', 'ja']) call.say(utterance)
    expect(argsOf(call, 'book_appointment')).toMatchObject([
      { name: 'Jonas Lindner', for_someone_else: true },
    ])
  })

  test('is not assumed of an appointment for oneself', () => {
    const call = callUntil('offer')
    expect(call.say('der erste').acts).toContain('ask_name')
    for (const utterance of ['Petra Lindner', 'nein', 'ja']) call.say(utterance)
    expect(argsOf(call, 'book_appointment')[0]).not.toHaveProperty('for_someone_else')
  })

  test('asks again who comes after a name nobody has', () => {
    const call = callUntil('greeting')
    for (const utterance of ['Einen Herrenschnitt für meinen Sohn', 'morgen', 'der erste'])
      call.say(utterance)
    expect(call.say('Unbekannt').acts).toEqual(['ask_attendee'])
  })
})
