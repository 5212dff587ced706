import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalcomSimulator, EXAMPLE_KEY, startCalcom } from '../../../sandbox/calcom/start-calcom.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const HOSTS = Array.from({ length: 50 }, (_, number) => number + 1)

/** One is over, one is a day off, one has a break. */
const SINGLE_DAYS = [
  { date: '2026-11-19', startTime: '10:00', endTime: '12:00' },
  { date: '2026-12-24', startTime: '00:00', endTime: '00:00' },
  { date: '2026-12-30', startTime: '13:00', endTime: '23:59' },
  { date: '2026-12-30', startTime: '08:00', endTime: '12:00' },
]

let product: TestProduct
let calcom: CalcomSimulator
let connection: Json
let services: Json[]
/** What is shown before anything is picked. */
let shown: Json
let before: string

const key = () => product.keys.salon
const get = async (path: string): Promise<Json> => (await product.get(path, key())).body
const post = (path: string, body: unknown) => product.post(path, key(), body)
const importOf = () => get(`/api/v1/calendar-connections/${connection.id}/import`)
const named = (name: string): Json => services.find(service => service.name === name)

async function control(method: string, path: string, json: unknown): Promise<void> {
  const response = await fetch(calcom.url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
}

/** Nobody waits here for the pace at which Cal.com may be asked. */
const freshPace = () => product.database.query('delete from request_budget')

/** Everything that is ours, to see that it stays as it is. */
async function ours(): Promise<string> {
  const list = (await get('/api/v1/services')).items
  return JSON.stringify([list, (await get('/api/v1/staff')).items, await get('/api/v1/hours')])
}

beforeAll(async () => {
  calcom = await startCalcom({ now: () => now.epochMilliseconds })
  product = await startProduct({
    clock: { now: () => now },
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: null } },
  })
  services = (await get('/api/v1/services')).items
  const staff = (await get('/api/v1/staff')).items
  const mara = staff.find((person: Json) => person.name === 'Mara').id
  const own = ['Haarschnitt Damen', 'Haarschnitt Herren']
  await control('PUT', '/_control/account', {
    keys: [{ key: EXAMPLE_KEY, userId: 1 }],
    users: HOSTS.map(id => ({
      ...{ id, username: `host${id}`, email: `host${id}@salon.example` },
      name: id === 1 ? 'Mara Beispiel' : id === 2 ? ` ${staff[1].name.toUpperCase()} ` : `Host ${id}`,
    })),
    teams: [{ id: 10, name: 'Salon', slug: 'salon', members: HOSTS }],
    schedules: [
      {
        ...{ id: 1, ownerId: 1, overrides: SINGLE_DAYS },
        availability: [{ days: ['Monday'], startTime: '06:00', endTime: '07:00' }],
      },
    ],
    eventTypes: Array.from({ length: 200 }, (_, number) => ({
      ...{ id: 100 + number, slug: `typ-${number}`, lengthInMinutes: 30 },
      title: own[number] ?? `Fremd ${number}`,
      ...(number < 100
        ? { ownerId: 1 }
        : { teamId: 10, schedulingType: 'roundRobin', hosts: HOSTS.map(userId => ({ userId })) }),
      ...(number === 0
        ? { lengthInMinutes: named('Haarschnitt Damen').minutes, minimumBookingNotice: 1440 }
        : {}),
      ...(number === 5 ? { bookingFields: [{ type: 'text', slug: 'haarlaenge', required: true }] } : {}),
      ...(number === 150 ? { schedulingType: 'managed', hosts: [] } : {}),
    })),
  })
  connection = (
    await post('/api/v1/calendar-connections', {
      ...{ provider: 'calcom', name: 'Cal.com' },
      secrets: [
        { name: 'kind', value: 'api_key' },
        { name: 'apiKey', value: EXAMPLE_KEY },
      ],
    })
  ).body
  const link = { connection_id: connection.id, resource_id: mara, service_id: named('Haarschnitt Damen').id }
  const settings = [{ name: 'their_fields', value: 'minimum_notice_minutes' }]
  const made = await post('/api/v1/calendar-links', {
    ...link,
    target: 'event_type/100',
    direction: 'write',
    settings,
  })
  expect(made.status).toBe(201)
  before = await ours()
  shown = await importOf()
})
afterAll(async () => {
  await product.stop()
  await calcom.close()
})

