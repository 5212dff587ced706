import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type GraphSimulator, startGraph } from '../../../../../sandbox/graph/start-graph.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import type { CalendarAdapter, EventChanges, WrittenEvent } from '../port.ts'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import {
  at,
  doneValue,
  outboundFor,
  outgoing,
  providerAccount,
  readingOf,
} from '../testing/provider-account.ts'
import { createMicrosoftAdapter } from './microsoft-adapter.ts'
import { MICROSOFT_SCOPES, microsoftSettings } from './settings.ts'

const WINDOW = ['2026-11-30T00:00:00Z', '2027-03-01T00:00:00Z'] as const
const DIRECTORY = 'kanzlei-albers.example'
const outbound = outboundFor()
let graph: GraphSimulator
let adapter: CalendarAdapter & Required<Pick<CalendarAdapter, 'startPush' | 'stopPush'>>
let mailbox: string
let calendar: string
let number = 0

beforeAll(async () => {
  graph = await startGraph()
  const settings = microsoftSettings(graph.url, graph.client)
  adapter = createMicrosoftAdapter({ outbound, clock: systemClock, settings: () => settings })
})
afterAll(async () => {
  await graph.close()
  await outbound.close()
})
beforeEach(() => {
  number += 1
  mailbox = `jana-${number}@${DIRECTORY}`
  graph.mendApi()
  calendar = graph.addCalendar({ mailbox, name: 'Beratung' })
})

const account = (scopes: readonly string[] = MICROSOFT_SCOPES) =>
  providerAccount({ kind: 'delegated', refreshToken: graph.grant(mailbox, scopes) })

async function read(cursor: string | null = null): Promise<EventChanges> {
  return doneValue(await adapter.readEvents(account(), calendar, readingOf(...WINDOW, cursor)))
}

async function book(): Promise<WrittenEvent> {
  return doneValue(await adapter.createEvent(account(), calendar, outgoing()))
}

describe('the contract', () => {
  testAdapterContract(() => ({
    ...{ adapter, account: account(), target: calendar, firstHour: at('2026-12-01T08:00:00Z') },
    addForeignEvent: ({ title: subject, startsAt, endsAt, days }) => {
      const moment = (instant: Temporal.Instant, day: string | undefined) => ({
        dateTime: day === undefined ? instant.toString().replace('Z', '') : `${day}T00:00:00`,
        timeZone: 'UTC',
      })
      graph.insertEvent(calendar, {
        ...{ subject, isAllDay: days !== undefined },
        ...{ start: moment(startsAt, days?.[0]), end: moment(endsAt, days?.[1]) },
      })
    },
    breakNext: how => {
      if (how === 'unauthorised') graph.failApi({ status: 401, times: 2, path: '/v1.0' })
      else graph.failApi({ status: 'cut', times: 1, method: 'POST', path: '/v1.0', when: 'after' })
    },
    expireCursor: () => graph.expireDeltaTokens(),
  }))
})

describe('calendars', () => {
  test('of a mailbox are listed, page by page, with what may be done in them', async () => {
    const shown = graph.addCalendar({ mailbox, name: 'Feiertage', canEdit: false })
    const targets = doneValue(await adapter.listTargets(account()))
    expect(targets).toEqual([
      { id: calendar, name: 'Beratung', kind: 'calendar', writable: true, zone: null, minutes: null },
      { id: shown, name: 'Feiertage', kind: 'calendar', writable: false, zone: null, minutes: null },
    ])
  })
})

