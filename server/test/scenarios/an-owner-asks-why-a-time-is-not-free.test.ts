import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDice, type Dice } from '../../../verify/dice.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday. */
const clock = fixedClock('2026-11-20T10:00:00+01:00')
let product: TestProduct

type World = 'salon' | 'practice' | 'garage' | 'consultants'

async function explain(world: string, name: string, at: string, staff?: string, lang: 'de' | 'en' = 'de') {
  const { catalogue, scheduling } = product.app.modules
  return await product.app.platform.db.inTenant(await product.tenantId(world), async tx => {
    const [service] = catalogue.matchServices(await catalogue.listServices(tx), name)
    if (!service) throw new Error(`There is no service ${name}.`)
    const person = (await catalogue.listStaff(tx)).find(candidate => candidate.name === staff)
    const question = {
      service,
      at: Temporal.Instant.from(at),
      lang,
      ...(person ? { staffId: person.id } : {}),
    }
    return await scheduling.explainSlot(tx, question)
  })
}

const sentence = async (...question: Parameters<typeof explain>): Promise<string> =>
  (await explain(...question)).sentence

async function book(world: 'salon' | 'consultants', query: Record<string, string>): Promise<void> {
  const { body } = await product.get(
    `/api/v1/availability?${new URLSearchParams(query)}`,
    product.keys[world],
  )
  const wish = { token: body.items[0].token, customer: { name: 'Petra Lindner' } }
  expect((await product.post('/api/v1/appointments', product.keys[world], wish)).status).toBe(201)
}

beforeAll(async () => {
  product = await startProduct({ clock })
  const day = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-27' }
  await book('salon', { service: 'Haarschnitt Damen', staff: 'Mara', ...day })
  await book('salon', { service: 'Haarschnitt Damen', staff: 'Aylin', ...day })
  await product.app.platform.db.inTenant(await product.tenantId('salon'), async tx => {
    const { catalogue, tenants } = product.app.modules
    await catalogue.addClosure(tx, {
      locationId: (await tenants.read(tx)).locationId,
      resourceId: null,
      startsAt: Temporal.Instant.from('2026-11-27T12:00:00+01:00'),
      endsAt: Temporal.Instant.from('2026-11-27T15:00:00+01:00'),
      reason: 'Inventur',
    })
  })
  const nine = { from: '2026-11-24T09:00:00+01:00', to: '2026-11-24T11:00:00+01:00' }
  for (const _ of [1, 2]) await book('consultants', { service: 'Beratungsgespräch', ...nine })
})
afterAll(() => product.stop())

describe('The reason is said as one would say it', () => {
  test('who is busy until when, and who does not do it at all', async () => {
    expect(await sentence('salon', 'Färben', '2026-11-26T09:15:00+01:00')).toBe(
      'Donnerstag, 26.11.2026, 09:15: Mara ist bis 09:45 belegt; Aylin ist bis 09:45 belegt; Jonas macht Färben nicht.',
    )
  })

  test('a person who is not at work', async () => {
    expect(await sentence('salon', 'Föhnen', '2026-11-26T10:00:00+01:00', 'Jonas')).toBe(
      'Donnerstag, 26.11.2026, 10:00: Jonas ist dann nicht da.',
    )
  })

  test('a person who does not do it', async () => {
    expect(await sentence('salon', 'Färben', '2026-11-27T10:00:00+01:00', 'Jonas')).toBe(
      'Freitag, 27.11.2026, 10:00: Jonas macht Färben nicht.',
    )
  })

  test('a closed day', async () => {
    expect(await sentence('salon', 'Föhnen', '2026-11-22T10:00:00+01:00')).toContain('10:00: geschlossen')
  })

  test('a closure someone entered, with its end', async () => {
    expect(await sentence('salon', 'Föhnen', '2026-11-27T12:00:00+01:00')).toContain(
      'Mara ist bis Freitag, 27.11.2026, 15:00 gesperrt',
    )
  })

  test('too short notice, and what would be possible', async () => {
    expect(await sentence('consultants', 'Beratungsgespräch', '2026-11-20T18:00:00+01:00')).toBe(
      'Freitag, 20.11.2026, 18:00: zu kurzfristig, möglich ab Samstag, 21.11.2026, 10:00.',
    )
  })

  test('a start that is full although somebody is free', async () => {
    expect(await sentence('consultants', 'Beratungsgespräch', '2026-11-24T09:00:00+01:00')).toBe(
      'Dienstag, 24.11.2026, 09:00: dieser Beginn ist voll, möglich sind 2.',
    )
  })

  test('a time beside the grid', async () => {
    expect(await sentence('salon', 'Föhnen', '2026-11-27T10:05:00+01:00')).toBe(
      'Freitag, 27.11.2026, 10:05: zu dieser Zeit beginnt kein Termin.',
    )
  })

  test('a pain appointment later than the rule allows', async () => {
    const { reasons } = await explain('practice', 'Schmerztermin', '2026-11-23T14:00:00+01:00')
    expect(reasons.map(reason => reason.rule)).toEqual(['horizon'])
  })

  test('several reasons at once, the first that counts first', async () => {
    const { reasons } = await explain('consultants', 'Beratungsgespräch', '2026-11-20T22:30:00+01:00')
    expect(reasons.map(reason => reason.rule)).toEqual(['notice', 'closed', 'nobody'])
  })

  test('nothing but that it is free', async () => {
    expect(await sentence('salon', 'Föhnen', '2026-11-27T10:00:00+01:00')).toBe(
      'Freitag, 27.11.2026, 10:00: frei.',
    )
  })
})

