import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

/** A Friday; all that follows is on the Thursday after. */
let now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const clock = { now: () => now }
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T18:00:00+01:00' }
const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-26T${time}:00+01:00`)

let product: TestProduct
let calendar: MemoryCalendar
let mara: string
let connection: Json
let link: Json

const key = () => product.keys.salon
const get = async (path: string): Promise<Json> => (await product.get(path, key())).body
const post = (path: string, body: unknown) => product.post(path, key(), body)

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  return await fetch(product.url + path, {
    method,
    headers: { authorization: `Bearer ${key()}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const change = (body: unknown) => send('PATCH', `/api/v1/calendar-connections/${connection.id}`, body)

async function free(): Promise<Json> {
  const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY })
  return await get(`/api/v1/availability?${query}`)
}
const starts = async (): Promise<string[]> =>
  (await free()).items.map((item: Json) => item.starts_at.slice(11, 16))

async function book(time: string): Promise<Json> {
  const slot = (await free()).items.find((item: Json) => item.starts_at.slice(11, 16) === time)
  return await post('/api/v1/appointments', { token: slot.token, customer: { name: 'Petra Lindner' } })
}

/** As the clock would: what is due is read and written, until nothing is left to do. */
async function catchUp(minutes = 0): Promise<void> {
  now = now.add({ minutes })
  await product.settled()
  for (const name of ['calendars.read-due-calendars', 'calendars.take-up-appointments']) {
    await product.app.platform.jobs.schedules().get(name)?.run(now)
    await product.settled()
  }
}

/** A job that could not have what it needed on a busy machine is repeated when its lease has ended. */
async function untilSettled(appointmentId: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await catchUp(6)
    if (!['pending', 'unclear', 'failed'].includes((await entryOf(appointmentId))?.state)) return
  }
}

async function entryOf(appointmentId: string): Promise<Json> {
  return (await get(`/api/v1/sync-entries?appointment=${appointmentId}`)).items[0]
}
const places = (): string[] =>
  calendar
    .events()
    .filter(event => event.reference !== null)
    .map(
      event =>
        event.occurrences[0]?.startsAt
          .toZonedDateTimeISO('Europe/Berlin')
          .toPlainTime()
          .toString()
          .slice(0, 5) ?? '',
    )
    .toSorted()
