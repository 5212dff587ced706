import { hours, type World, work } from './world.ts'

const GRID_MINUTES = 10
const TWO_DAYS_MINUTES = 48 * 60

/** Praxis Dr. Sommer, Leipzig. Prices are not part of this world. Waiting for its subject: emergency words. */
export const practice: World = {
  tenant: {
    slug: 'practice',
    name: 'Praxis Dr. Sommer',
    sector: 'health',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    region: 'DE-SN',
    settings: { identity: { hear: 'number', move: 'number', cancel: 'number' } },
  },
  phoneNumber: '+493023125002',
  policies: [
    {
      kind: 'cancel',
      rules: { notice_minutes: TWO_DAYS_MINUTES, beyond: 'fee', fee: { kind: 'fixed', minor: 2500 } },
    },
    { kind: 'move', rules: { notice_minutes: TWO_DAYS_MINUTES, beyond: 'staff' } },
  ],
  catalogue: {
    opening: [
      ...hours(['mon', 'tue', 'thu'], '08:00-12:00', '14:00-18:00'),
      ...hours(['wed', 'fri'], '08:00-12:00'),
    ],
    resources: [
      { kind: 'staff', name: 'Dr. Sommer' },
      { kind: 'staff', name: 'Frau Winkler', hours: hours(['mon', 'tue', 'wed', 'thu'], '08:00-12:00') },
      { kind: 'room', name: 'Zimmer 1' },
      { kind: 'room', name: 'Zimmer 2' },
      { kind: 'room', name: 'Prophylaxeraum' },
    ],
    services: [
      {
        name: 'Erstgespräch',
        segments: work(30),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        takes: ['Dr. Sommer', 'Zimmer 1', 'Zimmer 2'],
      },
      {
        name: 'Kontrolle',
        segments: work(20),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        takes: ['Dr. Sommer', 'Zimmer 1', 'Zimmer 2'],
      },
      {
        name: 'Schmerztermin',
        segments: work(20),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        minimumNoticeMinutes: 0,
        latestStart: { workingDays: 1, beforeMinute: 12 * 60 },
        takes: ['Dr. Sommer', 'Zimmer 1', 'Zimmer 2'],
      },
      {
        name: 'Prophylaxe',
        segments: work(60),
        priceMinor: 0,
        gridMinutes: GRID_MINUTES,
        takes: ['Frau Winkler', 'Prophylaxeraum'],
      },
    ],
  },
}
