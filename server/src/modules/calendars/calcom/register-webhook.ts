import { randomBytes } from 'node:crypto'
import type { Answer, CalendarAccount } from '../port.ts'
import type { CalcomClient } from './calcom-client.ts'
import { calcomSecrets } from './settings.ts'
import { toAnswer } from './to-answer.ts'
import { webhookAnswer, webhooksAnswer } from './wire.ts'

const TRIGGERS = [
  'BOOKING_CREATED',
  'BOOKING_RESCHEDULED',
  'BOOKING_REQUESTED',
  'BOOKING_CANCELLED',
  'BOOKING_REJECTED',
] as const

/**
 * Asks Cal.com to tell of changes at an address of ours, with a new secret: kept before it is sent, so that what comes is
 * never signed with one we do not know.
 */
export function createRegisterWebhook(client: CalcomClient) {
  return async (account: CalendarAccount, address: string): Promise<Answer<null>> => {
    const secrets = calcomSecrets.safeParse(account.secrets)
    if (!secrets.success) return { kind: 'unauthorised', detail: 'No key of Cal.com is kept.' }
    const known = toAnswer(
      await client.ask(account, { operation: 'list webhooks', query: { take: 250 }, answer: webhooksAnswer }),
    )
    if (known.kind !== 'done') return known
    const secret = randomBytes(32).toString('hex')
    await account.keepSecrets({ ...secrets.data, webhookSecret: secret })
    const ours = known.value.data.find(({ subscriberUrl }) => subscriberUrl === address)
    const json = { subscriberUrl: address, active: true, triggers: TRIGGERS, secret }
    const answer = toAnswer(
      ours === undefined
        ? await client.ask(account, { operation: 'create webhook', json, answer: webhookAnswer })
        : await client.ask(account, {
            ...{ operation: 'change webhook', id: String(ours.id), json, answer: webhookAnswer },
          }),
    )
    return answer.kind === 'done' ? { kind: 'done', value: null } : answer
  }
}
