import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { textCall } from '../support/text-call.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const PRACTICE = '+493023125002'
const GARAGE = '+493023125003'
const CONSULTANTS = '+493023125004'

test('who asks the practice for a pain appointment in three weeks hears until when it can be', async () => {
  const call = phoneCall(product, { id: 'call_pain', to: PRACTICE })
  const { body } = await call.tool('find_slots', { service: 'Schmerztermin', when: 'in drei Wochen' })
  expect(body.status).toBe('too_far')
  expect(body.say).toMatch(
    /^Schmerztermin vergeben wir nur kurzfristig, mit Beginn vor .+, dem .+, um zwölf Uhr\./,
  )
})

test('who wants a consultant today is offered to be called back', async () => {
  const call = phoneCall(product, { id: 'call_today', to: CONSULTANTS })
  const { body } = await call.tool('find_slots', { service: 'Beratungsgespräch', when: 'heute' })
  expect(body.status).toBe('too_soon')
  expect(body.say).toContain('zurückrufen')
})

test('a talk with a consultant is booked on the phone', async () => {
  const call = phoneCall(product, { id: 'call_talk', to: CONSULTANTS })
  const { body } = await call.tool('find_slots', {
    service: 'Beratungsgespräch',
    when: 'übernächste Woche Mittwoch',
  })
  expect(body.status).toBe('free')
  const booked = await call.tool('book_appointment', { token: body.slots[0].token, name: 'Petra Lindner' })
  expect(booked.body.status).toBe('booked')
})

test('a model is told to ask for the licence plate, and the answer is kept as the note', async () => {
  const call = phoneCall(product, { id: 'call_plate', to: GARAGE })
  const { body: list } = await call.tool('list_services', {})
  expect(list.services.map((service: Json) => service.ask_note)).toEqual(Array(4).fill('Kennzeichen'))
  const { body } = await call.tool('find_slots', {
    service: 'Fahrzeugannahme',
    when: 'übernächste Woche Mittwoch',
  })
  const wish = { token: body.slots[0].token, name: 'Jan Ottmar', note: 'H-XY 123' }
  expect((await call.tool('book_appointment', wish)).body.status).toBe('booked')
  const rows = await product.database.query(
    'select appointment.note from appointment where appointment.note is not null',
  )
  expect(rows).toEqual([{ note: 'H-XY 123' }])
})

test('a conversation asks for the licence plate too, keeps it with the booking, and goes on without', async () => {
  for (const [from, plate] of [
    ['+491713920041', 'H-KL 123'],
    ['+491713920042', 'weiß ich gerade nicht'],
  ] as const) {
    const call = await textCall(product, 'garage', { from })
    const asked = await call.sayAll('Reifenwechsel, nächste Woche Mittwoch', 'der erste', 'Jan Ottmar')
    expect(asked).toMatchObject({ acts: ['ask_note'], text: expect.stringContaining('Kennzeichen') })
    expect((await call.sayAll(plate, 'nein danke', 'ja')).acts).toContain('booked')
  }
  const rows = await product.database.query(
    `select appointment.note from appointment join call on call.id = appointment.call_id
     where call.caller_e164 like '+49171392004_' order by call.caller_e164`,
  )
  expect(rows).toEqual([{ note: 'H-KL 123' }, { note: null }])
})
