import type { Answer, CalendarAccount } from '../../port.ts'
import type { CalcomClient } from '../calcom-client.ts'
import type { EventTypes } from '../event-types.ts'
import { missingAnswers } from '../missing-answers.ts'
import { targetId } from '../targets.ts'
import { toAnswer } from '../to-answer.ts'
import { type EventType, membersAnswer, schedulesAnswer, teamsAnswer } from '../wire.ts'
import type { ImportProblem, TheirService } from './compare-import.ts'
import type { SingleDay, TheirPerson, Window } from './compare-people.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What an account at Cal.com offers, with whom, and when. */
export type Offer = {
  readonly services: readonly TheirService[]
  readonly people: readonly TheirPerson[]
  readonly weeks: readonly {
    readonly schedule: string
    readonly name: string
    readonly zone: string
    readonly host: string
    readonly windows: readonly Window[]
    /** What counts on one date instead; no windows: nobody works then. */
    readonly days: readonly SingleDay[]
  }[]
  /** Whose own an event type is, by its target. */
  readonly owners: ReadonlyMap<string, string>
}

export function createReadOffer({ client, eventTypes }: { client: CalcomClient; eventTypes: EventTypes }) {
  return async (account: CalendarAccount): Promise<Answer<Offer>> => {
    const types = await eventTypes.load(account)
    if (types.kind !== 'done') return types
    const people = await readPeople(client, account, types.value)
    if (people.kind !== 'done') return people
    const schedules = toAnswer(
      await client.ask(account, { operation: 'list schedules', answer: schedulesAnswer }),
    )
    if (schedules.kind !== 'done') return schedules
    return {
      kind: 'done',
      value: {
        services: types.value.map(toService),
        owners: new Map(
          types.value.flatMap(({ id, ownerId }) =>
            ownerId == null ? [] : [[targetId({ kind: 'event_type', id }), String(ownerId)] as const],
          ),
        ),
        people: people.value,
        weeks: schedules.value.data.map(({ id, name, timeZone, ownerId, availability, overrides }) => ({
          ...{ schedule: String(id), name, zone: timeZone, host: String(ownerId) },
          windows: availability.flatMap(toWindows),
          days: toDays(overrides ?? []),
        })),
      },
    }
  }
}

/** The last minute of a day is its end there; a window that ends before it begins counts for nothing there. */
function toWindows({
  days,
  startTime: from,
  endTime,
}: {
  days: string[]
  startTime: string
  endTime: string
}): Window[] {
  const to = endOf(endTime)
  if (to <= from) return []
  return days.map(day => ({ weekday: WEEKDAYS.indexOf(day) + 1, from, to }))
}

/** A day off is one that begins and ends at midnight there. */
function toDays(overrides: readonly { date: string; startTime: string; endTime: string }[]): SingleDay[] {
  const byDate = Map.groupBy(overrides, ({ date }) => date.slice(0, '2026-12-24'.length))
  return [...byDate]
    .map(([date, parts]) => ({ date, windows: parts.flatMap(toDayWindows).toSorted(byBeginning) }))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

function toDayWindows({ startTime: from, endTime }: { startTime: string; endTime: string }) {
  const isOff = from === '00:00' && endTime === '00:00'
  const to = endOf(endTime)
  return isOff || to <= from ? [] : [{ from, to }]
}

function byBeginning(one: { from: string }, other: { from: string }): number {
  return one.from < other.from ? -1 : 1
}

function endOf(time: string): string {
  return time === '23:59' || time === '00:00' ? '24:00' : time
}

/** Members of teams, and whoever is named as host of an event type. */
async function readPeople(
  client: CalcomClient,
  account: CalendarAccount,
  types: readonly EventType[],
): Promise<Answer<TheirPerson[]>> {
  const named = new Map(types.flatMap(namedIn))
  const teams = toAnswer(await client.ask(account, { operation: 'list teams', answer: teamsAnswer }))
  if (teams.kind !== 'done') return teams
  for (const { id } of teams.value.data) {
    const request = { operation: 'list team members', id: String(id), answer: membersAnswer } as const
    const members = toAnswer(await client.ask(account, request))
    if (members.kind !== 'done') return members
    for (const { userId, user } of members.value.data) named.set(String(userId), user.name ?? user.email)
  }
  return { kind: 'done', value: [...named].map(([host, name]) => ({ host, name })) }
}

/** Hosts of a team's event type, or whose own it is. */
function namedIn({ hosts, users, ownerId }: EventType): [string, string][] {
  const named = [...(hosts ?? []).map(({ userId: id, name }) => ({ id, name })), ...(users ?? [])]
  const owner = named.length === 0 && ownerId != null ? [{ id: ownerId, name: null }] : []
  return [...named, ...owner].map(({ id, name }) => [String(id), name ?? `Host ${id}`])
}

function toService(type: EventType): TheirService {
  return {
    target: targetId({ kind: 'event_type', id: type.id }),
    hosts: [...new Set(namedIn(type).map(([host]) => host))],
    values: {
      name: type.title,
      minutes: type.lengthInMinutes,
      buffer_before_minutes: type.beforeEventBuffer ?? 0,
      buffer_after_minutes: type.afterEventBuffer ?? 0,
      // What is not known here is refused there, at the end of a conversation (failure 65).
      minimum_notice_minutes: type.minimumBookingNotice ?? 0,
      horizon_days: horizonOf(type),
      needs_confirmation: type.confirmationPolicy?.type !== undefined,
    },
    problems: problemsOf(type),
  }
}

/** Only what is counted in days of the calendar can be said here. */
function horizonOf({ bookingWindow }: EventType): number | null {
  const [window] = bookingWindow ?? []
  return window?.type === 'calendarDays' && typeof window.value === 'number' ? window.value : null
}

function problemsOf(type: EventType): ImportProblem[] {
  const isManaged = type.schedulingType === 'managed'
  const hasNobody = type.teamId != null && !isManaged && (type.hosts ?? []).length === 0
  return [
    ...(isManaged ? [{ kind: 'managed_parent' as const }] : []),
    ...(hasNobody ? [{ kind: 'no_hosts' as const }] : []),
    ...missingAnswers(type, { answers: {}, phone: true }).map(field => ({
      kind: 'required_field' as const,
      field,
    })),
  ]
}
