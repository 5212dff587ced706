import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAdapter } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import type { EventTypes } from './event-types.ts'
import { createListTargets } from './list-targets.ts'
import { createReadBookings } from './read-bookings.ts'
import type { CalcomSettings } from './settings.ts'
import { toExternalEvent } from './to-external-event.ts'
import { createTryTarget } from './try-target.ts'
import { createWriteBookings } from './write-bookings.ts'

type Parts = {
  readonly client: CalcomClient
  readonly eventTypes: EventTypes
  readonly clock: Clock
  readonly settings: CalcomSettings
}

/** Cal.com behind the port of calendars. */
export function createCalcomAdapter({ client, eventTypes, clock, settings }: Parts): CalendarAdapter {
  const readBookings = createReadBookings({ client, clock, settings })
  const { createEvent, changeEvent, removeEvent } = createWriteBookings({
    ...{ client, eventTypes, readBookings, settings },
  })
  return {
    provider: 'calcom',
    writes: true,
    push: 'webhook',
    tryTarget: createTryTarget({ client, eventTypes, clock }),
    listTargets: createListTargets({ client, eventTypes }),
    readEvents: readBookings.readEvents,
    findEvents: async (account, target, search) => {
      const found = await readBookings.findBookings(account, target, search)
      return found.kind === 'done' ? { kind: 'done', value: found.value.map(toExternalEvent) } : found
    },
    createEvent: (account, target, event) => createEvent({ account, target, event }),
    changeEvent: (account, target, event, written) => changeEvent({ account, target, event }, written),
    removeEvent: (account, _target, written, reason) => removeEvent(account, written, reason),
  }
}
