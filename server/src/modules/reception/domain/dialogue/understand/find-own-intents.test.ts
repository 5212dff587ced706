import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'
import { salon } from '../testing/worlds.ts'
import { understand } from './understand.ts'
import type { Intent } from './understanding.ts'

const inEnglish = (utterance: string) =>
  understand(utterance, { kind: 'anything' }, { lang: 'en', catalogue: salon, findTime: () => null }).intents

describe('what is wanted with an appointment somebody has', () => {
  test.each<[string, Intent]>([
    ['Mein Termin am Montag, können wir den auf den Nachmittag legen?', 'move'],
    ['I brauch an andern Tag für mein Termin', 'move'],
    ['Ginge Samstag um zwölf statt Freitag?', 'move'],
    ['Ich müsste den Reifentermin weiter nach hinten setzen', 'move'],
    ['Das mit dem Färben hat sich erledigt', 'cancel'],
    ['Das Färben brauchen wir nicht mehr', 'cancel'],
    ['Bitte geben Sie den Platz jemand anderem', 'cancel'],
    ['Ich wollte mich vergewissern, dass mein Termin noch steht', 'appointments'],
    ['Hatte ich nicht irgendwas bei Ihnen ausgemacht?', 'appointments'],
    ['Wann war das gleich noch mal mit dem Färben?', 'appointments'],
    ['Welche Termine hab ich denn noch bei Ihnen?', 'appointments'],
    ['Mein Mann hat da für mich was ausgemacht, das brauche ich jetzt doch nicht', 'cancel'],
    ['Ich muss einen von meinen beiden Terminen loswerden', 'cancel'],
    ['Das Färben am Donnerstag', 'perhaps_own'],
  ])('is heard from words anywhere in "%s"', (utterance, intent) => {
    expect(hearAs(utterance, { kind: 'anything' }).intents).toContain(intent)
  })

  test.each<[string, Intent]>([
    ['Any chance we could do Saturday at noon instead of Friday?', 'move'],
    ["I won't be needing that slot after all", 'cancel'],
    ['Is my appointment still on?', 'appointments'],
    ["Could you remind me when I'm supposed to come in?", 'appointments'],
    ["There's no need for the perm on Thursday any more", 'cancel'],
    ["Can you push Wednesday's colour to Friday?", 'move'],
  ])('is heard in English in "%s"', (utterance, intent) => {
    expect(inEnglish(utterance)).toContain(intent)
  })

  test.each([
    'Ich hätte gern einen Termin an einem anderen Tag',
    'Kann ich einen neuen Termin ausmachen, lieber später?',
    'Nein danke, das brauche ich nicht mehr',
    'Wann hatten Sie denn noch einen Termin frei?',
  ])('is nothing in "%s"', utterance => {
    const { intents } = hearAs(utterance, { kind: 'anything' })
    expect(intents.filter(intent => intent === 'move' || intent === 'cancel')).toEqual([])
  })

  test('is not read into the answer to an offer', () => {
    const { intents } = hearAs('Den Termin lieber später', { kind: 'choice', options: ['Dienstag um zehn'] })
    expect(intents).not.toContain('move')
  })
})
