import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { WORLDS } from './seed-worlds.ts'

/** The fixture tenants as their description lists them, transcribed by hand, against what is in the database. */
const TENANTS = `
salon       | Salon Morgenrot    | salon      | Europe/Berlin | DE-BE | +493023125001
practice    | Praxis Dr. Sommer  | health     | Europe/Berlin | DE-SN | +493023125002
garage      | Werkstatt Krause   | garage     | Europe/Berlin | DE-NI | +493023125003
consultants | Beratung Nordlicht | consulting | Europe/Berlin | DE-HH | +493023125004`

/** World, who or what (– is the business), kind and lanes, hours by weekday (1 is Monday). */
const HOURS = `
salon       | –              | –        | 2-5 09:00-18:00, 6 09:00-14:00
salon       | Mara           | staff 1  | 2-5 09:00-13:00 13:30-18:00, 6 09:00-14:00
salon       | Jonas          | staff 1  | 2 3 5 10:00-18:00, 6 09:00-14:00
salon       | Aylin          | staff 1  | 3-5 09:00-15:00
practice    | –              | –        | 1 2 4 08:00-12:00 14:00-18:00, 3 5 08:00-12:00
practice    | Dr. Sommer     | staff 1  |
practice    | Frau Winkler   | staff 1  | 1-4 08:00-12:00
practice    | Zimmer 1       | room 1   |
practice    | Zimmer 2       | room 1   |
practice    | Prophylaxeraum | room 1   |
garage      | –              | –        | 1-5 07:30-17:00
garage      | Kemal          | staff 1  |
garage      | Lutz           | staff 1  |
garage      | Bühne 1        | device 1 |
garage      | Bühne 2        | device 1 |
garage      | Annahme        | device 3 |
consultants | –              | –        | 1-5 09:00-13:00 14:00-22:00
consultants | Ines           | staff 1  |
consultants | Ole            | staff 1  |
consultants | Runa           | staff 1  |`

/** World, service (synonyms), minutes of work and (gap), cents, grid, notice, what it takes. */
const SERVICES = `
salon       | Haarschnitt Damen (Damenschnitt, Damenhaarschnitt)         | 45               | 4800  | 15  | 60   | Aylin, Jonas, Mara
salon       | Haarschnitt Herren (Herrenschnitt, Männerhaarschnitt)      | 30               | 3200  | 15  | 60   | Jonas, Mara
salon       | Kinderhaarschnitt (Kinderschnitt, Haarschnitt für mein Kind) | 20             | 1900  | 15  | 60   | Jonas, Mara
salon       | Föhnen (Waschen und Föhnen, Styling)                       | 20               | 2200  | 15  | 60   | Aylin, Jonas, Mara
salon       | Färben (Farbe, Ansatz färben, Coloration)                  | 45 (30) 45       | 8900  | 15  | 60   | Aylin, Mara
salon       | Dauerwelle                                                 | 40 (15) 20 (10) 50 | 11900 | 15 | 60   | Aylin, Mara
practice    | Erstgespräch                                               | 30               | 0     | 10  | 60   | Dr. Sommer, Zimmer 1, Zimmer 2
practice    | Kontrolle                                                  | 20               | 0     | 10  | 60   | Dr. Sommer, Zimmer 1, Zimmer 2
practice    | Schmerztermin                                              | 20               | 0     | 10  | 0    | Dr. Sommer, Zimmer 1, Zimmer 2
practice    | Prophylaxe                                                 | 60               | 0     | 10  | 60   | Frau Winkler, Prophylaxeraum
garage      | Reifenwechsel                                              | 30               | 0     | 30  | 60   | Bühne 1, Bühne 2, Kemal, Lutz
garage      | Inspektion                                                 | 150              | 0     | 30  | 60   | Bühne 1, Bühne 2, Kemal, Lutz
garage      | Diagnose                                                   | 60               | 0     | 30  | 60   | Kemal, Lutz
garage      | Fahrzeugannahme                                            | 10               | 0     | 30  | 60   | Annahme
consultants | Beratungsgespräch                                          | 120              | 0     | 120 | 1440 | Ines, Ole, Runa`

/** World, number, hours in which somebody picks up. */
const TRANSFERS = `
salon | +493023125090 | 2-5 10:00-17:00`

/** World, what is asked, and what the answer says, in German and in English. */
const KNOWLEDGE = `
salon | parken | Hof, zwei | parking | two, courtyard
salon | zahlen | Karte, bar | pay | card, cash
salon | Adresse | Lindenweg 12, 10437 Berlin | address | Lindenweg 12, 10437 Berlin
salon | Allergie | Patch-Test, 48 Stunden, vor dem ersten Färben | allergy | patch test, 48 hours, before the first
salon | Gutschein | Ja, im Salon | voucher | yes, in the salon`

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Lines of cells, without the white space that only lines them up. */
function cells(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim().replaceAll(/\s+/g, ' ')))
}

