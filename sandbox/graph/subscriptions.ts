import { randomUUID } from 'node:crypto'
import type { Notifier } from '../notifier.ts'
import { GraphError } from './graph-error.ts'
import type { Change } from './mailboxes.ts'
import type { NewSubscription } from './wire.ts'

type Subscription = NewSubscription & { readonly id: string; readonly calendarId: string; expiresAt: number }
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'

const LONGEST_MS = 10_080 * 60_000
const SHORTEST_MS = 45 * 60_000
const PATIENCE_MS = 10_000

/** Subscriptions: made only after the address has answered a question, and told what has changed. */
export function createSubscriptions({ now, notifier }: { now: () => number; notifier: Notifier }) {
  const subscriptions = new Map<string, Subscription>()

  const notify = (subscription: Subscription, address: string, what: object): void => {
    const value = {
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: new Date(subscription.expiresAt).toISOString(),
      ...(subscription.clientState === undefined ? {} : { clientState: subscription.clientState }),
      ...what,
    }
    const headers = { 'content-type': 'application/json' }
    notifier.notify({ address, headers, body: JSON.stringify({ value: [value] }) })
  }
  const find = (id: string): Subscription => {
    const found = subscriptions.get(id)
    if (found === undefined || found.expiresAt <= now())
      throw new GraphError(404, 'ResourceNotFound', 'The object was not found.')
    return found
  }
  const lasting = (expirationDateTime: string): number => {
    const wanted = Date.parse(expirationDateTime)
    if (wanted > now() + LONGEST_MS)
      throw new GraphError(
        400,
        'ExtensionError',
        'Subscription expiration can only be 10080 minutes in the future.',
      )
    return Math.max(wanted, now() + SHORTEST_MS)
  }

  return {
    async create(wanted: NewSubscription, calendarId: string): Promise<Subscription> {
      const expiresAt = lasting(wanted.expirationDateTime)
      for (const address of new Set([
        wanted.notificationUrl,
        wanted.lifecycleNotificationUrl ?? wanted.notificationUrl,
      ]))
        await validate(address)
      const subscription = { ...wanted, id: randomUUID(), calendarId, expiresAt }
      subscriptions.set(subscription.id, subscription)
      return subscription
    },
    renew(id: string, expirationDateTime: string): Subscription {
      const subscription = find(id)
      subscription.expiresAt = lasting(expirationDateTime)
      return subscription
    },
    remove: (id: string): void => {
      find(id)
      subscriptions.delete(id)
    },
    changed({ calendar, eventId, kind }: Change): void {
      for (const subscription of subscriptions.values())
        if (subscription.calendarId === calendar.id && subscription.expiresAt > now())
          notify(subscription, subscription.notificationUrl, {
            changeType: kind,
            resource: `Users/${calendar.mailbox}/Events/${eventId}`,
            resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: eventId },
          })
    },
    /** To everybody who wanted to hear of it. */
    lifecycle(lifecycleEvent: LifecycleEvent): void {
      for (const subscription of subscriptions.values())
        if (subscription.lifecycleNotificationUrl !== undefined)
          notify(subscription, subscription.lifecycleNotificationUrl, { lifecycleEvent })
      if (lifecycleEvent === 'subscriptionRemoved') subscriptions.clear()
    },
  }
}

export type Subscriptions = ReturnType<typeof createSubscriptions>

/** The address must give the token back as plain text within ten seconds. */
async function validate(address: string): Promise<void> {
  const token = `Validation: Testing client application reachability <${randomUUID()}> ä+&`
  const url = new URL(address)
  url.searchParams.set('validationToken', token)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch(url, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'text/plain' },
  }).catch(() => null)
  const isPlain = answer?.headers.get('content-type')?.startsWith('text/plain') === true
  if (answer?.status !== 200 || !isPlain || (await answer.text()) !== token)
    throw new GraphError(400, 'ValidationError', 'Subscription validation request failed.')
}
