import { localDateOf, startOfLocalDay } from '../../../../platform/time/zoned.ts'
import type { Answer, CalendarAccount } from '../../port.ts'
import type { CalcomClient } from '../calcom-client.ts'
import type { EventTypes } from '../event-types.ts'
import { toAnswer } from '../to-answer.ts'
import { type EventType, slotsAnswer } from '../wire.ts'
import type { FreeRange } from './compare-free-times.ts'

export type TheirTimes = {
  readonly ranges: readonly FreeRange[]
  /** The first and the last start that they would take (epoch milliseconds). */
  readonly there: { readonly earliest: number; readonly latest: number }
}
export type ReadTheirTimes = ReturnType<typeof createReadTheirTimes>

type Wanted = {
  readonly type: EventType
  readonly minutes: number
  readonly window: { readonly start: Temporal.Instant; readonly end: Temporal.Instant }
}

/** Whether an event type can have this length; some have several. */
export function hasLength({ lengthInMinutes, lengthInMinutesOptions }: EventType, minutes: number): boolean {
  return lengthInMinutes === minutes || (lengthInMinutesOptions ?? []).includes(minutes)
}

/** An event type, and the times that Cal.com itself offers of it. */
export function createReadTheirTimes({
  client,
  eventTypes,
}: {
  client: CalcomClient
  eventTypes: EventTypes
}) {
  return {
    findType: eventTypes.find,
    readTimes: async (
      account: CalendarAccount,
      { type, minutes, window }: Wanted,
    ): Promise<Answer<TheirTimes>> => {
      const answer = toAnswer(
        await client.ask(account, {
          operation: 'list slots',
          query: {
            ...{ eventTypeId: type.id, format: 'range', timeZone: account.zone },
            // An end at midnight sharp would mean the end of that day.
            ...{ start: window.start.toString(), end: window.end.subtract({ milliseconds: 1 }).toString() },
            ...((type.lengthInMinutesOptions ?? []).length > 0 ? { duration: minutes } : {}),
          },
          answer: slotsAnswer,
        }),
      )
      if (answer.kind !== 'done') return answer
      const ranges = Object.values(answer.value.data)
        .flat()
        .map(({ start, end }) => ({ startsAt: start, endsAt: end ?? start.add({ minutes }) }))
        // Days that nobody asked for come too (Cal.com issue 24260).
        .filter(range => isWithin(range, window))
      return { kind: 'done', value: { ranges, there: boundsOf(type, window.start, account.zone) } }
    },
  }
}

function isWithin({ startsAt, endsAt }: FreeRange, { start, end }: Wanted['window']): boolean {
  return Temporal.Instant.compare(startsAt, start) >= 0 && Temporal.Instant.compare(endsAt, end) <= 0
}

function boundsOf(type: EventType, now: Temporal.Instant, zone: string): TheirTimes['there'] {
  const [window] = type.bookingWindow ?? []
  const days = window?.type === 'calendarDays' && typeof window.value === 'number' ? window.value : null
  const lastDay = localDateOf(now.epochMilliseconds, zone).add({ days: (days ?? 0) + 1 })
  return {
    earliest: now.epochMilliseconds + (type.minimumBookingNotice ?? 0) * 60_000,
    latest: days === null ? Number.POSITIVE_INFINITY : startOfLocalDay(lastDay, zone) - 1,
  }
}
