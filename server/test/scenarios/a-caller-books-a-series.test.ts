import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z')

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => MONDAY } })
})
afterAll(() => product.stop())

const count = async (table: string): Promise<number> =>
  Number((await product.database.query<Json>(`select count(*)::int as n from ${table}`))[0]?.n)
const callOf = (id: string, from = '+491713920061') =>
  phoneCall(product, { id, from, clock: { now: () => MONDAY } })
const wish = (when: string, more: Json = {}) => ({
  service: 'Föhnen',
  when,
  times: 'sechsmal',
  staff: 'Mara',
  name: 'Lena Vogt',
  ...more,
})

describe('A caller who wants to come again and again', () => {
  test('hears every date before anything is booked, and gets them with a yes, once', async () => {
    const call = callOf('call_series')
    const said = wish('jeden zweiten Dienstag um zehn')
    const before = await count('appointment')
    const heard = await call.tool('book_series', said)
    expect(heard.body).toMatchObject({ status: 'free', count: 6, missing: [] })
    expect(heard.body.say).toMatch(
      /^Föhnen, sechs Termine: am Dienstag, dem vierundzwanzigsten November, .* eintragen\?$/,
    )
    expect(await count('appointment')).toBe(before)
    const booked = await call.tool('book_series', { ...said, confirmed: true })
    expect(booked.body).toMatchObject({ status: 'booked', count: 6 })
    expect(booked.body.say).toMatch(/^Gebucht auf den Namen Lena Vogt: Föhnen, sechs Termine, /)
    expect((await call.tool('book_series', { ...said, confirmed: 'ja' })).body).toEqual(booked.body)
    expect([await count('appointment'), await count('series')]).toEqual([before + 6, 1])
    const facts = await product.database.query<Json>(
      "select count(*)::int as n from call_fact where kind = 'booked' and entity_id in (select id from appointment)",
    )
    expect(facts[0].n).toBe(6)
    expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
  })

  test('hears what is not free, and gets the others with a yes', async () => {
    const call = callOf('call_series_conflicts', '+491713920062')
    const said = wish('jeden Dienstag um zehn', { times: 'vier' })
    const heard = await call.tool('book_series', said)
    expect(heard.body).toMatchObject({ status: 'conflicts', count: 2 })
    expect(heard.body.missing.map((one: Json) => one.why)).toEqual(['taken', 'taken'])
    expect(heard.body.say).toMatch(
      /^Nicht frei ist am Dienstag, dem .* ohne diese Tage .* Soll ich das tun\?$/,
    )
    const booked = await call.tool('book_series', { ...said, confirmed: true })
    expect(booked.body).toMatchObject({ status: 'booked', count: 2 })
  })

  test('is read the dates anew when one of them has gone since', async () => {
    const call = callOf('call_series_lost', '+491713920063')
    const said = wish('jeden Mittwoch um elf', { times: '2' })
    expect((await call.tool('book_series', said)).body.status).toBe('free')
    const other = callOf('call_series_first', '+491713920064')
    await other.tool('book_series', { ...said, name: 'Uta Held' })
    expect(
      (await other.tool('book_series', { ...said, name: 'Uta Held', confirmed: true })).body.status,
    ).toBe('booked')
    const before = await count('appointment')
    const lost = await call.tool('book_series', { ...said, confirmed: true })
    expect(lost.body).toMatchObject({ status: 'none_then' })
    expect(await count('appointment')).toBe(before)
  })

  test('who says yes to dates nobody named to them hears them first', async () => {
    const call = callOf('call_series_hasty', '+491713920065')
    const before = await count('appointment')
    const hasty = await call.tool('book_series', wish('freitags um drei', { times: '3', confirmed: true }))
    expect(hasty.body.status).toBe('free')
    expect(await count('appointment')).toBe(before)
  })

  test.each([
    ['the time', wish('jeden Dienstag'), 'time'],
    ['how often', wish('jeden Dienstag um zehn', { times: undefined }), 'times'],
    ['the distance', wish('am Dienstag um zehn'), 'every'],
    ['a number that is not too high', wish('jeden Dienstag um zehn', { times: '10000' }), 'times'],
    ['the service', wish('jeden Dienstag um zehn', { service: undefined }), 'service'],
  ])('is asked for %s', async (_what, said, what) => {
    const { body } = await callOf(`call_series_ask_${what}`).tool('book_series', said)
    expect([body.status, body.what]).toEqual(['ask', what])
  })

  test('hears it in English', async () => {
    const call = callOf('call_series_english', '+491713920066')
    const said = wish('every Thursday at two', { times: 'three times', language: 'en' })
    const heard = await call.tool('book_series', said)
    expect(heard.body.say).toMatch(
      /^Föhnen, three appointments: on Thursday, .* Shall I put them down like that\?$/,
    )
    expect((await call.tool('book_series', { ...said, confirmed: 'yes' })).body.say).toMatch(
      /^Booked under the name Lena Vogt: Föhnen, three appointments, /,
    )
  })
})
