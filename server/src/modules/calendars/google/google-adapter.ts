import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAdapter, ExternalEvent } from '../port.ts'
import { createGoogleClient } from './google-client.ts'
import { listCalendars } from './list-calendars.ts'
import { readEvents } from './read-events.ts'
import { revokeConsent } from './revoke-consent.ts'
import type { ReadGoogleSettings } from './settings.ts'
import { toExternalEvent } from './to-external-event.ts'
import { startWatch, stopWatch } from './watch-events.ts'
import { changeEvent, createEvent, findEvent, removeEvent } from './write-events.ts'

/** Google Calendar as one of our providers. */
export function createGoogleAdapter(parts: {
  outbound: Outbound
  clock: Clock
  settings: ReadGoogleSettings
}): CalendarAdapter & Required<Pick<CalendarAdapter, 'startPush' | 'stopPush' | 'endAccess'>> {
  const client = createGoogleClient(parts)
  const watching = { client, clock: parts.clock }
  return {
    provider: 'google',
    writes: true,
    push: 'channel',
    listTargets: account => listCalendars(client, account),
    readEvents: (account, target, reading) => readEvents(client, account, target, reading),
    findEvents: async (account, target, { reference }) => {
      // Its id is our reference, and asking for an id never lags behind as searching may.
      const found = await findEvent(client, { account, target, id: reference })
      if (found.kind !== 'done') return found
      const event = found.value && found.value.status !== 'cancelled' ? found.value : null
      const external = event && toExternalEvent(event, account.zone)
      return {
        kind: 'done',
        value: [external].filter((one): one is ExternalEvent => one?.reference === reference),
      }
    },
    createEvent: (account, target, event) => createEvent(client, account, target, event),
    changeEvent: (account, target, event, written) =>
      changeEvent(client, { account, target, written }, event),
    removeEvent: (account, target, written) => removeEvent(client, { account, target, written }),
    startPush: (account, target, channel) => startWatch(watching, account, target, channel),
    stopPush: (account, channel) => stopWatch(client, account, channel),
    endAccess: account => revokeConsent(parts, account),
  }
}
