import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallId } from '../../src/platform/ids/ids.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { parseScript } from '../../src/roles/simulate/script.ts'
import { type ScriptResult, simulate } from '../../src/roles/simulate/simulate.ts'
import { send } from '../support/send.ts'
import { testConfig } from '../support/test-config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')
const KNOWN = '+491713920031'
let now = MONDAY
let product: TestProduct
let elsewhere: TestDatabase

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now }, worker: 'none' })
  elsewhere = await createTestDatabase()
})
afterAll(async () => {
  await product.stop()
  await elsewhere.drop()
})

const api = async (method: string, path: string, body?: unknown): Promise<Json> =>
  await send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

/** A test call that says these sentences one after the other, and hangs up if it is not over by then. */
async function hold(
  from: string | null,
  sentences: readonly string[],
): Promise<{ id: string; last: string }> {
  const { call_id: id, turns } = (await api('POST', '/test-calls', { from, language: 'de' })).body
  let last: string = turns.at(-1).text
  for (const text of sentences) {
    now = now.add({ seconds: 6 })
    const { body } = await api('POST', `/test-calls/${id}/turns`, { text })
    last = body.turns.at(-1).text
  }
  await api('POST', `/test-calls/${id}/end`)
  now = now.add({ minutes: 1 })
  return { id, last }
}

async function scriptOf(id: string): Promise<Json> {
  return (await api('GET', `/calls/${id}/caller-script`)).body
}

async function simulated(script: Json): Promise<ScriptResult> {
  const results: ScriptResult[] = []
  await simulate([parseScript(JSON.stringify(script), 'made.json')], {
    config: testConfig(),
    databaseUrl: elsewhere.url,
    log: createLog({ level: 'silent' }),
    times: 1,
    report: ({ result }) => results.push(result),
  })
  return results[0] as ScriptResult
}

const BOOKS = [
  'Föhnen am Mittwoch um zehn bei Mara bitte.',
  'Ja, das passt.',
  'Petra Lindner',
  'nein',
  'Ja, bitte.',
]

describe('A recorded call', () => {
  test('that books is held again as a script, and books the same', async () => {
    const { id } = await hold(KNOWN, [...BOOKS, 'Nein, danke.'])
    const script = await scriptOf(id)
    expect(script).toMatchObject({
      world: 'salon',
      now: '2026-11-23T09:00:00+01:00',
      given: { customers: [] },
    })
    expect(script.expect).toMatchObject({
      outcome: 'booked',
      appointments: [
        { attendee_name: 'Petra Lindner', service: 'Föhnen', starts_at: '2026-11-25T10:00:00+01:00' },
      ],
    })
    expect(await simulated(script)).toMatchObject({ pass: true, outcome: 'booked', problems: [] })
  })

  test('finds the calendar of then again: what others had is taken, and nobody reads whose it is', async () => {
    const { id, last } = await hold('+491713920032', ['Föhnen am Mittwoch um zehn bei Mara bitte.'])
    expect(last).toContain('nichts frei')
    const script = await scriptOf(id)
    expect(JSON.stringify(script)).not.toContain('Lindner')
    expect(script.given.busy).toMatchObject([{ staff: 'Mara', from: '2026-11-25T10:00:00+01:00' }])
    expect(await simulated(script)).toMatchObject({ pass: true, outcome: 'wish', problems: [] })
  })

  test('that cancels finds what it cancelled, also after the day has changed since', async () => {
    const { id } = await hold(KNOWN, ['Ich möchte meinen Termin absagen.', 'Ja, bitte.', 'Nein, danke.'])
    await hold('+491713920033', BOOKS)
    const script = await scriptOf(id)
    expect(script.given).toMatchObject({
      customers: [{ key: 'k1', name: 'Petra Lindner', phone: KNOWN }],
      appointments: [{ customer: 'k1', service: 'Föhnen', staff: 'Mara' }],
      busy: [],
    })
    expect(script.expect.appointments).toMatchObject([{ state: 'cancelled' }])
    expect(await simulated(script)).toMatchObject({ pass: true, outcome: 'cancelled', problems: [] })
  })

  test('finds the days on which the business or somebody was away, and the hours', async () => {
    const staff = (await api('GET', '/staff')).body.items
    const mara = staff.find((person: Json) => person.name === 'Mara').id
    const away = (from: string, to: string, more: Json = {}) =>
      api('POST', '/closures', { starts_at: `2026-12-${from}`, ends_at: `2026-12-${to}`, ...more })
    await away('08T00:00:00+01:00', '10T00:00:00+01:00')
    await away('15T09:00:00+01:00', '15T12:00:00+01:00', { resource_id: mara })
    await product.database.query("update closure set created_at = '2026-11-22T08:00:00Z'")
    const { id } = await hold(null, ['Guten Tag.'])
    const { given } = await scriptOf(id)
    expect(given.closures).toEqual([
      { date: '2026-12-08', staff: null },
      { date: '2026-12-09', staff: null },
    ])
    expect(given.busy).toContainEqual({
      ...{ staff: 'Mara', from: '2026-12-15T09:00:00+01:00', to: '2026-12-15T12:00:00+01:00' },
    })
  })

  test('whose caller hung up in the middle is hung up there again', async () => {
    const { id } = await hold(null, ['Ich hätte gern einen Termin zum Färben.'])
    const script = await scriptOf(id)
    expect(script.caller.quirks.at(-1)).toEqual({ on: 'any', nth: 2, do: 'hang_up' })
    expect(await simulated(script)).toMatchObject({ pass: true, outcome: 'abandoned' })
  })

  test('whose words were not kept becomes none', async () => {
    const { id } = await hold(null, ['Guten Tag.'])
    await product.database.query("update call_event set arguments = arguments - 'text' where kind = 'turn'")
    const refused = await api('GET', `/calls/${id}/caller-script`)
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/reporting/words-not-kept'])
  })

  test('of a business that no simulation makes becomes none', async () => {
    const { id } = await hold(null, [])
    const { app } = product
    await product.database.query("update tenant set slug = 'probe' where slug = 'salon'")
    const refused = await api('GET', `/calls/${id}/caller-script`)
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/reporting/no-world'])
    await product.database.query("update tenant set slug = 'salon' where slug = 'probe'")
    const salon = await product.tenantId('practice')
    await expect(
      app.platform.db.inTenant(salon, tx => app.modules.reporting.makeCallerScript(tx, id as CallId)),
    ).rejects.toMatchObject({ code: 'calls/unknown' })
  })
})
