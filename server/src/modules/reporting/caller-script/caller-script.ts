import { z } from 'zod'
import { localDateOf, startOfLocalDay, toOffsetString } from '../../../platform/time/zoned.ts'
import type { CallView, TimelineView } from '../../calls/index.ts'
import type { AppointmentThen, CallerThen, ClosureThen } from './calendar-at.ts'

const moment = z.string()

/** The format that `askpro call simulate` reads, as far as a recorded call fills it. */
export const callerScriptShape = z.object({
  id: z.string(),
  language: z.enum(['de', 'en']),
  now: moment,
  world: z.string(),
  given: z.object({
    customers: z.array(
      z.object({ key: z.string(), name: z.string(), phone: z.string(), email: z.string().nullable() }),
    ),
    appointments: z.array(
      z.object({
        customer: z.string(),
        service: z.string(),
        staff: z.string().nullable(),
        starts_at: moment,
        attendee_name: z.string(),
      }),
    ),
    closures: z.array(z.object({ date: z.string(), staff: z.string().nullable() })),
    busy: z.array(z.object({ staff: z.string(), from: moment, to: moment })),
  }),
  call: z.object({ from: z.string().nullable() }),
  caller: z.object({
    says_first: z.string(),
    quirks: z.array(
      z.object({
        on: z.literal('any'),
        nth: z.number().int(),
        do: z.enum(['say', 'silence', 'hang_up']),
        text: z.string().optional(),
      }),
    ),
  }),
  expect: z.object({
    outcome: z.string().optional(),
    appointments: z.array(
      z.object({ attendee_name: z.string(), service: z.string(), starts_at: moment, state: z.string() }),
    ),
    callback_requests: z.number().int(),
    waitlist: z.number().int(),
    turns_at_most: z.number().int(),
  }),
})
export type CallerScript = z.infer<typeof callerScriptShape>

export type RecordedFacts = {
  readonly call: CallView
  readonly timeline: readonly TimelineView[]
  readonly world: string
  readonly zone: string
  readonly staff: readonly string[]
  readonly callers: readonly CallerThen[]
  /** As they were when the call began, and when it was over. */
  readonly before: readonly AppointmentThen[]
  readonly after: readonly AppointmentThen[]
  readonly closures: readonly ClosureThen[]
}

/** The call again: the same words at the same turns, on the calendar of then. Null: its words were not kept. Pure. */
export function callerScript(facts: RecordedFacts): CallerScript | null {
  const { call, zone, callers } = facts
  const turns = turnsOf(facts.timeline)
  if (turns === null) return null
  const text = (at: Temporal.Instant): string => toOffsetString(at, zone)
  const keys = new Map(callers.map(({ id }, index) => [id, `k${index + 1}`]))
  const upcoming = facts.before.filter(
    ({ startsAt }) => Temporal.Instant.compare(startsAt, call.startedAt) > 0,
  )
  return {
    id: `call-${call.id}`,
    language: call.language,
    now: text(call.startedAt),
    world: facts.world,
    given: {
      customers: callers.map(({ id, name, email }) => ({
        ...{ key: keys.get(id) ?? '', name, email },
        phone: call.from ?? '',
      })),
      appointments: upcoming.flatMap(one => {
        const customer = keys.get(one.customerId)
        if (customer === undefined) return []
        const { service, startsAt, attendeeName } = one
        const staff = one.places[0]?.person ?? null
        return [{ customer, service, staff, starts_at: text(startsAt), attendee_name: attendeeName }]
      }),
      ...absences(
        facts,
        upcoming.filter(one => !keys.has(one.customerId)),
      ),
    },
    call: { from: call.from },
    caller: { says_first: turns.said[0]?.text ?? '', quirks: quirksOf(turns, call) },
    expect: {
      ...(call.outcome === null ? {} : { outcome: call.outcome }),
      appointments: changedIn(facts).map(({ attendeeName, service, startsAt, state }) => ({
        ...{ attendee_name: attendeeName, service, starts_at: text(startsAt), state },
      })),
      callback_requests: countFacts(facts, 'callback'),
      waitlist: countFacts(facts, 'waitlist'),
      turns_at_most: turns.spoken,
    },
  }
}

/** What was said after which turn of ours, counted from 1. */
type Turns = {
  readonly spoken: number
  readonly said: readonly { readonly nth: number; readonly text: string }[]
}

function turnsOf(timeline: readonly TimelineView[]): Turns | null {
  const said: { nth: number; text: string }[] = []
  let spoken = 0
  for (const { name, arguments: given } of timeline.filter(entry => entry.kind === 'turn')) {
    const { text } = given as { text?: string }
    if (text === undefined) return null
    if (name === 'receptionist') spoken += 1
    else said.push({ nth: spoken, text })
  }
  return spoken === 0 ? null : { spoken, said }
}

function quirksOf({ spoken, said }: Turns, call: CallView): CallerScript['caller']['quirks'] {
  const quirks = said.map(({ nth, text }) =>
    text.trim() === ''
      ? ({ on: 'any', nth, do: 'silence' } as const)
      : ({ on: 'any', nth, do: 'say', text } as const),
  )
  const hangsUp = call.disconnectionReason === 'user_hangup' && said.every(({ nth }) => nth < spoken)
  return hangsUp ? [...quirks, { on: 'any', nth: spoken, do: 'hang_up' }] : quirks
}

/** Others are only times that are taken: whose they are is nobody's business here. */
function absences(
  { closures, zone, staff }: RecordedFacts,
  others: readonly AppointmentThen[],
): Pick<CallerScript['given'], 'closures' | 'busy'> {
  const text = (at: Temporal.Instant): string => toOffsetString(at, zone)
  const days = closures.flatMap(closure => wholeDays(closure, zone))
  const parts = closures.filter(closure => wholeDays(closure, zone).length === 0)
  const away = parts.flatMap(({ person, from, to }) =>
    (person === null ? staff : [person]).map(name => ({ person: name, from, to })),
  )
  const taken = [...others.flatMap(({ places }) => places), ...away]
  return {
    closures: days,
    busy: taken.map(({ person, from, to }) => ({ staff: person, from: text(from), to: text(to) })),
  }
}

function wholeDays(
  { person, from, to }: ClosureThen,
  zone: string,
): { date: string; staff: string | null }[] {
  const [first, last] = [from, to].map(at => localDateOf(at.epochMilliseconds, zone))
  if (!first || !last || !beginsDay(from, zone) || !beginsDay(to, zone)) return []
  return Array.from({ length: first.until(last).days }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    staff: person,
  }))
}

function beginsDay(at: Temporal.Instant, zone: string): boolean {
  return startOfLocalDay(localDateOf(at.epochMilliseconds, zone), zone) === at.epochMilliseconds
}

const CHANGES = new Set(['booked', 'moved', 'cancelled'])

/** The appointments that the call made or changed; those it cancelled stand as they were, cancelled. */
function changedIn({ timeline, before, after }: RecordedFacts): AppointmentThen[] {
  const ids = new Set(
    timeline
      .filter(({ kind, name }) => kind === 'fact' && CHANGES.has(name))
      .map(({ result }) => (result as { entity_id: string }).entity_id),
  )
  return [...ids].flatMap(id => {
    const now = after.find(one => one.id === id)
    if (now) return [now]
    const was = before.find(one => one.id === id)
    return was ? [{ ...was, state: 'cancelled' }] : []
  })
}

function countFacts({ timeline }: RecordedFacts, name: string): number {
  return timeline.filter(entry => entry.kind === 'fact' && entry.name === name).length
}
