import type { Metadata } from '../cache/metadata.ts'
import type { Answer, CalendarAccount } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import { toAnswer } from './to-answer.ts'
import { type EventType, eventTypesAnswer, teamsAnswer } from './wire.ts'

export type EventTypes = ReturnType<typeof createEventTypes>

/** The event types of accounts, their own and those of their teams, asked for once in a while. */
export function createEventTypes({ client, metadata }: { client: CalcomClient; metadata: Metadata }) {
  const ask = async (account: CalendarAccount): Promise<Answer<readonly EventType[]>> => {
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
    return { kind: 'done', value: types }
  }

  const load = async (account: CalendarAccount): Promise<Answer<readonly EventType[]>> =>
    await metadata.refresh(account, 'event_types', () => ask(account))

  return {
    /** As they are now. */
    load,
    /** As they were some minutes ago at most; null: there is no such one. */
    async find(account: CalendarAccount, id: number): Promise<Answer<EventType | null>> {
      const kept = await metadata.read(account, 'event_types', () => ask(account))
      if (kept.kind !== 'done') return kept
      const found = kept.value.find(type => type.id === id)
      if (found !== undefined) return { kind: 'done', value: found }
      // It may be newer than what is kept.
      const loaded = await load(account)
      if (loaded.kind !== 'done') return loaded
      return { kind: 'done', value: loaded.value.find(type => type.id === id) ?? null }
    },
    forget: (account: CalendarAccount): Promise<void> => metadata.forget(account, 'event_types'),
  }
}
