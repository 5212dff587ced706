import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAdapter } from '../port.ts'
import { createGraphClient } from './graph-client.ts'
import { listCalendars } from './list-calendars.ts'
import { readEvents } from './read-events.ts'
import type { ReadMicrosoftSettings } from './settings.ts'
import { subscribe, unsubscribe } from './subscribe.ts'
import { changeEvent, createEvent, findEvents, removeEvent } from './write-events.ts'

/** Microsoft 365, and personal accounts at outlook.com, as one of our providers. */
export function createMicrosoftAdapter(parts: {
  outbound: Outbound
  clock: Clock
  settings: ReadMicrosoftSettings
}): CalendarAdapter & Required<Pick<CalendarAdapter, 'startPush' | 'stopPush'>> {
  const client = createGraphClient(parts)
  const reading = { client, apiUrl: () => parts.settings()?.apiUrl ?? null }
  const watching = { client, clock: parts.clock }
  return {
    provider: 'microsoft',
    writes: true,
    push: 'channel',
    listTargets: account => listCalendars(client, account),
    readEvents: (account, target, wanted) => readEvents(reading, account, target, wanted),
    findEvents: (account, target, { reference }) => findEvents(client, { account, target }, reference),
    createEvent: (account, target, event) => createEvent(client, { account, target }, event),
    changeEvent: (account, target, event, written) =>
      changeEvent(client, { account, target, written }, event),
    removeEvent: (account, target, written) => removeEvent(client, { account, target, written }),
    startPush: (account, target, channel) => subscribe(watching, account, target, channel),
    stopPush: (account, channel) => unsubscribe(client, account, channel),
  }
}
