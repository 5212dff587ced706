import { expect, test } from 'vitest'
import { matchServices } from './match-service.ts'

const services = [
  { name: 'Haarschnitt Damen', synonyms: ['Damenschnitt', 'Damenhaarschnitt'] },
  { name: 'Haarschnitt Herren', synonyms: ['Herrenschnitt', 'Männerhaarschnitt'] },
  { name: 'Kinderhaarschnitt', synonyms: ['Kinderschnitt', 'Haarschnitt für mein Kind'] },
  { name: 'Föhnen', synonyms: ['Waschen und Föhnen', 'Styling'] },
  { name: 'Färben', synonyms: ['Farbe', 'Ansatz färben', 'Coloration'] },
]
const names = (words: string) => matchServices(services, words).map(service => service.name)

test.each([
  ['Herrenschnitt', ['Haarschnitt Herren']],
  ['haarschnitt herren', ['Haarschnitt Herren']],
  ['MAENNERHAARSCHNITT', ['Haarschnitt Herren']],
  ['einen Damenhaarschnitt bitte', ['Haarschnitt Damen']],
  ['Waschen und Föhnen', ['Föhnen']],
  ['Ansatz färben', ['Färben']],
  ['ein Haarschnitt für mein Kind', ['Kinderhaarschnitt']],
])('"%s" means %j', (words, expected) => {
  expect(names(words)).toEqual(expected)
})

test.each(['Haarschnitt', 'Schneiden', 'Haare schneiden', 'Termin zum Haareschneiden'])(
  '"%s" alone leaves three services to choose from',
  words => {
    expect(names(words)).toEqual(['Haarschnitt Damen', 'Haarschnitt Herren', 'Kinderhaarschnitt'])
  },
)

test.each(['', '   ', 'Zahnreinigung', '%', "'; drop table service; --", 'a'])(
  '"%s" means no service',
  words => {
    expect(names(words)).toEqual([])
  },
)
