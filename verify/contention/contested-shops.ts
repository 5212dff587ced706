import type { App } from '../../server/src/app.ts'
import { seedWorld } from '../../server/src/worlds/seed-worlds.ts'
import { fixedStarts, hours, type World, work } from '../../server/src/worlds/world.ts'

/** One kind of race: what is wanted at once, and how many of those who want it may have it. */
export type Race = {
  readonly name: string
  readonly catalogue: World['catalogue']
  /** In turn; `laterMinutes` moves the start. A block closes the first person's hour from the start of the race. */
  readonly wishes: ReadonlyArray<
    | {
        readonly does: 'book' | 'hold'
        readonly service: string
        readonly laterMinutes: number
        readonly staff?: string
      }
    | { readonly does: 'block' }
  >
  /** How many of fifty succeed. Against a block: at most one, and the block names it. */
  readonly winners: number
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const opening = hours(DAYS, '06:00-22:00')
const common = { priceMinor: 5000, gridMinutes: 30 }
const people = ['Ines', 'Ole', 'Runa'].map(name => ({ kind: 'staff' as const, name }))
const oneAndTwo = (minutes: number) => [
  {
    minutes,
    gapAfterMinutes: 0,
    needs: [
      { role: 'one', kind: 'staff' as const },
      { role: 'two', kind: 'staff' as const },
      { role: 'room', kind: 'room' as const },
    ],
  },
]
const alone: World['catalogue'] = {
  opening,
  resources: people.slice(0, 1),
  services: [
    { name: 'Kurz', segments: work(30), takes: ['Ines'], ...common },
    { name: 'Lang', segments: work(60), takes: ['Ines'], ...common },
  ],
}
const short = { service: 'Kurz', laterMinutes: 0 }
const long = { service: 'Lang', laterMinutes: 0 }

export const RACES: readonly Race[] = [
  {
    name: 'half_hours_and_hours',
    catalogue: alone,
    wishes: [
      { does: 'book', ...short },
      { does: 'book', ...long },
    ],
    winners: 1,
  },
  {
    name: 'partly_overlapping',
    catalogue: alone,
    wishes: [
      { does: 'book', ...long },
      { does: 'book', ...long, laterMinutes: 30 },
      { does: 'book', ...short, laterMinutes: 30 },
    ],
    winners: 1,
  },
  {
    name: 'opposite_order',
    catalogue: {
      opening,
      resources: [...people.slice(0, 2), { kind: 'room', name: 'Zimmer' }],
      services: [
        {
          name: 'Ines zuerst',
          segments: oneAndTwo(30),
          takes: ['Ines', 'Ole', 'Zimmer'],
          roles: { Ines: ['one'], Ole: ['two'] },
          ...common,
        },
        {
          name: 'Ole zuerst',
          segments: oneAndTwo(60),
          takes: ['Ines', 'Ole', 'Zimmer'],
          roles: { Ole: ['one'], Ines: ['two'] },
          ...common,
        },
      ],
    },
    wishes: [
      { does: 'book', service: 'Ines zuerst', laterMinutes: 0 },
      { does: 'book', service: 'Ole zuerst', laterMinutes: 0 },
    ],
    winners: 1,
  },
  {
    name: 'holds_and_bookings',
    catalogue: alone,
    wishes: [
      { does: 'hold', ...short },
      { does: 'book', ...long },
    ],
    winners: 1,
  },
  {
    name: 'limited_starts',
    catalogue: {
      opening,
      resources: people,
      services: [
        {
          name: 'Gespräch',
          segments: work(60),
          takes: people.map(person => person.name),
          fixedStarts: fixedStarts(DAYS, {
            '06:00': 2,
            '08:00': 2,
            '10:00': 2,
            '12:00': 2,
            '14:00': 2,
            '16:00': 2,
            '18:00': 2,
            '20:00': 2,
          }),
          ...common,
        },
      ],
    },
    wishes: people.map(({ name: staff }) => ({ does: 'book', service: 'Gespräch', laterMinutes: 0, staff })),
    winners: 2,
  },
  {
    name: 'booking_and_blocking',
    catalogue: alone,
    wishes: [
      ...Array.from({ length: 12 }, () => ({ does: 'book' as const, ...long })),
      { does: 'block' },
      ...Array.from({ length: 12 }, () => ({ does: 'book' as const, ...short })),
      { does: 'block' },
    ],
    winners: 1,
  },
]

/** A business of its own for a race, and a key to it. */
export async function openShop(app: App, race: Race): Promise<{ key: string; firstPerson: string }> {
  const number = String(650 + RACES.indexOf(race))
  const tenantId = await seedWorld(app, {
    tenant: {
      slug: `contention-${race.name.replaceAll('_', '-')}`,
      name: 'Beratung',
      sector: 'consulting',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      region: 'DE-HH',
    },
    phoneNumber: `+493023125${number}`,
    catalogue: race.catalogue,
  })
  const { key } = await app.modules.identity.createApiKey({ tenantId, scopes: ['all'], name: 'contention' })
  const staff = await app.platform.db.inTenant(tenantId, tx => app.modules.catalogue.listStaff(tx))
  return { key, firstPerson: staff[0]?.id ?? '' }
}
