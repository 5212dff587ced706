import { fixedStarts, hours, type World, work } from './world.ts'

const MINUTES = 120
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const CONSULTANTS = ['Ines', 'Ole', 'Runa']

/**
 * Beratung Nordlicht, Hamburg. Open is from the first start to the end of the last, without the pause between them.
 * All consultants weigh the same. It has no prices and no transfer number.
 */
export const consultants: World = {
  tenant: {
    slug: 'consultants',
    name: 'Beratung Nordlicht',
    sector: 'consulting',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    region: 'DE-HH',
  },
  phoneNumber: '+493023125004',
  catalogue: {
    opening: hours(DAYS, '09:00-13:00', '14:00-22:00'),
    resources: CONSULTANTS.map(name => ({ kind: 'staff', name })),
    services: [
      {
        name: 'Beratungsgespräch',
        segments: work(MINUTES),
        priceMinor: 0,
        gridMinutes: MINUTES,
        minimumNoticeMinutes: 24 * 60,
        fixedStarts: fixedStarts(DAYS, {
          '09:00': 2,
          '11:00': 3,
          '14:00': 3,
          '16:00': 3,
          '18:00': 3,
          '20:00': 2,
        }),
        assignment: 'weighted',
        takes: CONSULTANTS,
      },
    ],
  },
}
