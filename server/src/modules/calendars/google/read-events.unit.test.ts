import { describe, expect, test } from 'vitest'
import { at, doneValue, readingOf } from '../testing/provider-account.ts'
import { calendarAtGoogle, EMAIL, foreignGoogleEvent, WINDOW } from '../testing/simulated-google.ts'

const { google, adapter, account, calendar, read } = await calendarAtGoogle()

describe('reading', () => {
  test('a day without time is a day of the calendar, of 25 hours when clocks go back', async () => {
    google.insertEvent(calendar(), {
      summary: 'Messe',
      start: { date: '2026-10-25' },
      end: { date: '2026-10-26' },
    })
    const whole = doneValue(
      await adapter.readEvents(
        account(),
        calendar(),
        readingOf('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
      ),
    )
    expect(whole.events[0]?.occurrences).toEqual([
      { key: 'only', startsAt: at('2026-10-24T22:00:00Z'), endsAt: at('2026-10-25T23:00:00Z') },
    ])
  })

  test('a weekly event keeps its wall time when clocks change', async () => {
    google.insertEvent(calendar(), {
      start: { dateTime: '2026-10-23T10:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-10-23T11:00:00', timeZone: 'America/New_York' },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
    })
    const whole = doneValue(
      await adapter.readEvents(
        account(),
        calendar(),
        readingOf('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z'),
      ),
    )
    expect(whole.events.map(({ occurrences: [one] }) => one?.startsAt.toString())).toEqual([
      '2026-10-23T14:00:00Z',
      '2026-10-30T14:00:00Z',
      '2026-11-06T15:00:00Z',
    ])
  })

  test.each([
    ['opaque', {}, 'busy'],
    ['transparent', { transparency: 'transparent' as const }, 'free'],
    ['the place of work', { eventType: 'workingLocation' as const }, 'free'],
    ['out of office', { eventType: 'outOfOffice' as const }, 'busy'],
    ['tentative', { status: 'tentative' as const }, 'tentative'],
    ['declined', { attendees: [{ email: EMAIL, self: true, responseStatus: 'declined' as const }] }, 'free'],
    [
      'not answered yet',
      { attendees: [{ email: EMAIL, self: true, responseStatus: 'needsAction' as const }] },
      'tentative',
    ],
  ])('what is %s counts as that', async (_kind, fields, busy) => {
    google.insertEvent(calendar(), { ...foreignGoogleEvent(), ...fields })
    expect((await read()).events.map(event => event.busy)).toEqual([busy])
  })

  test('after the first time only what has changed comes (slot board: a quota used up by noon)', async () => {
    const kept = google.insertEvent(calendar(), foreignGoogleEvent())
    const lost = google.insertEvent(calendar(), foreignGoogleEvent())
    const whole = await read()
    expect(whole).toMatchObject({ extent: 'whole', removed: [] })
    google.deleteEvent(calendar(), lost.id)
    const added = google.insertEvent(calendar(), foreignGoogleEvent())
    const since = await read(whole.cursor)
    expect(since).toMatchObject({ extent: 'since', removed: [lost.id] })
    expect(since.events.map(({ id }) => id)).toEqual([added.id])
    expect(whole.events.map(({ id }) => id)).toContain(kept.id)
  })

  test('one deleted occurrence of a series is gone, the others stay', async () => {
    const series = google.insertEvent(calendar(), {
      ...foreignGoogleEvent(),
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    })
    const whole = await read()
    google.deleteEvent(calendar(), `${series.id}_20261202T120000Z`)
    const since = await read(whole.cursor)
    expect(since.removed).toEqual([`${series.id}_20261202T120000Z`])
    expect((await read()).events).toHaveLength(2)
  })

  test('occurrences beyond what was read at first are left out when a series is touched', async () => {
    const series = google.insertEvent(calendar(), {
      ...foreignGoogleEvent(),
      recurrence: ['RRULE:FREQ=WEEKLY'],
    })
    const whole = await read()
    google.changeEvent(calendar(), series.id, { summary: 'Yoga' })
    const since = await read(whole.cursor)
    expect(since.events.map(({ id }) => id)).toEqual(whole.events.map(({ id }) => id))
  })

  test('a token that has expired asks for a whole reading', async () => {
    const whole = await read()
    google.expireSyncTokens()
    const answer = await adapter.readEvents(account(), calendar(), readingOf(...WINDOW, whole.cursor))
    expect(answer).toEqual({ kind: 'expired' })
  })

  test.each(['no cursor of ours', ''])('the cursor "%s" asks for a whole reading', async cursor => {
    const answer = await adapter.readEvents(account(), calendar(), readingOf(...WINDOW, cursor))
    expect(answer).toEqual({ kind: 'expired' })
  })

  test('a window that goes on beyond the first reading asks for a whole one', async () => {
    const { cursor } = await read()
    const further = readingOf(WINDOW[0], '2027-03-02T00:00:00Z', cursor)
    expect(await adapter.readEvents(account(), calendar(), further)).toEqual({ kind: 'expired' })
  })

  test('many pages are one reading', async () => {
    for (let day = 1; day <= 28; day += 1)
      for (let index = 0; index < 40; index += 1)
        google.insertEvent(
          calendar(),
          foreignGoogleEvent(`2026-12-${String(day).padStart(2, '0')}T12:00:00Z`),
        )
    expect((await read()).events).toHaveLength(1120)
  })

  test('of a calendar that shows only busy times those are read', async () => {
    google.addCalendar({ id: calendar(), roles: { [EMAIL]: 'owner' } })
    google.insertEvent(calendar(), foreignGoogleEvent())
    google.addCalendar({ id: calendar(), roles: { [EMAIL]: 'freeBusyReader' } })
    const whole = await read()
    expect(whole).toMatchObject({ extent: 'whole', cursor: null })
    expect(whole.events[0]).toMatchObject({
      title: null,
      occurrences: [{ startsAt: at('2026-12-01T12:00:00Z'), endsAt: at('2026-12-01T13:00:00Z') }],
    })
  })

  test('a calendar that is no longer there is gone, and not free', async () => {
    google.removeCalendar(calendar())
    expect(await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).toEqual({ kind: 'gone' })
  })
})
