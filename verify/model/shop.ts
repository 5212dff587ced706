import { hours, type World, work } from '../../server/src/worlds/world.ts'

/** Every day alike, so that the model needs no calendar: no public holiday of Berlin lies in the months it plays in. */
export const BEGINS = '2026-06-01T09:00:00+02:00'
export const ZONE = 'Europe/Berlin'
export const OPENS = 8
export const CLOSES = 18
export const GRID_MINUTES = 15
/** Appointments are booked up to so many days ahead. */
export const DAYS_AHEAD = 10

export const PEOPLE = ['Ines', 'Ole', 'Runa'] as const
export const ROOM = 'Zimmer'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const common = { priceMinor: 4200, gridMinutes: GRID_MINUTES, minimumNoticeMinutes: 0 }

export const catalogue: World['catalogue'] = {
  opening: hours(DAYS, `0${OPENS}:00-${CLOSES}:00`),
  resources: [...PEOPLE.map(name => ({ kind: 'staff' as const, name })), { kind: 'room', name: ROOM }],
  services: [
    { name: 'Kurz', segments: work(30), takes: [...PEOPLE], ...common },
    { name: 'Lang', segments: work(60), takes: [...PEOPLE, ROOM], ...common },
    {
      name: 'Farbe',
      segments: [
        { minutes: 30, gapAfterMinutes: 30 },
        { minutes: 30, gapAfterMinutes: 0 },
      ],
      takes: [...PEOPLE],
      ...common,
    },
  ],
}

/** What a service takes of whom, in minutes from its start: written down a second time, for the model alone. */
export const TAKES = {
  Kurz: { person: [[0, 30]], room: [] },
  Lang: { person: [[0, 60]], room: [[0, 60]] },
  Farbe: {
    person: [
      [0, 30],
      [60, 90],
    ],
    room: [],
  },
} as const satisfies Record<
  string,
  { person: ReadonlyArray<readonly [number, number]>; room: ReadonlyArray<readonly [number, number]> }
>

export type ServiceName = keyof typeof TAKES
export const SERVICES = Object.keys(TAKES) as ServiceName[]
