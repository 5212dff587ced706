import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'
import { garage } from '../testing/worlds.ts'

const parts = (said: string) =>
  hearAs(said).group?.map(({ candidates, who, name }) => [candidates.length, candidates[0], who, name])

describe('Several in one visit', () => {
  test.each([
    [
      'Ich möchte mehrere Termine zusammen buchen: Haarschnitt Damen für mich und Kinderhaarschnitt für Mia Hartwig.',
      [
        [1, 'Haarschnitt Damen', 'caller', null],
        [1, 'Kinderhaarschnitt', 'other', 'Mia Hartwig'],
      ],
    ],
    [
      'Für mich und meine Tochter, beide Haarschnitt, nacheinander',
      [
        [3, 'Haarschnitt Damen', 'caller', null],
        [1, 'Kinderhaarschnitt', 'other', null],
      ],
    ],
    [
      'Färben und danach Föhnen, direkt nacheinander bitte',
      [
        [1, 'Färben', 'caller', null],
        [1, 'Föhnen', 'caller', null],
      ],
    ],
    [
      'Einen Termin für meine Mutter und mich, beide Dauerwelle',
      [
        [1, 'Dauerwelle', 'other', null],
        [1, 'Dauerwelle', 'caller', null],
      ],
    ],
    [
      'Meine Tochter und ich brauchen beide eine Dauerwelle',
      [
        [1, 'Dauerwelle', 'other', null],
        [1, 'Dauerwelle', 'caller', null],
      ],
    ],
    [
      'Haare schneiden und färben bitte, beides',
      [
        [3, 'Haarschnitt Damen', 'caller', null],
        [1, 'Färben', 'caller', null],
      ],
    ],
    [
      'Ich möchte mit meiner Tochter kommen: für mich einen Damenschnitt und für die Kleine einen Kinderschnitt',
      [
        [1, 'Haarschnitt Damen', 'caller', null],
        [1, 'Kinderhaarschnitt', 'other', null],
      ],
    ],
    [
      'Ich bräuchte für meine drei Kinder einen Kinderhaarschnitt',
      [
        [1, 'Kinderhaarschnitt', 'other', null],
        [1, 'Kinderhaarschnitt', 'other', null],
        [1, 'Kinderhaarschnitt', 'other', null],
      ],
    ],
    [
      'Ich würde gern zusammen mit meiner Tochter Mia Sander kommen: für mich ein Damenschnitt und für die Mia Sander ein Kinderschnitt',
      [
        [1, 'Haarschnitt Damen', 'caller', null],
        [1, 'Kinderhaarschnitt', 'other', 'Mia Sander'],
      ],
    ],
    [
      'Mein Sohn Ben Sander und ich wollen beide kommen, ich Damenschnitt und er Kinderschnitt',
      [
        [1, 'Haarschnitt Damen', 'caller', null],
        [1, 'Kinderhaarschnitt', 'other', 'Ben Sander'],
      ],
    ],
    [
      'Ich komme mit meinem Mann Jan Sander, einmal Damenschnitt und einmal Herrenschnitt hintereinander',
      [
        [1, 'Haarschnitt Damen', 'caller', null],
        [1, 'Haarschnitt Herren', 'other', 'Jan Sander'],
      ],
    ],
    [
      'Ich bräuchte zweimal Färben, für mich und meine Frau Renate Voss, zusammen',
      [
        [1, 'Färben', 'caller', null],
        [1, 'Färben', 'other', 'Renate Voss'],
      ],
    ],
  ])('"%s"', (said, expected) => {
    expect(parts(said)).toEqual(expected)
  })

  test.each([
    ['Wir bringen zwei Wagen, beide zum Reifenwechsel.', [null, null]],
    [
      'Wir haben zwei Autos, beide brauchen Winterreifen, meins und das von meiner Frau Renate Voss.',
      [null, 'Renate Voss'],
    ],
  ])('is heard of cars: "%s"', (said, names) => {
    expect(hearAs(said, undefined, garage).group?.map(({ name }) => name)).toEqual(names)
  })

  test.each([
    'Waschen und Föhnen, bitte.',
    'Ich brauche zwei Termine, einen Kinderhaarschnitt für meine Tochter und dann noch einen für mich.',
    'Ich möchte beide Termine absagen, Färben und Föhnen.',
    'Einen Herrenschnitt für meinen Mann, zusammen mit mir telefoniert er nicht.',
    'Können wir zusammen einen Termin finden?',
    'Für mich Färben um zehn und für meine Tochter einen Kinderschnitt um elf.',
  ])('is not heard in "%s"', said => {
    expect(parts(said)).toBeUndefined()
  })
})
