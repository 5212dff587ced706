import type { Clock } from '../../../platform/time/clock.ts'
import type { Answer, CalendarAccount } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import type { EventTypes } from './event-types.ts'
import { missingAnswers } from './missing-answers.ts'
import { calcomLinkSettings } from './settings.ts'
import { parseTarget } from './targets.ts'
import { toAnswer } from './to-answer.ts'
import { type EventType, slotsAnswer } from './wire.ts'

/**
 * Whether an event type can be booked, before it is linked: Cal.com is asked for its free times, exactly as it would be
 * booked (failures 50, 51), every required field has an answer, and every host it may choose is somebody of ours (failure
 * 63). `refused` says what is missing.
 */
export function createTryTarget(parts: { client: CalcomClient; eventTypes: EventTypes; clock: Clock }) {
  const { client, eventTypes, clock } = parts
  return async (account: CalendarAccount, target: string, settings: unknown): Promise<Answer<null>> => {
    const parsed = parseTarget(target)
    if (parsed?.kind !== 'event_type') return { kind: 'done', value: null }
    const type = await eventTypes.find(account, parsed.id)
    if (type.kind !== 'done') return type
    if (type.value === null) return { kind: 'refused', detail: `Event type ${parsed.id} is not there.` }
    const given = calcomLinkSettings.safeParse(settings)
    if (!given.success) return { kind: 'refused', detail: 'The settings of the link are none of Cal.com’s.' }
    const missing = missingAnswers(type.value, { answers: given.data.booking_fields, phone: true })
    if (missing.length > 0)
      return { kind: 'refused', detail: `Required fields without an answer: ${missing.join(', ')}` }
    const strangers = hostsWithoutPerson(type.value, given.data.hosts)
    if (strangers.length > 0)
      return { kind: 'refused', detail: `Hosts that are nobody of ours: ${strangers.join(', ')}` }
    const start = clock.now()
    const free = toAnswer(
      await client.ask(account, {
        operation: 'list slots',
        query: {
          ...{ eventTypeId: parsed.id, format: 'range', timeZone: account.zone },
          ...{ start: start.toString(), end: start.add({ hours: 24 }).toString() },
        },
        answer: slotsAnswer,
      }),
    )
    return free.kind === 'done' ? { kind: 'done', value: null } : free
  }
}

function hostsWithoutPerson(type: EventType, known: Readonly<Record<string, string>>): string[] {
  return hostsToKnow(type)
    .filter(({ userId }) => known[String(userId)] === undefined)
    .map(({ userId, name }) => (name == null ? String(userId) : `${name} (${userId})`))
}

/** Cal.com chooses among the hosts of a shared event type: an appointment with a stranger would be nobody's here. */
export function hostsToKnow({ schedulingType, hosts }: EventType): NonNullable<EventType['hosts']> {
  const shared = schedulingType === 'roundRobin' || schedulingType === 'collective'
  return shared ? (hosts ?? []) : []
}
