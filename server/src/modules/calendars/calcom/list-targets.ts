import type { Answer, CalendarAccount, ExternalTarget } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import type { EventTypes } from './event-types.ts'
import { fieldsToAnswer } from './missing-answers.ts'
import { targetId } from './targets.ts'
import { toAnswer } from './to-answer.ts'
import { hostsToKnow } from './try-target.ts'
import { account as accountAnswer, calendarsAnswer } from './wire.ts'

/** Event types are written to; all bookings of the account, and calendars connected there, are read. */
export function createListTargets({ client, eventTypes }: { client: CalcomClient; eventTypes: EventTypes }) {
  return async (account: CalendarAccount): Promise<Answer<readonly ExternalTarget[]>> => {
    const self = toAnswer(await client.ask(account, { operation: 'read account', answer: accountAnswer }))
    if (self.kind !== 'done') return self
    const types = await eventTypes.load(account)
    if (types.kind !== 'done') return types
    const calendars = toAnswer(
      await client.ask(account, { operation: 'list calendars', answer: calendarsAnswer }),
    )
    if (calendars.kind !== 'done') return calendars
    const { timeZone: zone, name, email } = self.value.data
    const readOnly = { kind: 'calendar', writable: false, minutes: null } as const
    return {
      kind: 'done',
      value: [
        ...types.value.map(type => ({
          id: targetId({ kind: 'event_type', id: type.id }),
          name: type.title,
          kind: 'event_type' as const,
          // A managed type is a template that nobody can book (failure 50).
          writable: type.schedulingType !== 'managed',
          zone,
          minutes: type.lengthInMinutes,
          hosts: hostsToKnow(type).map(({ userId, name: called }) => ({
            ...{ id: String(userId), name: called ?? null },
          })),
          questions: fieldsToAnswer(type, { phone: true }).map(({ slug, label }) => ({
            ...{ id: slug, label: label ?? null },
          })),
        })),
        { ...readOnly, id: targetId({ kind: 'account' }), name: name ?? email, zone },
        ...calendars.value.data.connectedCalendars.flatMap(({ credentialId, calendars: connected }) =>
          connected.map(calendar => ({
            ...readOnly,
            id: targetId({ kind: 'calendar', credential: credentialId, calendar: calendar.externalId }),
            name: calendar.name ?? calendar.externalId,
            zone: null,
          })),
        ),
      ],
    }
  }
}