describe('The reason is said in English too', () => {
  test.each([
    [
      'salon',
      'Färben',
      '2026-11-26T09:15:00+01:00',
      'Thursday, 26/11/2026, 09:15: Mara is busy until 09:45; Aylin is busy until 09:45; Jonas does not do Färben.',
    ],
    [
      'salon',
      'Föhnen',
      '2026-11-27T10:05:00+01:00',
      'Friday, 27/11/2026, 10:05: no appointment begins at this time.',
    ],
    ['salon', 'Föhnen', '2026-11-27T10:00:00+01:00', 'Friday, 27/11/2026, 10:00: free.'],
    [
      'consultants',
      'Beratungsgespräch',
      '2026-11-20T18:00:00+01:00',
      'Friday, 20/11/2026, 18:00: too short notice, possible from Saturday, 21/11/2026, 10:00.',
    ],
    [
      'consultants',
      'Beratungsgespräch',
      '2026-11-24T09:00:00+01:00',
      'Tuesday, 24/11/2026, 09:00: this start is full, 2 are possible.',
    ],
  ])('%s, %s at %s', async (world, service, at, said) => {
    expect((await explain(world, service, at, undefined, 'en')).sentence).toBe(said)
  })
})

describe('A time is explained as free exactly if it is offered', () => {
  test.each([
    ['salon', 'Färben', '2026-11-26'],
    ['salon', 'Föhnen', '2026-11-27'],
    ['practice', 'Schmerztermin', '2026-11-20'],
    ['garage', 'Fahrzeugannahme', '2026-11-25'],
    ['consultants', 'Beratungsgespräch', '2026-11-24'],
  ] as const)('%s, %s on %s', async (world, service, date) => {
    const query = new URLSearchParams({ service, from: date, to: `${date}T23:59:59+01:00` })
    const { body } = await product.get(`/api/v1/availability?${query}`, product.keys[world])
    const offered = new Set(body.items.map((slot: Json) => Date.parse(slot.starts_at)))
    const midnight = Date.parse(`${date}T00:00:00+01:00`)
    const times = Array.from({ length: 15 * 12 }, (_, index) => midnight + (7 * 60 + index * 5) * 60_000)
    const free: number[] = []
    for (const time of times)
      if ((await explain(world, service, new Date(time).toISOString())).free) free.push(time)
    expect(free).toEqual(times.filter(time => offered.has(time)))
    expect(free.length).toBe(offered.size)
  })
  test.each(['salon', 'practice', 'garage', 'consultants'] as const)(
    'any service of the %s, at random moments',
    async world => {
      const dice = createDice(20261120)
      const said: Json[] = []
      for (const name of await services(world)) said.push(...(await saidAtRandom(world, name, dice)))
      expect(said.filter(({ free, offered }) => free !== offered)).toEqual([])
      expect(said.some(({ free }) => free)).toBe(true)
    },
    120_000,
  )
})

async function saidAtRandom(world: World, name: string, dice: Dice): Promise<Json[]> {
  const date = Temporal.PlainDate.from('2026-11-23')
    .add({ days: dice.between(0, 4) })
    .toString()
  const query = new URLSearchParams({ service: name, from: date, to: `${date}T23:59:59+01:00` })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys[world])
  const offered: number[] = (body.items ?? []).map((slot: Json) => Date.parse(slot.starts_at))
  const midnight = Date.parse(`${date}T00:00:00+01:00`)
  const anywhere = Array.from({ length: 6 }, () => midnight + dice.between(0, 1439) * 60_000)
  const known = offered.filter((_, index) => index === 0 || dice.chance(1 / 8))
  const said: Json[] = []
  for (const moment of [...anywhere, ...known, ...known.map(start => start + 60_000)]) {
    const at = new Date(moment).toISOString()
    said.push({ name, at, free: (await explain(world, name, at)).free, offered: offered.includes(moment) })
  }
  return said
}

async function services(world: World): Promise<string[]> {
  const { catalogue } = product.app.modules
  const found = await product.app.platform.db.inTenant(await product.tenantId(world), tx =>
    catalogue.listServices(tx),
  )
  return found.map(service => service.name)
}
