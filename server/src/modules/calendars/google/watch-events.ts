import type { Clock } from '../../../platform/time/clock.ts'
import type { Answer, CalendarAccount, PushChannel, PushWish } from '../port.ts'
import type { GoogleClient } from './google-client.ts'
import { watchAnswer } from './wire.ts'

/** Google gives a week at most; a channel cannot be prolonged, a new one takes its place. */
const LASTS = { hours: 7 * 24 }

export async function startWatch(
  { client, clock }: { client: GoogleClient; clock: Clock },
  account: CalendarAccount,
  target: string,
  { id, address, secret }: PushWish,
): Promise<Answer<PushChannel>> {
  const answer = await client.ask(account, {
    ...{ operation: 'watch events', method: 'POST' },
    path: `/calendars/${encodeURIComponent(target)}/events/watch`,
    json: {
      ...{ id, type: 'web_hook', address, token: secret },
      expiration: clock.now().add(LASTS).epochMilliseconds,
    },
  })
  if (answer.kind === 'status')
    return answer.status === 404 ? { kind: 'gone' } : { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const channel = watchAnswer.safeParse(answer.json)
  if (!channel.success) return { kind: 'unclear', detail: 'The answer is no channel.' }
  const { resourceId, expiration } = channel.data
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(expiration)
  return { kind: 'done', value: { id, resource: resourceId, expiresAt } }
}

/** One that is over counts as stopped. */
export async function stopWatch(
  client: GoogleClient,
  account: CalendarAccount,
  { id, resource }: PushChannel,
): Promise<Answer<null>> {
  const answer = await client.ask(account, {
    ...{ operation: 'stop channel', method: 'POST', path: '/channels/stop', repeat: 'safe' },
    json: { id, resourceId: resource },
  })
  if (answer.kind === 'ok' || (answer.kind === 'status' && answer.status === 404))
    return { kind: 'done', value: null }
  return answer.kind === 'status' ? { kind: 'refused', detail: answer.detail } : answer
}