describe('What Cal.com offers', () => {
  test('of 200 event types and 50 hosts is shown with the exact difference, and nothing of ours changes (failure 62)', async () => {
    expect([shown.services.length, shown.people.length]).toEqual([200, 50])
    const linked = shown.services.find((service: Json) => service.match === 'linked')
    expect([linked.target, linked.state, linked.fields]).toEqual([
      'event_type/100',
      'differs',
      [
        {
          ...{
            field: 'minimum_notice_minutes',
            ours: named('Haarschnitt Damen').minimum_notice_minutes ?? 0,
          },
          ...{ theirs: 1440, owner: 'theirs', changed: null },
        },
      ],
    ])
    const proposed = shown.services.filter((service: Json) => service.match === 'by_name')
    expect(proposed.map(({ name, service_id: id }: Json) => [name, id])).toEqual([
      ['Haarschnitt Herren', named('Haarschnitt Herren').id],
    ])
    expect(shown.services.filter((service: Json) => service.state === 'new')).toHaveLength(198)
    expect(await ours()).toBe(before)
  })

  test('says why an event type cannot be booked from here (failures 50, 52)', async () => {
    const problems = shown.services.filter((service: Json) => service.problems.length > 0)
    expect(problems.map(({ target, problems: found }: Json) => [target, found])).toEqual([
      ['event_type/105', [{ kind: 'required_field', detail: 'haarlaenge' }]],
      ['event_type/250', [{ kind: 'managed_parent', detail: '' }]],
    ])
  })

  test('knows whoever is linked, proposes whoever has the name of one of ours, and leaves the others open (failure 63)', async () => {
    const count = (match: string) => shown.people.filter((person: Json) => person.match === match).length
    expect([count('linked'), count('by_name'), count('none')]).toEqual([1, 1, 48])
  })

  test('shows where the week of a person is another one there', async () => {
    const [week] = shown.weeks
    expect(week.only_theirs).toEqual([{ weekday: 1, from: '06:00', to: '07:00' }])
    expect(week.resource_id).not.toBeNull()
  })

  test('shows the single days to come that are other ones there, and days off', async () => {
    expect(shown.weeks[0].days).toEqual([
      { date: '2026-12-24', ours: null, theirs: [] },
      {
        ...{ date: '2026-12-30', ours: null },
        theirs: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '24:00' },
        ],
      },
    ])
  })
})

/** Picks from what is shown now. */
async function pick(picked: Json, headers: Record<string, string> = {}): Promise<Json> {
  await freshPace()
  const { preview } = await importOf()
  return await product.post(
    `/api/v1/calendar-connections/${connection.id}/import`,
    key(),
    { preview, ...picked },
    headers,
  )
}
const change = (id: string, body: Json) =>
  send(product.url, { method: 'PATCH', path: `/api/v1/services/${id}`, key: key(), body })
const outcomes = (answer: Json) => answer.body.items.map(({ external, outcome }: Json) => [external, outcome])

