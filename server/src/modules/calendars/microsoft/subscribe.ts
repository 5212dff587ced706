import type { Clock } from '../../../platform/time/clock.ts'
import type { Answer, CalendarAccount, PushChannel, PushWish } from '../port.ts'
import { type GraphClient, mailboxPath } from './graph-client.ts'
import { subscriptionAnswer } from './wire.ts'

/** Of events Graph takes 10,080 minutes at most; an hour less, in case its clock is behind ours (2026-11). */
const LASTS = { minutes: 10_020 }

/** Graph tells the same address of changes and of what becomes of the subscription itself. */
export async function subscribe(
  { client, clock }: { client: GraphClient; clock: Clock },
  account: CalendarAccount,
  target: string,
  { id, address, secret }: PushWish,
): Promise<Answer<PushChannel>> {
  const answer = await client.ask(account, {
    ...{ operation: 'subscribe', method: 'POST', path: { root: '/subscriptions' } },
    json: {
      ...{ changeType: 'created,updated,deleted', clientState: secret },
      resource: `${mailboxPath(account)}/calendars/${target}/events`,
      ...{ notificationUrl: address, lifecycleNotificationUrl: address },
      expirationDateTime: clock.now().add(LASTS).toString({ smallestUnit: 'second' }),
    },
  })
  if (answer.kind === 'status')
    return answer.status === 404 ? { kind: 'gone' } : { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const subscription = subscriptionAnswer.safeParse(answer.json)
  if (!subscription.success) return { kind: 'unclear', detail: 'The answer is no subscription.' }
  const { id: resource, expirationDateTime } = subscription.data
  return { kind: 'done', value: { id, resource, expiresAt: Temporal.Instant.from(expirationDateTime) } }
}

/** One that is over counts as ended. */
export async function unsubscribe(
  client: GraphClient,
  account: CalendarAccount,
  { resource }: PushChannel,
): Promise<Answer<null>> {
  const answer = await client.ask(account, {
    ...{ operation: 'unsubscribe', method: 'DELETE', repeat: 'safe' },
    path: { root: `/subscriptions/${encodeURIComponent(resource)}` },
  })
  if (answer.kind === 'ok' || (answer.kind === 'status' && answer.status === 404))
    return { kind: 'done', value: null }
  return answer.kind === 'status' ? { kind: 'refused', detail: answer.detail } : answer
}
