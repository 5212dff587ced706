import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/observability/log.ts'
import { parseScript, readScript } from '../../src/roles/simulate/script.ts'
import { type ScriptResult, simulate } from '../../src/roles/simulate/simulate.ts'
import { testConfig } from '../support/test-config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const FOLDER = fileURLToPath(new URL('../callers/', import.meta.url))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function hold(scripts: Parameters<typeof simulate>[0], times = 1) {
  const results: ScriptResult[] = []
  const summary = await simulate(scripts, {
    config: testConfig(),
    databaseUrl: database.url,
    log: createLog({ level: 'silent' }),
    times,
    report: ({ result }) => results.push(result),
  })
  return { results, summary }
}

const booking = {
  id: 'short',
  now: '2026-11-23T09:12:00+01:00',
  world: 'salon',
  call: { from: '+491713920077' },
  caller: {
    says_first: 'Einen Herrenschnitt am Mittwoch um zehn bitte.',
    goals: [{ intent: 'book' }],
    facts: { name: 'Jan Petersen' },
  },
  expect: { outcome: 'booked', appointments: [{ starts_at: '2026-11-25T10:00:00+01:00' }] },
}
const scriptOf = (value: unknown) => parseScript(JSON.stringify(value), 'short.json')

test('every scripted caller of the repository gets what they came for, and nothing is claimed without a receipt (failures 67, 68)', {
  timeout: 400_000,
}, async () => {
  const files = (await readdir(FOLDER)).filter(name => name.endsWith('.json'))
  expect(files.length).toBeGreaterThan(0)
  const { results } = await hold(await Promise.all(files.map(name => readScript(FOLDER + name))))
  expect(results).toHaveLength(files.length)
  expect(results.filter(result => !result.pass).map(({ id, problems }) => ({ id, problems }))).toEqual([])
})

describe('a scripted call', () => {
  test.each([
    [
      'another start',
      { appointments: [{ starts_at: '2026-11-25T11:00:00+01:00' }] },
      /expected and not there/,
    ],
    ['no appointment', { appointments: [] }, /there and not expected/],
    ['another outcome', { outcome: 'wish' }, /outcome: expected wish, was booked/],
    ['a callback request', { callback_requests: 1 }, /callback_requests: expected 1, were 0/],
    ['fewer turns', { turns_at_most: 3 }, /turns: expected 3 at most/],
    ['words at the beginning', { said_first: ['Frisör Abendrot'] }, /said_first/],
    ['silence about something', { never_said: ['gebucht'] }, /never_said/],
    ['a customer who is unknown', { unchanged: ['k9.appointments'] }, /there is no customer "k9"/],
  ])('fails that expects %s', async (_, expected, said) => {
    const { results } = await hold([scriptOf({ ...booking, expect: { ...booking.expect, ...expected } })])
    expect(results[0]?.problems.join('\n')).toMatch(said)
  })

  test('comes out the same every time', async () => {
    const { results, summary } = await hold([scriptOf(booking)], 3)
    expect(results.map(({ pass, turns, outcome }) => ({ pass, turns, outcome }))).toEqual(
      Array.from({ length: 3 }, () => ({ pass: true, turns: results[0]?.turns, outcome: 'booked' })),
    )
    expect(summary).toEqual({ scripts: 1, passed_first: 1, passed_all: 1 })
  })

  test('that nobody can read fails in its place, and the others go on', async () => {
    const { results, summary } = await hold([scriptOf({ id: 'broken' }), scriptOf(booking)], 2)
    expect(results.map(({ id, pass }) => [id, pass])).toEqual([
      ['broken', false],
      ['broken', false],
      ['short', true],
      ['short', true],
    ])
    expect(summary).toEqual({ scripts: 2, passed_first: 1, passed_all: 1 })
  })

  test('whose world cannot be as given says which row', async () => {
    const given = {
      customers: [{ key: 'k1', name: 'Petra Lindner' }],
      appointments: [
        { customer: 'k1', service: 'Färben', staff: 'Jonas', starts_at: '2026-11-25T10:00:00+01:00' },
      ],
    }
    const { results } = await hold([scriptOf({ ...booking, given })])
    expect(results[0]?.problems).toEqual([
      'given.appointments.0: Färben with Jonas cannot start at 2026-11-25T10:00:00+01:00 in this world.',
    ])
  })

  test('is held under the settings that are given', async () => {
    const given = {
      customers: [{ key: 'k1', name: 'Petra Lindner', phone: booking.call.from }],
      appointments: [{ customer: 'k1', service: 'Föhnen', starts_at: '2026-11-27T10:00:00+01:00' }],
    }
    const asking = {
      ...booking,
      given,
      caller: { says_first: 'Wann habe ich meinen Termin?', goals: [{ intent: 'ask_appointments' }] },
      expect: { outcome: 'answered' },
    }
    const careful = { ...given, settings: { identity: { hear: 'code' } } }
    const withCode = {
      ...asking,
      id: 'code',
      given: careful,
      expect: { outcome: 'callback', callback_requests: 1 },
    }
    const { results } = await hold([scriptOf(asking), scriptOf(withCode)])
    expect(results.map(({ problems }) => problems)).toEqual([[], []])
  })

  test('touches no business that was there (failure 40)', async () => {
    const counted = () =>
      database.query(
        `select tenant.slug, (select count(*)::int from call where call.tenant_id = tenant.id) as calls
         from tenant where tenant.slug in ('salon', 'practice', 'garage', 'consultants') order by tenant.slug`,
      )
    const before = await counted()
    await hold([scriptOf(booking)])
    expect(await counted()).toEqual(before)
  })
})