describe('reading', () => {
  test('times in zones with Windows names are read as the instants they mean', async () => {
    graph.insertEvent(calendar, {
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-12-01T10:00:00', timeZone: 'W. Europe Standard Time' },
    })
    expect((await read()).events[0]?.occurrences[0]?.startsAt).toEqual(at('2026-12-01T08:00:00Z'))
  })

  test('a day without time has 25 hours when clocks go back', async () => {
    const moment = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'UTC' })
    graph.insertEvent(calendar, { isAllDay: true, start: moment('2026-10-25'), end: moment('2026-10-26') })
    const window = readingOf('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')
    const whole = doneValue(await adapter.readEvents(account(), calendar, window))
    expect(whole.events[0]?.occurrences).toEqual([
      { key: 'only', startsAt: at('2026-10-24T22:00:00Z'), endsAt: at('2026-10-25T23:00:00Z') },
    ])
  })

  test('occurrences of a series have its title and its kind of time', async () => {
    graph.insertEvent(calendar, { ...series(3), subject: 'Sport', showAs: 'oof' })
    const { events } = await read()
    expect(events.map(({ title, busy }) => [title, busy])).toEqual(Array(3).fill(['Sport', 'busy']))
    expect(events.map(({ occurrences: [one] }) => one?.startsAt.toString())).toEqual([
      '2026-12-01T12:00:00Z',
      '2026-12-02T12:00:00Z',
      '2026-12-03T12:00:00Z',
    ])
  })

  test('one occurrence that was moved or deleted is told alone', async () => {
    const { id } = graph.insertEvent(calendar, series(3))
    const whole = await read()
    graph.deleteEvent(calendar, `${id}.20261202`)
    graph.changeEvent(calendar, `${id}.20261203`, at16())
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
    graph.insertEvent(calendar, { ...foreign(), ...fields })
    expect((await read()).events.map(event => event.busy)).toEqual([busy])
  })

  test('what was moved out of the range is no longer there', async () => {
    const { id } = graph.insertEvent(calendar, foreign())
    const whole = await read()
    graph.changeEvent(calendar, id, {
      start: { dateTime: '2028-01-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2028-01-01T11:00:00', timeZone: 'UTC' },
    })
    expect(await read(whole.cursor)).toMatchObject({ extent: 'since', events: [], removed: [id] })
  })

  test('many pages are one reading', async () => {
    for (let index = 0; index < 450; index += 1) graph.insertEvent(calendar, foreign())
    expect((await read()).events).toHaveLength(450)
  })

  test.each(['no cursor of ours', cursorTo('https://elsewhere.example/v1.0/delta')])(
    'a cursor that leads elsewhere asks for a whole reading: %s',
    async cursor => {
      const answer = await adapter.readEvents(account(), calendar, readingOf(...WINDOW, cursor))
      expect(answer).toEqual({ kind: 'expired' })
    },
  )

  test('a window that goes on beyond the first reading asks for a whole one', async () => {
    const { cursor } = await read()
    const further = readingOf(WINDOW[0], '2027-03-02T00:00:00Z', cursor)
    expect(await adapter.readEvents(account(), calendar, further)).toEqual({ kind: 'expired' })
  })

  test('an occurrence that comes without its series is completed by asking for that', async () => {
    const { id: seriesMasterId } = graph.insertEvent(calendar, { ...series(1), subject: 'Sport' })
    const moment = (hour: number) => ({ dateTime: `2026-12-01T${hour}:00:00.0000000`, timeZone: 'UTC' })
    const alone = { id: 'AAkALgone', type: 'occurrence', seriesMasterId, start: moment(12), end: moment(13) }
    const path = `/v1.0/me/calendars/${calendar}/calendarView`
    graph.failApi({ times: 1, path, answer: { value: [alone] } })
    expect((await read()).events).toEqual([expect.objectContaining({ id: 'AAkALgone', title: 'Sport' })])
  })

  test('a time in another zone than was asked for makes the reading unreadable, and nobody free', async () => {
    const moment = { dateTime: '2026-12-01T12:00:00.0000000', timeZone: 'tzone://Microsoft/Custom' }
    const value = [{ id: 'AAkALgodd', type: 'singleInstance', start: moment, end: moment }]
    graph.failApi({ times: 1, path: '/v1.0', answer: { value } })
    expect((await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a calendar that is no longer there is gone, and not free', async () => {
    graph.removeCalendar(calendar)
    expect(await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).toEqual({ kind: 'gone' })
  })
})

