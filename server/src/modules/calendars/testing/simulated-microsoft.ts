import { afterAll, beforeEach } from 'vitest'
import { startGraph } from '../../../../../sandbox/graph/start-graph.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import { createMicrosoftAdapter } from '../microsoft/microsoft-adapter.ts'
import { MICROSOFT_SCOPES, microsoftSettings } from '../microsoft/settings.ts'
import type { EventChanges, WrittenEvent } from '../port.ts'
import { doneValue, outboundFor, outgoing, providerAccount, readingOf } from './provider-account.ts'

export const DIRECTORY = 'kanzlei-albers.example'
/** What is read unless a test says otherwise. */
export const WINDOW = ['2026-11-30T00:00:00Z', '2027-03-01T00:00:00Z'] as const

/** Starts the simulator of Graph for the tests of one file, and ends it after them; with an adapter that asks it. */
export async function simulatedMicrosoft() {
  const graph = await startGraph()
  const outbound = outboundFor()
  const settings = microsoftSettings(graph.url, graph.client)
  afterAll(async () => {
    await graph.close()
    await outbound.close()
  })
  const adapter = createMicrosoftAdapter({ outbound, clock: systemClock, settings: () => settings })
  return { graph, outbound, settings, adapter }
}

/** As above; each test has a mailbox of its own with one calendar, which is empty. */
export async function calendarAtMicrosoft() {
  const { graph, adapter } = await simulatedMicrosoft()
  let number = 0
  let calendar = ''
  const mailbox = (): string => `jana-${number}@${DIRECTORY}`
  beforeEach(() => {
    number += 1
    graph.mendApi()
    calendar = graph.addCalendar({ mailbox: mailbox(), name: 'Beratung' })
  })
  const account = (scopes: readonly string[] = MICROSOFT_SCOPES) =>
    providerAccount({ kind: 'delegated', refreshToken: graph.grant(mailbox(), scopes) })
  return {
    ...{ graph, adapter, mailbox, account },
    calendar: (): string => calendar,
    /** Counts the tests, for names that no other test has. */
    number: (): number => number,
    async read(cursor: string | null = null): Promise<EventChanges> {
      return doneValue(await adapter.readEvents(account(), calendar, readingOf(...WINDOW, cursor)))
    },
    async book(): Promise<WrittenEvent> {
      return doneValue(await adapter.createEvent(account(), calendar, outgoing()))
    },
  }
}

/** An event of somebody else's, as Graph has it: an hour at noon. */
export function foreignGraphEvent() {
  return { subject: 'Zahnarzt', ...graphHour(12) }
}

/** An hour of the same day. */
export function graphHour(hour: number) {
  const moment = (hourOfDay: number) => ({ dateTime: `2026-12-01T${hourOfDay}:00:00`, timeZone: 'UTC' })
  return { start: moment(hour), end: moment(hour + 1) }
}
