import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Radicale, startRadicale } from '../../../../test/support/radicale.ts'
import { newId } from '../../../platform/ids/ids.ts'
import { createOutbound, type Outbound } from '../../../platform/resilience/outbound.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import type { CalendarAccount } from '../port.ts'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import { createCaldavAdapter } from './caldav-adapter.ts'

const program = process.env.RADICALE_PATH
const FIRST_HOUR = Temporal.Instant.from('2026-11-26T09:00:00+01:00')
const WINDOW = { start: FIRST_HOUR.subtract({ hours: 48 }), end: FIRST_HOUR.add({ hours: 24 * 30 }) }

// Where it cannot be installed (scripts/debian-programs.ts), the tests say so.
describe.skipIf(program === undefined)('CalDAV, before a real server', () => {
  let radicale: Radicale
  let outbound: Outbound
  let users = 0
  beforeAll(async () => {
    radicale = await startRadicale(program ?? '')
    outbound = createOutbound({ allowedOrigins: [new URL(radicale.url).origin] })
  })
  afterAll(async () => {
    await outbound?.close()
    await radicale?.close()
  })

  const start = async (login: { url?: string; password?: string } = {}) => {
    users += 1
    const username = `user${users}`
    const target = await radicale.addCalendar(username)
    const account: CalendarAccount = {
      tenantId: newId<'tenant'>(),
      connectionId: newId<'calendar-connection'>(),
      secrets: { url: radicale.url, password: radicale.password, ...login, username },
      keepSecrets: async () => {},
      zone: 'Europe/Berlin',
      urgency: 'background',
    }
    return { username, target, account, adapter: createCaldavAdapter({ outbound, clock: systemClock }) }
  }
  let entries = 0
  const addEntry = async (calendar: string, lines: readonly string[]): Promise<void> => {
    entries += 1
    const stamp = 'DTSTAMP:20261101T000000Z'
    await radicale.put(calendar, `foreign-${entries}`, [
      'BEGIN:VEVENT',
      `UID:foreign-${entries}`,
      stamp,
      ...lines,
      'END:VEVENT',
    ])
  }

  testAdapterContract(async () => {
    const { username, target, account, adapter } = await start()
    const compact = (text: string): string => text.replaceAll(/[-:]/g, '')
    return {
      ...{ adapter, account, target, firstHour: FIRST_HOUR },
      addForeignEvent: ({ title, startsAt, endsAt, days }) =>
        addEntry(target, [
          `SUMMARY:${title}`,
          days ? `DTSTART;VALUE=DATE:${compact(days[0])}` : `DTSTART:${compact(startsAt.toString())}`,
          days ? `DTEND;VALUE=DATE:${compact(days[1])}` : `DTEND:${compact(endsAt.toString())}`,
        ]),
      breakNext: how => radicale.breakNext(how === 'unauthorised' ? how : 'lost_after_put'),
      // Of a calendar that has not changed it knows the token all the same.
      expireCursor: async () => {
        await addEntry(target, [`DTSTART:${compact(FIRST_HOUR.toString())}`, 'DURATION:PT1H'])
        await radicale.forgetTokens(username)
      },
    }
  })

  const read = async ({ adapter, account, target }: Awaited<ReturnType<typeof start>>) =>
    await adapter.readEvents(account, target, { cursor: null, window: WINDOW })

  test('a series is read with the one that was moved and the one that was taken out', async () => {
    const own = await start()
    const zone = 'TZID=Europe/Berlin'
    entries += 1
    await radicale.put(own.target, 'series', [
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'BEGIN:STANDARD', 'DTSTART:20251026T030000'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
      ...['BEGIN:VEVENT', 'UID:series', 'DTSTAMP:20261101T000000Z', `DTSTART;${zone}:20261126T090000`],
      ...['DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4', `EXDATE;${zone}:20261127T090000`, 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'UID:series', 'DTSTAMP:20261101T000000Z', `RECURRENCE-ID;${zone}:20261128T090000`],
      ...[`DTSTART;${zone}:20261128T140000`, 'DURATION:PT30M', 'END:VEVENT'],
    ])
    const answer = await read(own)
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
    const starts = answer.value.events.flatMap(event =>
      event.occurrences.map(({ startsAt }) => startsAt.toString()),
    )
    expect(starts.toSorted()).toEqual([
      '2026-11-26T08:00:00Z',
      '2026-11-28T13:00:00Z',
      '2026-11-29T08:00:00Z',
    ])
  })

  test('an entry that nobody can read makes the whole calendar unknown, and is named', async () => {
    const own = await start()
    await addEntry(own.target, [
      'SUMMARY:Rätsel',
      'DTSTART;TZID=Mars/Olympus:20261126T090000',
      'DURATION:PT1H',
    ])
    expect(await read(own)).toEqual({ kind: 'refused', detail: '"Rätsel" is unreadable: DTSTART' })
  })

  test('an appointment that somebody moved there is not written over', async () => {
    const { adapter, account, target } = await start()
    const event = {
      ...{ reference: 'abc', title: 'Haarschnitt', description: '', location: null, zone: 'Europe/Berlin' },
      ...{ startsAt: FIRST_HOUR, endsAt: FIRST_HOUR.add({ hours: 1 }), state: 'confirmed' as const },
      ...{
        attendee: { name: 'Petra Lindner', email: null, phone: null, locale: 'de' as const },
        settings: {},
      },
    }
    const written = await adapter.createEvent(account, target, event)
    if (written.kind !== 'done') throw new Error(JSON.stringify(written))
    await radicale.put(target, encodeURIComponent('abc@askpro'), [
      ...['BEGIN:VEVENT', 'UID:abc@askpro', 'DTSTAMP:20261101T000000Z', 'X-ASKPRO-REFERENCE:abc'],
      ...['DTSTART:20261126T120000Z', 'DURATION:PT1H', 'END:VEVENT'],
    ])
    const later = { ...event, endsAt: FIRST_HOUR.add({ hours: 2 }) }
    expect(await adapter.changeEvent(account, target, later, written.value)).toEqual({
      kind: 'changed_meanwhile',
    })
    expect(await adapter.removeEvent(account, target, written.value, null)).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('a calendar is found from its own address too', async () => {
    const { adapter, account, target } = await start()
    const secrets = { ...(account.secrets as object), url: target }
    const answer = await adapter.listTargets({ ...account, secrets })
    expect(answer).toMatchObject({ kind: 'done', value: [{ id: target, writable: true }] })
  })

  test('a wrong password is said to be one', async () => {
    const { adapter, account } = await start({ password: 'wrong' })
    expect((await adapter.listTargets(account)).kind).toBe('unauthorised')
  })

  test('the account is shown to no other server, wherever a calendar is said to be', async () => {
    const { adapter, account } = await start()
    const answer = await adapter.readEvents(account, 'https://calendar.example/termine/', {
      cursor: null,
      window: WINDOW,
    })
    expect(answer).toEqual({ kind: 'refused', detail: 'calendar.example is not the server of the account.' })
  })
})