const openConflicts = async (): Promise<Json[]> => (await get('/api/v1/calendar-conflicts?state=open')).items

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ clock, calendarAdapters: { caldav: calendar.adapter } })
  mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
  const made = await post('/api/v1/calendar-connections', {
    provider: 'caldav',
    name: 'Mara privat',
    secrets: [
      { name: 'user', value: 'mara' },
      { name: 'password', value: 'geheim' },
    ],
    outside_changes: 'accept',
  })
  connection = made.body
  const linked = await post('/api/v1/calendar-links', {
    connection_id: connection.id,
    resource_id: mara,
    target: 'main',
    direction: 'both',
  })
  link = linked.body
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
    const answer = await send('POST', `/api/v1/calendar-connections/${connection.id}/test`, {})
    expect(((await answer.json()) as Json).targets.map((target: Json) => target.id)).toEqual(['main'])
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
    await send('DELETE', `/api/v1/calendar-links/${first.body.id}`)
  })

  test('of a provider that nobody configured says so', async () => {
    const made = await post('/api/v1/calendar-connections', {
      provider: 'google',
      name: 'Google',
      secrets: [],
    })
    const answer = await send('POST', `/api/v1/calendar-connections/${made.body.id}/test`, {})
    expect(((await answer.json()) as Json).type).toMatch('not-configured')
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

describe('An appointment of ours', () => {
  test('is written into the calendar, and does not keep its own time busy (failure 44)', async () => {
    const { body } = await book('14:00')
    await catchUp()
    await catchUp(5)
    expect([places(), (await entryOf(body.id)).state]).toEqual([['14:00'], 'in_step'])
    const moving = new URLSearchParams({
      service: 'Haarschnitt Damen',
      staff: 'Mara',
      moving: body.id,
      ...DAY,
    })
    const offered = (await get(`/api/v1/availability?${moving}`)).items
    expect(offered.map((item: Json) => item.starts_at.slice(11, 16))).toContain('14:00')
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
    expect([places(), (await entryOf(body.id)).observed.state]).toEqual([[], 'cancelled'])
  })

  test('is made once, although the answer that it was made got lost (failure 58)', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'lost_after' : null))
    const { body } = await book('14:00')
    await product.settled()
    const between = (await entryOf(body.id)).state
    calendar.setFault(() => null)
    await catchUp(1)
    expect([between, places(), (await entryOf(body.id)).state]).toEqual(['unclear', ['14:00'], 'in_step'])
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('keeps its time from others while its calendar has not heard of it (failures 36, 38)', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'lost_after' : null))
    const { body } = await book('14:00')
    await product.settled()
    expect([(await entryOf(body.id)).state, await starts()]).toEqual([
      'unclear',
      expect.not.arrayContaining(['14:00']),
    ])
    calendar.setFault(() => null)
    await catchUp(1)
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('moved while it was not clear whether it was made, stands where it is now and nowhere else', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'lost_after' : null))
    const { body } = await book('14:00')
    await product.settled()
    const slot = (await free()).items.find((item: Json) => item.starts_at.slice(11, 16) === '16:00')
    await post(`/api/v1/appointments/${body.id}/move`, { token: slot.token })
    calendar.setFault(() => null)
    await catchUp(1)
    expect([places(), (await entryOf(body.id)).state]).toEqual([['16:00'], 'in_step'])
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('that somebody else has the place of over there is nobody’s to move: a person is asked (failure 47)', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'taken' : null))
    const { body } = await book('14:00')
    await catchUp()
    const [conflict] = await openConflicts()
    const appointment = await get(`/api/v1/appointments/${body.id}`)
    expect([conflict.kind, conflict.appointment_id, appointment.starts_at.slice(11, 16)]).toEqual([
      'taken',
      body.id,
      '14:00',
    ])
    calendar.setFault(() => null)
    const settled = await post(`/api/v1/calendar-conflicts/${conflict.id}/settle`, {
      settlement: 'kept_ours',
    })
    await catchUp()
    expect([settled.status, places()]).toEqual([200, ['14:00']])
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('is moved here when it is moved there, if the business accepts that', async () => {
    const { body } = await book('14:00')
    await catchUp()
    const { reference } = calendar.events().find(event => event.reference !== null) ?? {}
    calendar.moveOutside(reference ?? '', { startsAt: at('15:00'), endsAt: at('15:45') })
    await untilSettled(body.id)
    const appointment = await get(`/api/v1/appointments/${body.id}`)
    const entry = await entryOf(body.id)
    expect([appointment.starts_at.slice(11, 16), entry.state, await openConflicts()]).toEqual([
      '15:00',
      'in_step',
      [],
    ])
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('is cancelled here when it is deleted there, if the business accepts that', async () => {
    const { body } = await book('14:00')
    await catchUp()
    const event = calendar.events().find(one => one.reference !== null)
    calendar.removeOutside(event?.id ?? '')
    await untilSettled(body.id)
    const appointment = await get(`/api/v1/appointments/${body.id}`)
    expect([appointment.state, (await entryOf(body.id)).state]).toEqual(['cancelled', 'in_step'])
  })

  test('is put back when it is deleted there, if the business restores', async () => {
    await change({ outside_changes: 'restore' })
    const { body } = await book('14:00')
    await catchUp()
    calendar.removeOutside(calendar.events().find(one => one.reference !== null)?.id ?? '')
    await untilSettled(body.id)
    expect([places(), (await get(`/api/v1/appointments/${body.id}`)).state]).toEqual([['14:00'], 'confirmed'])
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
  })

  test('moved there is a question with both sides, if the business asks', async () => {
    await change({ outside_changes: 'ask' })
    const { body } = await book('14:00')
    await catchUp()
    const { reference } = calendar.events().find(event => event.reference !== null) ?? {}
    calendar.moveOutside(reference ?? '', { startsAt: at('15:00'), endsAt: at('15:45') })
    await untilSettled(body.id)
    const [conflict] = await openConflicts()
    expect([conflict.kind, conflict.ours.starts_at, conflict.theirs[0].starts_at]).toEqual([
      'moved_outside',
      at('14:00').toString(),
      at('15:00').toString(),
    ])
    await post(`/api/v1/calendar-conflicts/${conflict.id}/settle`, { settlement: 'took_theirs' })
    await untilSettled(body.id)
    expect((await get(`/api/v1/appointments/${body.id}`)).starts_at.slice(11, 16)).toBe('15:00')
    await post(`/api/v1/appointments/${body.id}/cancel`, {})
    await catchUp()
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
    expect((await send('DELETE', `/api/v1/calendar-links/${link.id}`)).status).toBe(204)
    expect([linked, (await starts())[0], (await free()).unknown]).toEqual(['12:00', '09:00', []])
  })
})

describe('An appointment that begins', () => {
  test('before it could be written is given up, and a person is asked (failure 60)', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'later' : null))
    await post('/api/v1/calendar-links', {
      connection_id: connection.id,
      resource_id: mara,
      target: 'main',
      direction: 'both',
    })
    await catchUp()
    const { body } = await book('14:00')
    await catchUp()
    now = at('14:01')
    calendar.setFault(() => null)
    await catchUp()
    const { state, observed } = await entryOf(body.id)
    expect([state, observed, (await openConflicts())[0]?.kind]).toEqual(['given_up', null, 'past'])
  })
})