const of = (table: string, world: string): string[][] => cells(table).filter(([name]) => name === world)

test('the tenants are those of the description, with its numbers', async () => {
  const rows = await database.query<Record<string, string>>(`
    select tenant.slug, tenant.name, tenant.sector, tenant.time_zone, tenant.region, phone_number.e164
    from tenant join phone_number on phone_number.tenant_id = tenant.id
    order by phone_number.e164`)
  expect(rows.map(row => Object.values(row))).toEqual(cells(TENANTS))
})

test('the described worlds are all there are', () => {
  expect(Object.keys(WORLDS)).toEqual(cells(TENANTS).map(([slug]) => slug))
})

describe.each(Object.keys(WORLDS))('The world %s', world => {
  test('has the hours of its business, its people, rooms and devices', async () => {
    expect(await hoursIn(world)).toEqual(of(HOURS, world))
  })

  test('has the services of the description', async () => {
    expect(await servicesIn(world)).toEqual(of(SERVICES, world))
  })

  test('books 120 days ahead', async () => {
    const rows = await database.query(
      'select distinct service.horizon_days from service join tenant on tenant.id = service.tenant_id where tenant.slug = $1',
      [world],
    )
    expect(rows).toEqual([{ horizon_days: 120 }])
  })
})

test('the salon puts callers through in its hours, the others put nobody through', async () => {
  const rows = await database.query<{ slug: string; number: string; weekday: number; text: string }>(`
    select tenant.slug, location.transfer_e164 as number, transfer_hours.weekday,
      to_char(make_interval(mins => transfer_hours.from_minute), 'HH24:MI') || '-'
        || to_char(make_interval(mins => transfer_hours.to_minute), 'HH24:MI') as text
    from tenant join location on location.tenant_id = tenant.id
    left join transfer_hours on transfer_hours.tenant_id = tenant.id
    where location.transfer_e164 is not null or transfer_hours.weekday is not null
    order by transfer_hours.weekday`)
  const worlds = Map.groupBy(rows, row => `${row.slug} | ${row.number}`)
  expect([...worlds].map(([world, windows]) => [...world.split(' | '), weekText(windows)])).toEqual(
    cells(TRANSFERS),
  )
})

test('the salon lets appointments go until a day before, the practice until two; only the practice takes a fee', async () => {
  const rows = await database.query<{ slug: string; kind: string; scope: string; rules: unknown }>(`
    select tenant.slug, policy.kind, policy.scope, policy.rules
    from policy join tenant on tenant.id = policy.tenant_id order by tenant.slug, policy.kind`)
  expect(rows).toEqual([
    {
      slug: 'practice',
      kind: 'cancel',
      scope: 'tenant',
      rules: { notice_minutes: 2880, beyond: 'fee', fee: { kind: 'fixed', minor: 2500 } },
    },
    { slug: 'practice', kind: 'move', scope: 'tenant', rules: { notice_minutes: 2880, beyond: 'staff' } },
    { slug: 'salon', kind: 'cancel', scope: 'tenant', rules: { notice_minutes: 1440, beyond: 'staff' } },
    { slug: 'salon', kind: 'move', scope: 'tenant', rules: { notice_minutes: 1440, beyond: 'staff' } },
  ])
})

test('the practice knows a caller by their number, for all they may do with own appointments', async () => {
  const rows = await database.query(
    "select slug, settings -> 'identity' as identity from tenant where settings -> 'identity' <> '{}'",
  )
  expect(rows).toEqual([{ slug: 'practice', identity: { hear: 'number', move: 'number', cancel: 'number' } }])
})

test('the salon answers what its description lists, the others have nothing written down', async () => {
  const rows = await database.query<{ slug: string; language: string; questions: string; answer: string }>(`
    select tenant.slug, knowledge_article.language, array_to_string(knowledge_article.questions, ' ') as questions,
      knowledge_article.answer
    from knowledge_article join tenant on tenant.id = knowledge_article.tenant_id`)
  const expected = cells(KNOWLEDGE).flatMap(
    ([slug, german = '', inGerman = '', english = '', inEnglish = '']) => [
      { slug, language: 'de', about: german, parts: inGerman.split(', ') },
      { slug, language: 'en', about: english, parts: inEnglish.split(', ') },
    ],
  )
  for (const { slug, language, about, parts } of expected) {
    const found = rows.filter(
      row =>
        row.slug === slug &&
        row.language === language &&
        row.questions.toLowerCase().includes(about.toLowerCase()),
    )
    expect([about, found.length]).toEqual([about, 1])
    for (const part of parts) expect(found[0]?.answer.toLowerCase()).toContain(part.toLowerCase())
  }
  expect(rows).toHaveLength(expected.length)
})

