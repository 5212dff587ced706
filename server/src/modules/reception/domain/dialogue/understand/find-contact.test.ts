import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'

describe('an e-mail address', () => {
  test.each([
    ['petra.lindner@beispiel.de', 'petra.lindner@beispiel.de'],
    ['Ja, an Petra.Lindner@Beispiel.de bitte.', 'petra.lindner@beispiel.de'],
    ['juergen@Bücher.example', 'juergen@bücher.example'],
    ['Jürgen@beispiel.de', 'juergen@beispiel.de'],
    ['petra punkt lindner ät beispiel punkt de', 'petra.lindner@beispiel.de'],
    ['petra Punkt lindner at Beispiel Punkt de.', 'petra.lindner@beispiel.de'],
    [
      'Meine E-Mail-Adresse ist jonas unterstrich feld ät beispiel minus salon punkt de',
      'jonas_feld@beispiel-salon.de',
    ],
    ['ja gerne, lindner eins zwei ät g mail punkt com', 'lindner12@gmail.com'],
    ['und zwar müller klammeraffe beispiel punkt de', 'mueller@beispiel.de'],
  ])('is read from "%s"', (utterance, email) => {
    expect(hearAs(utterance, { kind: 'email' }).email).toBe(email)
  })

  test.each(['nein', 'ja bitte', 'petra ät', 'ät punkt de', 'Hat das geklappt?', 'petra@beispiel'])(
    'is not read from "%s"',
    utterance => {
      expect(hearAs(utterance, { kind: 'email' }).email).toBeNull()
    },
  )

  test('is not mistaken for a name or a time', () => {
    const heard = hearAs('petra.lindner@beispiel.de', { kind: 'email' })
    expect([heard.name, heard.time]).toEqual([null, null])
  })
})

describe('a telephone number', () => {
  test.each([
    ['0171 39200 11', '01713920011'],
    ['+49 171 3920011', '+491713920011'],
    ['null eins sieben eins drei neun zwei null null elf', '01713920011'],
    ['plus vier neun eins sieben eins drei neun zwei null null zwölf', '+491713920012'],
    ['Die Nummer ist null drei null, zwei drei eins zwei fünf, doppel null eins', '03023125001'],
    ['(030) 23125-001', '03023125001'],
    ['0171/3920011', '01713920011'],
    ['zwo drei eins zwo fünf eins', '231251'],
    ['0171, dann 392, und dann 00 57', '01713920057'],
  ])('is read from "%s"', (utterance, phone) => {
    expect(hearAs(utterance, { kind: 'phone' }).phone).toBe(phone)
  })

  test.each(['nein', 'um zehn', 'am 24.11.', 'eins zwei drei', 'möchte ich nicht angeben', '1'.repeat(40)])(
    'is not read from "%s"',
    utterance => {
      expect(hearAs(utterance, { kind: 'phone' }).phone).toBeNull()
    },
  )

  test('is heard unasked when it can be nothing else', () => {
    expect(hearAs('Ich bin unter 0171 3920011 zu erreichen').phone).toBe('01713920011')
  })

  test.each(['am 24.11.2026', 'am 01.12.2026 um 10:30', 'von zehn bis zwölf'])(
    'is not heard unasked in "%s"',
    utterance => {
      expect(hearAs(utterance).phone).toBeNull()
    },
  )
})
