import { describe, expect, test } from 'vitest'
import { at, doneValue, outgoing, searched } from '../testing/provider-account.ts'
import { calendarAtGoogle, foreignGoogleEvent } from '../testing/simulated-google.ts'

const { google, adapter, account, calendar, read, book } = await calendarAtGoogle()

describe('writing', () => {
  test('an appointment stands there under our reference, quietly and without a conference', async () => {
    const written = await book()
    expect(written).toMatchObject({ id: outgoing().reference, state: 'confirmed', host: null })
    const [event] = google.events(calendar())
    expect(event).toMatchObject({ summary: outgoing().title, transparency: 'opaque' })
    expect(event?.attendees).toBeUndefined()
    expect(event?.conferenceData).toBeUndefined()
  })

  test('what was written is recognised as ours, a copy of it is not (slot board: bookings known by their title)', async () => {
    const { id } = await book()
    const [event] = google.events(calendar())
    google.insertEvent(calendar(), {
      ...foreignGoogleEvent(),
      ...(event?.extendedProperties ? { extendedProperties: event.extendedProperties } : {}),
    })
    const references = (await read()).events.map(({ reference }) => reference)
    expect(references.toSorted()).toEqual([id, null].toSorted())
  })

  test('tried twice it stands there once', async () => {
    const first = await book()
    expect(await book()).toEqual(first)
    expect(google.events(calendar())).toHaveLength(1)
  })

  test('an answer that got lost leaves it unclear, and looking settles it', async () => {
    google.failApi({ status: 'cut', times: 1, method: 'POST', path: '/calendar', when: 'after' })
    const answer = await adapter.createEvent(account(), calendar(), outgoing())
    expect(answer.kind).toBe('unclear')
    const found = doneValue(await adapter.findEvents(account(), calendar(), searched()))
    expect(found.map(({ reference }) => reference)).toEqual([outgoing().reference])
  })

  test('a 400 for what was created all the same is a success (failure 58)', async () => {
    google.failApi({ status: 400, times: 1, method: 'POST', path: '/calendar', when: 'after' })
    expect((await book()).id).toBe(outgoing().reference)
  })

  test('a 400 for what was not created is a refusal', async () => {
    google.failApi({ status: 400, times: 1, method: 'POST', path: '/calendar' })
    expect((await adapter.createEvent(account(), calendar(), outgoing())).kind).toBe('refused')
  })

  test('what was deleted can stand there again', async () => {
    const written = await book()
    await adapter.removeEvent(account(), calendar(), written, null)
    expect(doneValue(await adapter.findEvents(account(), calendar(), searched()))).toEqual([])
    await book()
    expect(google.events(calendar()).map(({ status }) => status)).toEqual(['confirmed'])
  })

  test('what somebody moved between our tries is not taken for done', async () => {
    const { id } = await book()
    google.changeEvent(calendar(), id, later())
    expect(await adapter.createEvent(account(), calendar(), outgoing())).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('moves it', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    const changed = doneValue(await adapter.changeEvent(account(), calendar(), moved, written))
    expect(changed.version).not.toBe(written.version)
    expect((await read()).events[0]?.occurrences[0]?.startsAt).toEqual(moved.startsAt)
  })

  test('a wish to be confirmed is tentative there, and then is not', async () => {
    const wish = outgoing({ state: 'requested' })
    const written = doneValue(await adapter.createEvent(account(), calendar(), wish))
    expect(written.state).toBe('requested')
    const confirmed = doneValue(await adapter.changeEvent(account(), calendar(), outgoing(), written))
    expect(confirmed.state).toBe('confirmed')
  })

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const written = await book()
    google.changeEvent(calendar(), written.id, later())
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    expect(await adapter.changeEvent(account(), calendar(), moved, written)).toEqual({
      kind: 'changed_meanwhile',
    })
    expect(await adapter.removeEvent(account(), calendar(), written, null)).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('a change whose answer got lost is done when it is tried again', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    google.failApi({ status: 500, times: 1, method: 'PATCH', when: 'after' })
    expect((await adapter.changeEvent(account(), calendar(), moved, written)).kind).toBe('unclear')
    expect((await adapter.changeEvent(account(), calendar(), moved, written)).kind).toBe('done')
  })

  test('what somebody deleted is gone when it is changed, and removed when it is removed', async () => {
    const written = await book()
    google.deleteEvent(calendar(), written.id)
    expect((await adapter.changeEvent(account(), calendar(), outgoing(), written)).kind).toBe('gone')
    expect((await adapter.removeEvent(account(), calendar(), written, null)).kind).toBe('done')
  })
})

function later() {
  return { start: { dateTime: '2026-12-01T15:00:00Z' }, end: { dateTime: '2026-12-01T15:30:00Z' } }
}
