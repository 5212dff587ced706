import type { Clock } from '../../../platform/time/clock.ts'
import type { Answer, CalendarAccount } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import { toAnswer } from './to-answer.ts'
import { type EventType, eventTypesAnswer, teamsAnswer } from './wire.ts'

/** How long an event type may be as it was: a booking checks what it got, so what is old costs a refusal at most. */
const EVENT_TYPES_LIFETIME_MS = 5 * 60_000

export type EventTypes = ReturnType<typeof createEventTypes>

type Parts = {
  readonly client: CalcomClient
  readonly clock: Clock
  readonly noteLookup?: (result: 'hit' | 'miss') => void
}

/** The event types of accounts, their own and those of their teams, asked for once in a while. */
export function createEventTypes({ client, clock, noteLookup = () => {} }: Parts) {
  const known = new Map<string, { readonly until: number; readonly types: readonly EventType[] }>()

  const load = async (account: CalendarAccount): Promise<Answer<readonly EventType[]>> => {
    const own = toAnswer(
      await client.ask(account, { operation: 'list event types', answer: eventTypesAnswer }),
    )
    if (own.kind !== 'done') return own
    const teams = toAnswer(await client.ask(account, { operation: 'list teams', answer: teamsAnswer }))
    if (teams.kind !== 'done') return teams
    const types = [...own.value.data]
    for (const { id } of teams.value.data) {
      const request = {
        operation: 'list team event types',
        id: String(id),
        answer: eventTypesAnswer,
      } as const
      const ofTeam = toAnswer(await client.ask(account, request))
      if (ofTeam.kind !== 'done') return ofTeam
      types.push(...ofTeam.value.data)
    }
    known.set(account.connectionId, {
      until: clock.now().epochMilliseconds + EVENT_TYPES_LIFETIME_MS,
      types,
    })
    return { kind: 'done', value: types }
  }

  return {
    /** As they are now. */
    load,
    /** As they were some minutes ago at most; null: there is no such one. */
    async find(account: CalendarAccount, id: number): Promise<Answer<EventType | null>> {
      const entry = known.get(account.connectionId)
      const fresh = entry !== undefined && entry.until > clock.now().epochMilliseconds
      const found = fresh ? entry.types.find(type => type.id === id) : undefined
      noteLookup(found === undefined ? 'miss' : 'hit')
      if (found !== undefined) return { kind: 'done', value: found }
      const loaded = await load(account)
      if (loaded.kind !== 'done') return loaded
      return { kind: 'done', value: loaded.value.find(type => type.id === id) ?? null }
    },
    forget: (account: CalendarAccount): void => {
      known.delete(account.connectionId)
    },
  }
}