describe('What is picked', () => {
  const services = (list: Json[]) => pick({ services: list })

  test('is taken over, and what is not picked stays', async () => {
    const before = (await get('/api/v1/services')).items
    const done = await services([{ target: 'event_type/100', fields: ['minimum_notice_minutes', 'name'] }])
    expect(done.body.items).toEqual([
      {
        ...{ kind: 'service', external: 'event_type/100', name: 'Haarschnitt Damen', outcome: 'changed' },
        id: named('Haarschnitt Damen').id,
        fields: [
          {
            field: 'minimum_notice_minutes',
            before: named('Haarschnitt Damen').minimum_notice_minutes ?? 0,
            after: 1440,
          },
        ],
      },
    ])
    const after = (await get('/api/v1/services')).items
    const others = (list: Json[]) => list.filter(({ id }) => id !== named('Haarschnitt Damen').id)
    expect(others(after)).toEqual(others(before))
    expect((await importOf()).services.find(({ target }: Json) => target === 'event_type/100').state).toBe(
      'same',
    )
  })

  test('a second time changes nothing, and what is new is added with a price only', async () => {
    const earlier = await ours()
    const again = await services([
      { target: 'event_type/100', fields: ['minimum_notice_minutes'] },
      { target: 'event_type/199', fields: ['name'] },
      { target: 'event_type/999', fields: ['name'] },
    ])
    expect(outcomes(again)).toEqual([
      ['event_type/100', 'same'],
      ['event_type/199', 'no_price'],
      ['event_type/999', 'not_there'],
    ])
    expect(await ours()).toBe(earlier)
  })

  test('of notice counts at once: nothing is offered here that Cal.com would refuse at the end (failure 65)', async () => {
    const query = new URLSearchParams({ service: 'Haarschnitt Damen', from: '2026-11-20', to: '2026-11-27' })
    const { items } = await get(`/api/v1/availability?${query}`)
    const earliest = now.add({ hours: 24 })
    const starts = items.map((item: Json) => Temporal.Instant.from(item.starts_at))
    expect(starts.length).toBeGreaterThan(0)
    expect(starts.every((at: Temporal.Instant) => Temporal.Instant.compare(at, earliest) >= 0)).toBe(true)
  })

  test('from a comparison that is not true any more is refused, and nothing follows', async () => {
    const { preview } = await importOf()
    const { id } = named('Haarschnitt Herren')
    await change(id, { minimum_notice_minutes: 90 })
    const earlier = await ours()
    const path = `/api/v1/calendar-connections/${connection.id}/import`
    const refused = await post(path, { preview, services: [{ target: 'event_type/199', price_minor: 100 }] })
    expect([refused.status, refused.body.type]).toEqual([
      409,
      expect.stringContaining('calendars/stale-preview'),
    ])
    expect(await ours()).toBe(earlier)
  })

  test('people become somebody of ours or somebody new, their weeks and services with them (failure 63)', async () => {
    const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
    const people = [
      { host: '1', resource_id: mara },
      ...HOSTS.slice(2).map(host => ({ host: String(host), resource_id: null })),
    ]
    const all = await pick({
      people,
      weeks: [{ schedule: '1' }],
      services: [
        { target: 'event_type/260', price_minor: 4500 },
        { target: 'event_type/110', price_minor: 2000 },
      ],
    })
    expect(all.status).toBe(200)
    const count = (outcome: string) => all.body.items.filter((item: Json) => item.outcome === outcome).length
    expect([count('added'), count('changed'), count('same')]).toEqual([50, 1, 1])
    const staff = (await get('/api/v1/staff')).items
    expect(staff.filter(({ name }: Json) => /^Host \d+$/.test(name))).toHaveLength(48)
    const team = (await get('/api/v1/services')).items.find(({ name }: Json) => name === 'Fremd 160')
    expect([team.minutes, team.price_minor]).toEqual([30, 4500])
    // Host 2 was proposed and not picked: a name is no word that it is them, but it is who the event type is booked with.
    const detail = await get(`/api/v1/services/${team.id}`)
    expect(detail.resources).toHaveLength(50)
    const week = (await get('/api/v1/hours')).items.find(({ owner }: Json) => owner.id === mara)
    expect(week.week).toEqual([{ weekday: 1, from: '06:00', to: '07:00' }])
  })

  test('single days of a person count from then on, whatever counted there before, and others stay', async () => {
    const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
    const days = async (): Promise<Json[]> => {
      const { items } = await get('/api/v1/hours-exceptions?from=2026-12-01&to=2026-12-31')
      return items
        .filter(({ resource }: Json) => resource?.id === mara)
        .map(({ date, windows }: Json) => [date, windows.map(({ from, to }: Json) => `${from}-${to}`)])
    }
    const own = { resource_id: mara, windows: [{ from: '09:00', to: '10:00' }] }
    await post('/api/v1/hours-exceptions', { ...own, date: '2026-12-30' })
    await post('/api/v1/hours-exceptions', { ...own, date: '2026-12-29' })
    const taken = await pick({
      weeks: [{ schedule: '1', week: false, days: ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'] }],
    })
    expect(outcomes(taken)).toEqual([
      ['1/2026-12-24', 'changed'],
      ['1/2026-12-29', 'not_there'],
      ['1/2026-12-30', 'changed'],
      ['1/2026-12-31', 'same'],
    ])
    expect(await days()).toEqual([
      ['2026-12-24', []],
      ['2026-12-29', ['09:00-10:00']],
      ['2026-12-30', ['08:00-12:00', '13:00-24:00']],
    ])
    const again = await pick({ weeks: [{ schedule: '1', week: false, days: ['2026-12-24'] }] })
    expect(outcomes(again)).toEqual([['1/2026-12-24', 'same']])
  })

  test('again makes nobody and nothing twice, with the same key not even a record', async () => {
    const earlier = await ours()
    const same = {
      people: HOSTS.slice(2).map(host => ({ host: String(host), resource_id: null })),
      weeks: [{ schedule: '1' }],
      services: [{ target: 'event_type/260', price_minor: 4500, fields: ['name'], hosts: true }],
    }
    const again = await pick(same, { 'idempotency-key': 'twice' })
    expect(new Set(again.body.items.map(({ outcome }: Json) => outcome))).toEqual(new Set(['same']))
    expect(await ours()).toBe(earlier)
  })

  test('is on record with the values before, and says later which side was changed since', async () => {
    const records = await get(`/api/v1/calendar-connections/${connection.id}/imports`)
    expect(records.items.map(({ changes }: Json) => changes.length)).toEqual([2, 51, 1])
    expect(records.items[1].changes.find(({ kind }: Json) => kind === 'week').fields[0].after).toContain(
      '06:00',
    )
    const own = (await get('/api/v1/services')).items.find(({ name }: Json) => name === 'Fremd 160')
    await change(own.id, { minimum_notice_minutes: 30, name: 'Umbenannt' })
    const compared = (await importOf()).services.find(({ target }: Json) => target === 'event_type/260')
    expect([compared.service_id, compared.match]).toEqual([own.id, 'linked'])
    expect(compared.fields.map(({ field, changed }: Json) => [field, changed])).toEqual([
      ['name', 'here'],
      ['minimum_notice_minutes', 'here'],
    ])
  })
})

describe('A link to an event type', () => {
  beforeAll(freshPace)

  const linkTo = async (target: string, settings: Json[] = []): Promise<Json> => {
    const wish = {
      connection_id: connection.id,
      service_id: named('Haarschnitt Herren').id,
      direction: 'write',
    }
    return await post('/api/v1/calendar-links', { ...wish, target, settings })
  }

  test('that is a managed parent is refused (failure 50)', async () => {
    expect((await linkTo('event_type/250')).status).toBe(422)
  })

  test('with a required field that nothing answers is refused, and the field is named', async () => {
    const refused = await linkTo('event_type/105')
    expect([refused.status, refused.body.type, refused.body.detail]).toEqual([
      422,
      expect.stringContaining('calendars/unfit-target'),
      expect.stringContaining('haarlaenge'),
    ])
    const answered = await linkTo('event_type/105', [
      { name: 'booking_fields.haarlaenge', value: 'unbekannt' },
    ])
    expect(answered.status).toBe(201)
  })
})

test('what was asked and answered fits Cal.com’s own document, where that is there', async () => {
  const state = (await (await fetch(`${calcom.url}/_control/state`)).json()) as Json
  expect(state.document.violations).toEqual([])
})