describe('writing', () => {
  test('an appointment stands there without attendees and without a meeting online', async () => {
    await book()
    const [event] = graph.events(calendar)
    expect(event).toMatchObject({ subject: outgoing().title, showAs: 'busy' })
    expect([event?.attendees, event?.isOnlineMeeting]).toEqual([undefined, undefined])
  })

  test('a copy of an event of ours is not ours', async () => {
    const { id } = await book()
    const [event] = graph.events(calendar)
    const properties = event?.singleValueExtendedProperties ?? []
    graph.insertEvent(calendar, { ...foreign(), singleValueExtendedProperties: properties })
    const found = doneValue(await adapter.findEvents(account(), calendar, searched()))
    expect(found.map(one => one.id)).toEqual([id])
  })

  test('a 400 for what was created all the same is a success (failure 58)', async () => {
    graph.failApi({ status: 400, times: 1, method: 'POST', path: '/v1.0', when: 'after' })
    expect((await book()).state).toBe('confirmed')
  })

  test('a 400 for what was not created is a refusal', async () => {
    graph.failApi({ status: 400, times: 1, method: 'POST', path: '/v1.0' })
    expect((await adapter.createEvent(account(), calendar, outgoing())).kind).toBe('refused')
  })

  test('a transaction that was used up by a deleted event does not stand in the way', async () => {
    graph.failApi({
      ...{
        status: 409,
        reason: 'ErrorDuplicateTransactionId',
        times: 1,
        method: 'POST' as const,
        path: '/v1.0',
      },
    })
    await book()
    expect((await read()).events.map(({ reference }) => reference)).toEqual([outgoing().reference])
  })

  test('what somebody moved between our tries is not taken for done', async () => {
    const { id } = await book()
    graph.changeEvent(calendar, id, at16())
    expect(await adapter.createEvent(account(), calendar, outgoing())).toEqual({ kind: 'changed_meanwhile' })
  })

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const written = await book()
    graph.changeEvent(calendar, written.id, at16())
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    expect(await adapter.changeEvent(account(), calendar, moved, written)).toEqual({
      kind: 'changed_meanwhile',
    })
    expect(await adapter.removeEvent(account(), calendar, written, null)).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('a change whose answer got lost is done when it is tried again', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    graph.failApi({ status: 503, times: 1, method: 'PATCH', when: 'after' })
    expect((await adapter.changeEvent(account(), calendar, moved, written)).kind).toBe('unclear')
    expect((await adapter.changeEvent(account(), calendar, moved, written)).kind).toBe('done')
  })

  test('a wish to be confirmed is tentative there, and then is not', async () => {
    const wish = outgoing({ state: 'requested' })
    const written = doneValue(await adapter.createEvent(account(), calendar, wish))
    expect(written.state).toBe('requested')
    const confirmed = doneValue(await adapter.changeEvent(account(), calendar, outgoing(), written))
    expect(confirmed.state).toBe('confirmed')
  })

  test('a calendar that may only be read refuses, and nobody has to connect anew', async () => {
    calendar = graph.addCalendar({ mailbox, canEdit: false })
    expect((await adapter.createEvent(account(), calendar, outgoing())).kind).toBe('refused')
  })
})

