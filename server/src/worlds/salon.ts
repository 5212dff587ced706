import { salonKnowledge } from './salon-knowledge.ts'
import { hours, type World, work } from './world.ts'

const GRID_MINUTES = 15
const A_DAY_BEFORE = { notice_minutes: 24 * 60, beyond: 'staff' } as const

/** Salon Morgenrot, Berlin. */
export const salon: World = {
  tenant: {
    slug: 'salon',
    name: 'Salon Morgenrot',
    sector: 'salon',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    region: 'DE-BE',
    address: 'Lindenweg 12, 10437 Berlin',
  },
  phoneNumber: '+493023125001',
  transfer: { phoneE164: '+493023125090', week: hours(['tue', 'wed', 'thu', 'fri'], '10:00-17:00') },
  policies: [
    { kind: 'cancel', rules: A_DAY_BEFORE },
    { kind: 'move', rules: A_DAY_BEFORE },
  ],
  knowledge: salonKnowledge,
  catalogue: {
    opening: [...hours(['tue', 'wed', 'thu', 'fri'], '09:00-18:00'), ...hours(['sat'], '09:00-14:00')],
    resources: [
      {
        kind: 'staff',
        name: 'Mara',
        hours: [
          ...hours(['tue', 'wed', 'thu', 'fri'], '09:00-13:00', '13:30-18:00'),
          ...hours(['sat'], '09:00-14:00'),
        ],
      },
      {
        kind: 'staff',
        name: 'Jonas',
        hours: [...hours(['tue', 'wed', 'fri'], '10:00-18:00'), ...hours(['sat'], '09:00-14:00')],
      },
      { kind: 'staff', name: 'Aylin', hours: hours(['wed', 'thu', 'fri'], '09:00-15:00') },
    ],
    services: [
      {
        name: 'Haarschnitt Damen',
        synonyms: ['Damenschnitt', 'Damenhaarschnitt'],
        segments: work(45),
        priceMinor: 4800,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Jonas', 'Aylin'],
      },
      {
        name: 'Haarschnitt Herren',
        synonyms: ['Herrenschnitt', 'Männerhaarschnitt'],
        segments: work(30),
        priceMinor: 3200,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Jonas'],
      },
      {
        name: 'Kinderhaarschnitt',
        synonyms: ['Kinderschnitt', 'Haarschnitt für mein Kind'],
        segments: work(20),
        priceMinor: 1900,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Jonas'],
      },
      {
        name: 'Föhnen',
        synonyms: ['Waschen und Föhnen', 'Styling'],
        segments: work(20),
        priceMinor: 2200,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Jonas', 'Aylin'],
      },
      {
        name: 'Färben',
        synonyms: ['Farbe', 'Ansatz färben', 'Coloration'],
        segments: [
          { minutes: 45, gapAfterMinutes: 30 },
          { minutes: 45, gapAfterMinutes: 0 },
        ],
        priceMinor: 8900,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Aylin'],
      },
      {
        name: 'Dauerwelle',
        segments: [
          { minutes: 40, gapAfterMinutes: 15 },
          { minutes: 20, gapAfterMinutes: 10 },
          { minutes: 50, gapAfterMinutes: 0 },
        ],
        priceMinor: 11900,
        gridMinutes: GRID_MINUTES,
        takes: ['Mara', 'Aylin'],
      },
    ],
  },
}
