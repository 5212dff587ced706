import { describe, expect, test } from 'vitest'
import { at, doneValue, readingOf } from '../testing/provider-account.ts'
import { calendarAtMicrosoft, foreignGraphEvent, graphHour, WINDOW } from '../testing/simulated-microsoft.ts'

const { graph, adapter, account, calendar, read } = await calendarAtMicrosoft()

describe('reading', () => {
  test('times in zones with Windows names are read as the instants they mean', async () => {
    graph.insertEvent(calendar(), {
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-12-01T10:00:00', timeZone: 'W. Europe Standard Time' },
    })
    expect((await read()).events[0]?.occurrences[0]?.startsAt).toEqual(at('2026-12-01T08:00:00Z'))
  })

  test('a day without time has 25 hours when clocks go back', async () => {
    const moment = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'UTC' })
    graph.insertEvent(calendar(), { isAllDay: true, start: moment('2026-10-25'), end: moment('2026-10-26') })
    const window = readingOf('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')
    const whole = doneValue(await adapter.readEvents(account(), calendar(), window))
    expect(whole.events[0]?.occurrences).toEqual([
      { key: 'only', startsAt: at('2026-10-24T22:00:00Z'), endsAt: at('2026-10-25T23:00:00Z') },
    ])
  })

  test('occurrences of a series have its title and its kind of time', async () => {
    graph.insertEvent(calendar(), { ...series(3), subject: 'Sport', showAs: 'oof' })
    const { events } = await read()
    expect(events.map(({ title, busy }) => [title, busy])).toEqual(Array(3).fill(['Sport', 'busy']))
    expect(events.map(({ occurrences: [one] }) => one?.startsAt.toString())).toEqual([
      '2026-12-01T12:00:00Z',
      '2026-12-02T12:00:00Z',
      '2026-12-03T12:00:00Z',
    ])
  })

  test('one occurrence that was moved or deleted is told alone', async () => {
    const { id } = graph.insertEvent(calendar(), series(3))
    const whole = await read()
    graph.deleteEvent(calendar(), `${id}.20261202`)
    graph.changeEvent(calendar(), `${id}.20261203`, graphHour(16))
    const since = await read(whole.cursor)
    expect(since.removed).toEqual([`${id}.20261202`])
    expect(since.events.map(event => [event.id, event.occurrences[0]?.startsAt.toString()])).toEqual([
      [`${id}.20261203`, '2026-12-01T16:00:00Z'],
    ])
  })

  test.each([
    ['busy', {}, 'busy'],
    ['free', { showAs: 'free' as const }, 'free'],
    ['elsewhere at work', { showAs: 'workingElsewhere' as const }, 'free'],
    ['out of office', { showAs: 'oof' as const }, 'busy'],
    ['of a kind nobody knows', { showAs: 'unknown' as const }, 'busy'],
    ['tentative', { showAs: 'tentative' as const }, 'tentative'],
    ['declined', { responseStatus: { response: 'declined' } }, 'free'],
    ['not answered yet', { responseStatus: { response: 'notResponded' } }, 'tentative'],
    ['cancelled by who invited', { isCancelled: true }, 'free'],
  ])('what is %s counts as that', async (_kind, fields, busy) => {
    graph.insertEvent(calendar(), { ...foreignGraphEvent(), ...fields })
    expect((await read()).events.map(event => event.busy)).toEqual([busy])
  })

  test('what was moved out of the range is no longer there', async () => {
    const { id } = graph.insertEvent(calendar(), foreignGraphEvent())
    const whole = await read()
    graph.changeEvent(calendar(), id, {
      start: { dateTime: '2028-01-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2028-01-01T11:00:00', timeZone: 'UTC' },
    })
    expect(await read(whole.cursor)).toMatchObject({ extent: 'since', events: [], removed: [id] })
  })

  test('many pages are one reading', async () => {
    for (let index = 0; index < 450; index += 1) graph.insertEvent(calendar(), foreignGraphEvent())
    expect((await read()).events).toHaveLength(450)
  })

  test.each(['no cursor of ours', cursorTo('https://elsewhere.example/v1.0/delta')])(
    'a cursor that leads elsewhere asks for a whole reading: %s',
    async cursor => {
      const answer = await adapter.readEvents(account(), calendar(), readingOf(...WINDOW, cursor))
      expect(answer).toEqual({ kind: 'expired' })
    },
  )

  test('a window that goes on beyond the first reading asks for a whole one', async () => {
    const { cursor } = await read()
    const further = readingOf(WINDOW[0], '2027-03-02T00:00:00Z', cursor)
    expect(await adapter.readEvents(account(), calendar(), further)).toEqual({ kind: 'expired' })
  })

  test('an occurrence that comes without its series is completed by asking for that', async () => {
    const { id: seriesMasterId } = graph.insertEvent(calendar(), { ...series(1), subject: 'Sport' })
    const moment = (hour: number) => ({ dateTime: `2026-12-01T${hour}:00:00.0000000`, timeZone: 'UTC' })
    const alone = { id: 'AAkALgone', type: 'occurrence', seriesMasterId, start: moment(12), end: moment(13) }
    const path = `/v1.0/me/calendars/${calendar()}/calendarView`
    graph.failApi({ times: 1, path, answer: { value: [alone] } })
    expect((await read()).events).toEqual([expect.objectContaining({ id: 'AAkALgone', title: 'Sport' })])
  })

  test('a time in another zone than was asked for makes the reading unreadable, and nobody free', async () => {
    const moment = { dateTime: '2026-12-01T12:00:00.0000000', timeZone: 'tzone://Microsoft/Custom' }
    const value = [{ id: 'AAkALgodd', type: 'singleInstance', start: moment, end: moment }]
    graph.failApi({ times: 1, path: '/v1.0', answer: { value } })
    expect((await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a calendar that is no longer there is gone, and not free', async () => {
    graph.removeCalendar(calendar())
    expect(await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).toEqual({ kind: 'gone' })
  })
})

function series(numberOfOccurrences: number) {
  const pattern = { type: 'daily' as const, interval: 1 }
  const range = { type: 'numbered' as const, startDate: '2026-12-01', numberOfOccurrences }
  return { ...foreignGraphEvent(), recurrence: { pattern, range } }
}

function cursorTo(link: string): string {
  const cursor = { link, zone: 'Europe/Berlin', until: Date.parse('2030-01-01T00:00:00Z') }
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}
