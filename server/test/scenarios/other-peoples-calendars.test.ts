import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import { at, fridayClock, maraOfTheSalon } from '../support/mara-of-the-salon.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const clock = fridayClock()
let product: TestProduct
let calendar: MemoryCalendar
let mara: string
let connection: Json
let link: Json

const { ask, get, post, free, starts, book, catchUp, linkCalendar } = maraOfTheSalon(() => product, clock)
const change = (body: unknown) => ask('PATCH', `/api/v1/calendar-connections/${connection.id}`, body)

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ clock, calendarAdapters: { caldav: calendar.adapter } })
  ;({ mara, connection, link } = await linkCalendar())
  await catchUp()
})
afterAll(() => product.stop())
beforeEach(() => calendar.setFault(() => null))

describe('A connection to a calendar', () => {
  test('never shows its secrets', async () => {
    const shown = JSON.stringify(await get(`/api/v1/calendar-connections/${connection.id}`))
    expect([shown.includes('geheim'), shown.includes('secret')]).toEqual([false, false])
  })

  test('names what can be linked when it is tried', async () => {
    const answer = await ask('POST', `/api/v1/calendar-connections/${connection.id}/test`, {})
    expect(answer.body.targets.map((target: Json) => target.id)).toEqual(['main'])
  })

  test('links nothing that it has not (failure 63)', async () => {
    const wish = { connection_id: connection.id, resource_id: mara, target: 'other', direction: 'read' }
    expect((await post('/api/v1/calendar-links', wish)).body.type).toMatch('unknown-target')
  })

  test('links a calendar once, however often it is asked to', async () => {
    const wish = { connection_id: connection.id, resource_id: mara, target: 'main', direction: 'both' }
    const key = { 'idempotency-key': 'link of mara' }
    const service = (await get('/api/v1/services')).items[0].id
    const own = { ...wish, service_id: service, direction: 'write' }
    const first = await product.post('/api/v1/calendar-links', product.keys.salon, own, key)
    const second = await product.post('/api/v1/calendar-links', product.keys.salon, own, key)
    expect([first.status, second.body]).toEqual([201, first.body])
    expect((await post('/api/v1/calendar-links', wish)).body.type).toMatch('link-exists')
    await ask('DELETE', `/api/v1/calendar-links/${first.body.id}`)
  })

  test('of a provider that nobody configured says so', async () => {
    const made = await post('/api/v1/calendar-connections', {
      provider: 'google',
      name: 'Google',
      secrets: [],
    })
    const answer = await ask('POST', `/api/v1/calendar-connections/${made.body.id}/test`, {})
    expect(answer.body.type).toMatch('not-configured')
  })
})

describe('What somebody else entered', () => {
  test('is not offered, and again when it is gone', async () => {
    const before = await starts()
    calendar.addForeign('dentist', [{ key: 'a', startsAt: at('09:00'), endsAt: at('12:00') }])
    await catchUp(5)
    const meanwhile = await starts()
    calendar.removeOutside('dentist')
    await catchUp(5)
    expect([meanwhile, await starts()]).toEqual([before.filter(start => start >= '12:00'), before])
  })

  test('counts with each of its occurrences, also when one of them moves', async () => {
    const one = { key: 'a', startsAt: at('09:00'), endsAt: at('10:00') }
    calendar.addForeign('series', [one, { key: 'b', startsAt: at('14:00'), endsAt: at('15:00') }])
    await catchUp(5)
    calendar.addForeign('series', [one, { key: 'b', startsAt: at('16:00'), endsAt: at('17:00') }])
    await catchUp(5)
    const found = await starts()
    expect([found.includes('09:00'), found.includes('14:00'), found.includes('16:00')]).toEqual([
      false,
      true,
      false,
    ])
    calendar.removeOutside('series')
    await catchUp(5)
  })

  test('is found again by a whole reading when the provider forgot where we were', async () => {
    calendar.addForeign('dentist', [{ key: 'a', startsAt: at('09:00'), endsAt: at('12:00') }])
    calendar.forgetCursors()
    await catchUp(5)
    expect((await starts())[0]).toBe('12:00')
    calendar.removeOutside('dentist')
    await catchUp(5)
  })

  test('gives up a hold that it lies over, which nobody waits for', async () => {
    const { items } = await free()
    const held = await post('/api/v1/holds', { token: items[0].token })
    calendar.addForeign('surgery', [{ key: 'a', startsAt: at('09:00'), endsAt: at('10:00') }])
    await catchUp(5)
    const booked = await post('/api/v1/appointments', {
      token: held.body.token,
      customer: { name: 'Petra Lindner' },
    })
    expect([held.status, booked.status]).toEqual([201, 409])
    calendar.removeOutside('surgery')
    await catchUp(5)
  })
})

describe('A calendar that cannot be read', () => {
  test('is unknown when what was read is too old, and says so', async () => {
    calendar.setFault(() => 'unauthorised')
    await catchUp(40)
    const { unknown, items } = await free()
    const shown = await get(`/api/v1/calendar-connections/${connection.id}`)
    expect([unknown, items.length > 0, shown.state]).toEqual([[mara], true, 'reconnect'])
  })

  test('has its owner offered as requested, and what was booked so confirmed by itself once it is read', async () => {
    calendar.setFault(() => 'unauthorised')
    await catchUp()
    const { body } = await book('11:00')
    expect(body.state).toBe('requested')
    calendar.setFault(() => null)
    await catchUp(60)
    const shown = await get(`/api/v1/calendar-connections/${connection.id}`)
    expect([(await get(`/api/v1/appointments/${body.id}`)).state, shown.state]).toEqual(['confirmed', 'ok'])
  })

  test('leaves what was booked meanwhile requested when its owner is busy then', async () => {
    calendar.setFault(() => 'later')
    await catchUp(40)
    const { body } = await book('16:00')
    calendar.setFault(() => null)
    calendar.addForeign('party', [{ key: 'a', startsAt: at('15:30'), endsAt: at('17:00') }])
    await catchUp(60)
    expect((await get(`/api/v1/appointments/${body.id}`)).state).toBe('requested')
    calendar.removeOutside('party')
  })

  test.each(['callback', 'not_bookable'])('has its owner not offered by the choice "%s"', async choice => {
    await change({ when_unknown: choice })
    const offered = await free()
    calendar.setFault(() => 'later')
    await catchUp(60)
    const meanwhile = await free()
    const call = phoneCall(product, { id: `call_${choice}`, clock })
    const wish = { service: 'Haarschnitt Damen', staff: 'Mara', when: 'am 26. November' }
    const told = (await call.tool('find_slots', wish)).body.say
    expect(told).toBe(
      'Ob dann etwas frei ist, kann ich gerade leider nicht sehen. Soll Sie jemand zurückrufen?',
    )
    const late = await post('/api/v1/appointments', {
      token: offered.items.at(-1)?.token ?? 'none',
      customer: { name: 'Petra Lindner' },
    })
    calendar.setFault(() => null)
    await catchUp(60)
    expect([meanwhile.items, meanwhile.unknown, late.status === 201, (await free()).unknown]).toEqual([
      [],
      [mara],
      false,
      [],
    ])
  })

  test('counts no longer when its link ends', async () => {
    calendar.addForeign('dentist', [{ key: 'a', startsAt: at('09:00'), endsAt: at('12:00') }])
    await catchUp(60)
    const linked = (await starts())[0]
    expect((await ask('DELETE', `/api/v1/calendar-links/${link.id}`)).status).toBe(204)
    expect([linked, (await starts())[0], (await free()).unknown]).toEqual(['12:00', '09:00', []])
  })
})
