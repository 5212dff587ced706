import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { textCall } from '../support/text-call.ts'

/** A Friday; all of the next week is more than a day away. */
const FRIDAY = '2099-11-20T10:00:00+01:00'
const clock = fixedClock(FRIDAY)
let product: TestProduct
let from = 30
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())
beforeEach(() => {
  clock.set(FRIDAY)
  from += 1
})

type World = 'salon' | 'practice'
const caller = (): string => `+4917139200${from}`

async function booked(world: World, wish: string): Promise<void> {
  const call = await textCall(product, world, { from: caller() })
  const answer = await call.sayAll(wish, 'der erste', 'Petra Lindner', 'nein', 'ja')
  expect(answer.acts).toContain('booked')
}

const appointments = async () =>
  await product.database.query<{ state: string; starts_at: Temporal.Instant | Date; attendee_name: string }>(
    `select appointment.state, appointment.attendee_name,
       to_char(appointment.starts_at at time zone 'Europe/Berlin', 'DY HH24:MI') as starts
     from appointment where appointment.contact_phone = $1 order by appointment.starts_at`,
    [caller()],
  )

describe('a caller at the salon', () => {
  test('moves their appointment', async () => {
    await booked('salon', 'Föhnen am Dienstag um zehn')
    const call = await textCall(product, 'salon', { from: caller() })
    const asked = await call.sayAll('Ich möchte meinen Termin auf Donnerstag um elf verschieben', 'der erste')
    expect(asked.acts).toEqual(['confirm_move'])
    expect((await call.say('ja')).acts).toContain('moved')
    expect(await appointments()).toMatchObject([{ state: 'confirmed', starts: 'THU 11:00' }])
    await call.say('nein danke')
    expect((await call.detail()).outcome).toBe('moved')
  })

  test('cancels their appointment, and it stays cancelled when they say so twice', async () => {
    await booked('salon', 'Föhnen am Mittwoch um zehn')
    const call = await textCall(product, 'salon', { from: caller() })
    expect((await call.say('Ich muss leider meinen Termin absagen')).acts).toEqual(['confirm_cancel'])
    expect((await call.say('ja')).acts).toContain('cancelled')
    expect(await appointments()).toMatchObject([{ state: 'cancelled' }])
    expect((await call.detail()).outcome).toBe('cancelled')
  })

  test('hears their appointment', async () => {
    await booked('salon', 'Föhnen am Donnerstag um zehn')
    const call = await textCall(product, 'salon', { from: caller() })
    const { acts, text } = await call.say('Wann ist denn mein Termin?')
    expect(acts).toEqual(['list_appointments', 'ask_anything_else'])
    expect(text).toContain('Föhnen')
    expect((await call.detail()).outcome).toBe('answered')
  })

  test.each([
    ['in the hours of the number is put through', '2099-11-24T12:00:00+01:00', ['inform_policy', 'transfer']],
    [
      'outside of them is offered a callback',
      '2099-11-24T08:00:00+01:00',
      ['inform_policy', 'offer_callback'],
    ],
  ])('who cancels too late %s, and keeps the appointment', async (_what, at, acts) => {
    await booked('salon', 'Föhnen am Dienstag um fünfzehn Uhr')
    clock.set(at)
    const call = await textCall(product, 'salon', { from: caller() })
    await call.say('Ich muss meinen Termin absagen')
    expect((await call.say('ja')).acts).toEqual(acts)
    expect(await appointments()).toMatchObject([{ state: 'confirmed' }])
  })

  test('who withholds the number hears and changes nothing', async () => {
    const call = await textCall(product, 'salon')
    expect((await call.say('Ich möchte meinen Termin absagen')).acts).toEqual(['offer_callback'])
  })
})

test('who cancels at the practice too late hears the fee first', async () => {
  await booked('practice', 'Kontrolle am Dienstag um zehn')
  clock.set('2099-11-23T12:00:00+01:00')
  const call = await textCall(product, 'practice', { from: caller() })
  await call.say('Ich möchte meinen Termin absagen')
  const fee = await call.say('ja')
  expect([fee.acts, fee.text]).toEqual([['confirm_cancel'], expect.stringContaining('fünfundzwanzig Euro')])
  expect(await appointments()).toMatchObject([{ state: 'confirmed' }])
  expect((await call.say('ja, einverstanden')).acts).toContain('cancelled')
})

test('who may be in an emergency hears of 112 first, and that is what came of the call', async () => {
  const call = await textCall(product, 'practice', { from: caller() })
  const { acts, text } = await call.say('Mein Mann hat starke Schmerzen in der Brust und kann nicht atmen!')
  expect([acts[0], text]).toEqual(['emergency', expect.stringContaining('112')])
  expect((await call.detail()).outcome).toBe('emergency')
})
