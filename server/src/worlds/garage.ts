import { hours, type World, work } from './world.ts'

const GRID_MINUTES = 30
const MECHANICS = ['Kemal', 'Lutz']
const LIFTS = ['Bühne 1', 'Bühne 2']
const ASK_NOTE = 'Kennzeichen'

/** Werkstatt Krause, Hannover. It has no prices and no transfer number. */
export const garage: World = {
  tenant: {
    slug: 'garage',
    name: 'Werkstatt Krause',
    sector: 'garage',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    region: 'DE-NI',
  },
  phoneNumber: '+493023125003',
  catalogue: {
    opening: hours(['mon', 'tue', 'wed', 'thu', 'fri'], '07:30-17:00'),
    resources: [
      ...MECHANICS.map(name => ({ kind: 'staff' as const, name })),
      ...LIFTS.map(name => ({ kind: 'device' as const, name })),
      { kind: 'device', name: 'Annahme', lanes: 3 },
    ],
    services: [
      {
        name: 'Reifenwechsel',
        segments: work(30),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        askNote: ASK_NOTE,
        takes: [...MECHANICS, ...LIFTS],
      },
      {
        name: 'Inspektion',
        segments: work(150),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        askNote: ASK_NOTE,
        takes: [...MECHANICS, ...LIFTS],
      },
      {
        name: 'Diagnose',
        segments: work(60),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        askNote: ASK_NOTE,
        takes: MECHANICS,
      },
      {
        name: 'Fahrzeugannahme',
        segments: work(10),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        askNote: ASK_NOTE,
        takes: ['Annahme'],
      },
    ],
  },
}