test('consultants begin at six fixed times, with two at most at nine and at eight in the evening', async () => {
  const rows = await database.query<{ weekdays: number[]; clock: string; most: number }>(`
    select array_agg(service_start.weekday order by service_start.weekday) as weekdays,
      to_char(make_interval(mins => service_start.at_minute), 'HH24:MI') as clock, service_start.most
    from service_start group by service_start.at_minute, service_start.most order by service_start.at_minute`)
  expect(rows.map(row => `${row.weekdays.join('')} ${row.clock} ${row.most}`)).toEqual(
    ['09:00 2', '11:00 3', '14:00 3', '16:00 3', '18:00 3', '20:00 2'].map(start => `12345 ${start}`),
  )
})

test('only consultants are drawn, only the garage asks for a note, only pain has a latest start', async () => {
  const rows = await database.query(`
    select service.name, service.grid_kind, service.assignment, service.latest_working_days,
      service.latest_before_minute
    from service
    where service.assignment <> 'first' or service.grid_kind <> 'window' or service.latest_working_days is not null
    order by service.name`)
  expect(rows).toEqual([
    {
      name: 'Beratungsgespräch',
      grid_kind: 'fixed',
      assignment: 'weighted',
      latest_working_days: null,
      latest_before_minute: null,
    },
    {
      name: 'Schmerztermin',
      grid_kind: 'window',
      assignment: null,
      latest_working_days: 1,
      latest_before_minute: 720,
    },
  ])
  const asking = await database.query(`
    select distinct tenant.slug, service.ask_note from service join tenant on tenant.id = service.tenant_id
    where service.ask_note is not null`)
  expect(asking).toEqual([{ slug: 'garage', ask_note: 'Kennzeichen' }])
})

async function servicesIn(world: string): Promise<string[][]> {
  const rows = await database.query<{
    name: string
    synonyms: string[]
    segments: string
    price_minor: number
    grid_minutes: number
    minimum_notice_minutes: number
    takes: string
  }>(
    `select service.name, service.synonyms, service.price_minor, service.grid_minutes, service.minimum_notice_minutes,
       (select string_agg(concat(service_segment.minutes,
           case when service_segment.gap_after_minutes > 0 then ' (' || service_segment.gap_after_minutes || ')' end),
         ' ' order by service_segment.position)
        from service_segment where service_segment.service_id = service.id) as segments,
       (select string_agg(resource.name, ', ' order by resource.name collate "C")
        from qualification join resource on resource.id = qualification.resource_id
        where qualification.service_id = service.id) as takes
     from service join tenant on tenant.id = service.tenant_id
     where tenant.slug = $1 order by service.position`,
    [world],
  )
  return rows.map(row => [
    world,
    row.synonyms.length === 0 ? row.name : `${row.name} (${row.synonyms.join(', ')})`,
    row.segments,
    String(row.price_minor),
    String(row.grid_minutes),
    String(row.minimum_notice_minutes),
    row.takes,
  ])
}

async function hoursIn(world: string): Promise<string[][]> {
  const resources = await database.query<{ id: string | null; name: string; kind: string }>(
    `select null::uuid as id, '–' as name, '–' as kind, -1 as position
     union all
     select resource.id, resource.name, concat(resource.kind, ' ', resource.lanes), resource.position
     from resource join tenant on tenant.id = resource.tenant_id where tenant.slug = $1
     order by position`,
    [world],
  )
  const windows = await database.query<{ resource_id: string | null; weekday: number; text: string }>(
    `select hours_rule.resource_id, hours_rule.weekday,
       string_agg(to_char(make_interval(mins => hours_rule.from_minute), 'HH24:MI') || '-'
         || to_char(make_interval(mins => hours_rule.to_minute), 'HH24:MI'), ' ' order by hours_rule.from_minute) as text
     from hours_rule join tenant on tenant.id = hours_rule.tenant_id where tenant.slug = $1
     group by hours_rule.resource_id, hours_rule.weekday order by hours_rule.weekday`,
    [world],
  )
  return resources.map(resource => {
    const own = windows.filter(window => window.resource_id === resource.id)
    return [world, resource.name, resource.kind, weekText(own)]
  })
}

/** "2-5 09:00-18:00, 6 09:00-14:00": weekdays of the same windows together, runs of three and more shortened. */
function weekText(windows: ReadonlyArray<{ weekday: number; text: string }>): string {
  const groups = Map.groupBy(windows, window => window.text)
  return [...groups]
    .map(([text, days]) => {
      const weekdays = days.map(window => window.weekday)
      const [first = 0] = weekdays
      const run = weekdays.length > 2 && weekdays.every((weekday, index) => weekday === first + index)
      return `${run ? `${first}-${weekdays.at(-1)}` : weekdays.join(' ')} ${text}`
    })
    .join(', ')
}