describe('what Microsoft does not do', () => {
  test('429 says how long to wait', async () => {
    graph.failApi({ status: 429, retryAfterSeconds: 60, times: 9, path: '/v1.0' })
    expect(await adapter.listTargets(account())).toMatchObject({ kind: 'later', afterSeconds: 60 })
  })

  test('an outage while reading is asked again later, and never read as free', async () => {
    graph.failApi({ status: 503, times: 9, path: '/v1.0' })
    expect((await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a mailbox outside of Exchange Online is refused for good', async () => {
    graph.failApi({ status: 404, reason: 'MailboxNotEnabledForRESTAPI', times: 1, path: '/v1.0' })
    expect((await adapter.listTargets(account())).kind).toBe('refused')
  })
})

describe('access', () => {
  test('a token that ended early is replaced unnoticed', async () => {
    const same = account()
    doneValue(await adapter.listTargets(same))
    graph.expireAccessTokens()
    expect((await adapter.listTargets(same)).kind).toBe('done')
  })

  test('the refresh token that comes with every use is kept', async () => {
    const same = account()
    doneValue(await adapter.listTargets(same))
    expect(same.kept).toEqual([{ kind: 'delegated', refreshToken: expect.any(String) }])
    expect(same.kept).not.toEqual([same.secrets])
    expect((await adapter.listTargets(providerAccount(same.kept[0]))).kind).toBe('done')
  })

  test('consent that was taken back asks for a new one, with the number of Microsoft', async () => {
    const same = account()
    graph.revoke(mailbox)
    expect(await adapter.listTargets(same)).toMatchObject({
      kind: 'unauthorised',
      detail: expect.stringContaining('AADSTS50173'),
    })
  })

  test('an application acts in the mailboxes that an administrator has named, and in no other', async () => {
    graph.letApplicationAct(DIRECTORY, [mailbox])
    const acting = (whose: string) =>
      providerAccount({ kind: 'application', directory: DIRECTORY, mailbox: whose })
    expect(doneValue(await adapter.listTargets(acting(mailbox))).map(({ id }) => id)).toEqual([calendar])
    expect((await adapter.listTargets(acting(`chef@${DIRECTORY}`))).kind).toBe('refused')
  })

  test('an application that nobody consented to is refused access', async () => {
    const acting = providerAccount({ kind: 'application', directory: 'fremde.example', mailbox })
    expect((await adapter.listTargets(acting)).kind).toBe('unauthorised')
  })
})

describe('being told', () => {
  test('a subscription is made only after our address has answered, and then tells of changes', async () => {
    const { address, asked } = await receiver()
    const same = account()
    const wish = { id: `channel-${number}`, address, secret: 'a secret' }
    const channel = doneValue(await adapter.startPush(same, calendar, wish))
    expect(asked).toHaveLength(1)
    expect(channel.expiresAt.epochMilliseconds).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000)
    graph.insertEvent(calendar, foreign())
    await graph.notified()
    expect(doneValue(await adapter.stopPush(same, channel))).toBeNull()
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
    graph.insertEvent(calendar, foreign())
    await graph.notified()
    const told = graph.notifications().filter(one => one.address === address)
    expect(told.map(({ body }) => JSON.parse(body).value)).toEqual([
      [
        expect.objectContaining({
          subscriptionId: channel.resource,
          clientState: 'a secret',
          changeType: 'created',
        }),
      ],
    ])
  })

  test('an address that does not answer gets no subscription', async () => {
    const wish = { id: `channel-${number}`, address: `${graph.url}/nowhere`, secret: 'a secret' }
    expect((await adapter.startPush(account(), calendar, wish)).kind).toBe('refused')
  })
})

/** Answers the question of Graph as our route does. */
async function receiver(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken')
    if (token !== null) asked.push(token)
    response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hint`, asked }
}

function foreign() {
  const moment = (hour: number) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' })
  return { subject: 'Zahnarzt', start: moment(12), end: moment(13) }
}

function series(numberOfOccurrences: number) {
  const pattern = { type: 'daily' as const, interval: 1 }
  const range = { type: 'numbered' as const, startDate: '2026-12-01', numberOfOccurrences }
  return { ...foreign(), recurrence: { pattern, range } }
}

function at16() {
  const moment = (hour: number) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' })
  return { start: moment(16), end: moment(17) }
}

function searched() {
  const { reference, startsAt, endsAt } = outgoing()
  return { reference, near: { start: startsAt, end: endsAt } }
}

function cursorTo(link: string): string {
  const cursor = { link, zone: 'Europe/Berlin', until: Date.parse('2030-01-01T00:00:00Z') }
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}
