import { describe, expect, test } from 'vitest'
import type { Lang } from '../acts.ts'
import { argsOf } from '../testing/calls.ts'
import { toolsAnswering } from '../testing/fake-tools.ts'
import { scriptedCall } from '../testing/scripted-call.ts'
import { salon } from '../testing/worlds.ts'

const callOf = (upcoming: readonly string[], lang: Lang = 'de') =>
  scriptedCall({ catalogue: salon, tools: toolsAnswering({}), upcoming, lang })
const moveOrCancel = 'Möchten Sie Ihren Termin verschieben oder absagen?'

describe('Who has an appointment', () => {
  test.each([
    'Ich muss leider einen Rückzieher machen, was den Termin am Freitag angeht.',
    'Ich würd gern meinen Termin zurückziehen.',
    'Den Färbetermin heute Nachmittag, den lassen wir bleiben, ja?',
    'Also das Färben am Samstag, das können wir vergessen.',
    'Nehmen Sie mein Färben bitte wieder raus.',
  ])('is asked about cancelling in everyday words: "%s"', said => {
    expect(callOf(['Färben']).say(said).acts).toContain('confirm_cancel')
  })

  test.each([
    'Ich hätte den Termin gern ein paar Tage später.',
    'Können Sie mich am Freitag statt um zwei um vier drannehmen?',
    'Ich bräuchte für das Färben einen anderen Tag.',
    'Wäre es möglich, dass ich eine Stunde später da bin?',
    'Kann das Färben auch am Vormittag statt am Nachmittag sein?',
    'Wir müssten das Färben vertagen.',
    'Da krieg ich das Färben nicht mehr unter, hätten Sie am Mittwoch was?',
    'Am Donnerstag kommt der Handwerker, das Färben geht da nicht, haben Sie Mittwoch was frei?',
  ])('is taken to move it: "%s"', said => {
    expect(['offer', 'ask_day']).toContain(callOf(['Färben']).say(said).acts.at(-1))
  })

  test.each([
    'Ich wollte nur sichergehen, dass mein Termin am Montag bleibt.',
    'Ich hab vergessen, um wie viel Uhr ich komme.',
    'Ich weiß nicht mehr, ob ich Donnerstag oder Freitag zu Ihnen muss.',
    'Ist mein Termin morgen um zehn oder um elf?',
  ])('is told when it is: "%s"', said => {
    expect(callOf(['Färben']).say(said).acts).toContain('list_appointments')
  })

  test.each([
    'Ich kann morgen leider doch nicht.',
    'Morgen um zehn, da bin ich noch im Urlaub.',
    'Mit Mittwoch haut das nicht hin.',
    'Ich hab morgen einen Termin und krieg das zeitlich nicht hin.',
  ])('and cannot come is asked whether to move or to cancel: "%s"', said => {
    const call = callOf(['Färben'])
    expect(call.say(said).text).toBe(moveOrCancel)
    expect(argsOf(call, 'find_slots')).toEqual([])
  })

  test.each(['Wann haben Sie morgen auf?', 'Was kostet das Färben?', 'Kann ich mit Karte zahlen?'])(
    'is answered what they ask about the business: "%s"',
    said => {
      const call = callOf(['Färben'])
      call.say(said)
      expect(argsOf(call, 'answer_question')).toHaveLength(1)
    },
  )

  test.each(['Ich hätte gern noch einen Termin am Freitag', 'Einen Termin zum Föhnen, morgen geht es nicht'])(
    'may want another one: "%s"',
    said => {
      const call = callOf(['Färben'])
      call.say(said)
      expect(argsOf(call, 'my_appointments')).toEqual([])
      expect(call.state().task).toBe('booking')
    },
  )

  test.each([
    ['Could you take me off the list for tomorrow?', 'confirm_cancel'],
    ['Can I come an hour later than planned?', 'offer'],
    ['Is there any way I could come in earlier than planned?', 'ask_day'],
    ['Sorry, I have to bail on my colour tomorrow.', 'confirm_cancel'],
    ['Is my meeting still on for Thursday?', 'list_appointments'],
    ["I won't be able to bring her in tomorrow.", 'ask_intent'],
  ])('is understood in English: "%s"', (said, act) => {
    expect(callOf(['Färben'], 'en').say(said).acts).toContain(act)
  })
})

test.each(['Ich kann morgen leider nicht lange bleiben', 'Bei mir haut das mit den Haaren nicht hin'])(
  'Who has none means something else with such words: "%s"',
  said => {
    const call = callOf([])
    expect(call.say(said).text).not.toBe(moveOrCancel)
    expect(argsOf(call, 'my_appointments')).toEqual([])
  },
)
