import { z } from 'zod'
import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAccount, CalendarAdapter } from '../port.ts'
import { answering } from './dav-answers.ts'
import { CALDAV, createDavFetch, type DavLogin, NoLogin } from './dav-fetch.ts'
import { findCalendars } from './find-calendars.ts'
import { type DavReading, readObject, readSince, readWhole } from './read-calendar.ts'
import { addressOf, changeObject, putNewObject, removeObject } from './write-object.ts'

/** What a connection to a CalDAV server stores. */
const caldavSecrets = z.strictObject({
  url: z.string().min(1).max(2000),
  username: z.string().min(1).max(320),
  password: z.string().min(1).max(1000),
})

const MOST_BYTES = 20 * 1024 * 1024

/**
 * CalDAV (RFC 4791, RFC 6578). An appointment is an entry of its own whose address follows from our reference, and it
 * is created only where none is (`If-None-Match`), changed and removed only as we last saw it (`If-Match`): whoever
 * was faster is never written over.
 */
export function createCaldavAdapter({
  outbound,
  clock,
}: {
  outbound: Outbound
  clock: Clock
}): CalendarAdapter {
  outbound.setPolicy(CALDAV, { attemptMs: 20_000, totalMs: 45_000, mostBytes: MOST_BYTES })

  const open = (account: CalendarAccount, calendar: string): DavReading => {
    const login = loginOf(account)
    const davFetch = createDavFetch(outbound, account, login)
    return { davFetch, calendar, zone: account.zone, self: login.username }
  }

  return {
    provider: CALDAV,
    writes: true,
    push: 'none',
    listTargets: account =>
      answering('reads', () => {
        const login = loginOf(account)
        return findCalendars(login, createDavFetch(outbound, account, login))
      }),
    readEvents: (account, target, { cursor, window }) =>
      answering('reads', () => {
        const reading = open(account, target)
        return cursor === null ? readWhole(reading, window) : readSince(reading, { cursor, window })
      }),
    findEvents: (account, target, { reference, near }) =>
      answering('reads', async () => {
        const found = await readObject(open(account, target), addressOf(target, reference), near)
        if (found !== null && 'kind' in found) return found
        return { kind: 'done', value: found === null ? [] : [found] }
      }),
    createEvent: (account, target, event) =>
      answering('writes', () => putNewObject(open(account, target), event, clock.now())),
    changeEvent: (account, target, event, before) =>
      answering('writes', () => changeObject(open(account, target), event, before, clock.now())),
    removeEvent: (account, target, before) =>
      answering('writes', () => removeObject(open(account, target), before)),
  }
}

/** @throws NoLogin */
function loginOf({ secrets }: CalendarAccount): DavLogin {
  const login = caldavSecrets.safeParse(secrets)
  if (!login.success) throw new NoLogin()
  return login.data
}
