import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import { at, fridayClock, maraOfTheSalon } from '../support/mara-of-the-salon.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const clock = fridayClock()
let product: TestProduct
let calendar: MemoryCalendar
let connection: Json

const { ask, get, post, free, starts, book, catchUp, entryOf, openConflicts, linkCalendar } = maraOfTheSalon(
  () => product,
  clock,
)
const change = (body: unknown) => ask('PATCH', `/api/v1/calendar-connections/${connection.id}`, body)

/** A job that could not have what it needed on a busy machine is repeated when its lease has ended. */
async function untilSettled(appointmentId: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await catchUp(6)
    if (!['pending', 'unclear', 'failed'].includes((await entryOf(appointmentId))?.state)) return
  }
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

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ clock, calendarAdapters: { caldav: calendar.adapter } })
  ;({ connection } = await linkCalendar())
  await catchUp()
})
afterAll(() => product.stop())
beforeEach(() => calendar.setFault(() => null))

describe('An appointment of ours', () => {
  test('is written into the calendar, and does not keep its own time busy (failure 44)', async () => {
    const { body } = await book('14:00')
    await catchUp()
    await catchUp(5)
    expect([places(), (await entryOf(body.id)).state]).toEqual([['14:00'], 'in_step'])
    expect(await starts({ moving: body.id })).toContain('14:00')
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

describe('An appointment that begins', () => {
  test('before it could be written is given up, and a person is asked (failure 60)', async () => {
    calendar.setFault(operation => (operation === 'create' ? 'later' : null))
    const { body } = await book('14:00')
    await catchUp()
    clock.set('2026-11-26T14:01:00+01:00')
    calendar.setFault(() => null)
    await catchUp()
    const { state, observed } = await entryOf(body.id)
    expect([state, observed, (await openConflicts())[0]?.kind]).toEqual(['given_up', null, 'past'])
  })
})
