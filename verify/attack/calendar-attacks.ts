import { createHmac, randomUUID } from 'node:crypto'
import type { TwoBusinesses } from '../fuzz/two-businesses.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { type Channel, openChannel } from './calendar-channels.ts'
import { outcomeOf } from './outcome.ts'
import type { Tried } from './voice-attacks.ts'

const SECRETS = { salon: 'webhook-secret-of-the-salon', practice: 'webhook-secret-of-the-practice' }

/** Webhooks of calendar providers: signed with another business's good secret, not at all, over other bytes, for nobody. */
export async function attackCalendars(product: ProductProcess, businesses: TwoBusinesses): Promise<Tried[]> {
  const salon = await connect(product, businesses, 'salon')
  const practice = await connect(product, businesses, 'practice')
  const tried: Tried[] = []
  const send = async (what: string, expected: string, request: CalendarRequest): Promise<void> => {
    const answer = await fetch(product.url + request.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...request.headers },
      body: request.body,
    })
    const came = outcomeOf('signed', { status: answer.status, body: await answer.text() })
    tried.push({ what: `POST ${request.path.split('/').slice(0, 3).join('/')}, ${what}`, came, expected })
  }
  const own = (secret: string, body = news()) => calcom(salon, body, sign(secret, body))

  await send('own secret', 'in', own(SECRETS.salon))
  await send('the secret of another business', 'unsigned', own(SECRETS.practice))
  await send('own secret at another business', 'unsigned', {
    ...own(SECRETS.salon),
    path: `/webhooks/calcom/${practice}`,
  })
  await send('own secret, connection of nobody', 'unsigned', {
    ...own(SECRETS.salon),
    path: `/webhooks/calcom/${randomUUID()}`,
  })
  const body = news()
  await send('other bytes', 'unsigned', calcom(salon, `${body} `, sign(SECRETS.salon, body)))
  for (const signature of ['', 'no-secret-provided', '0'.repeat(64)])
    await send(`signature "${signature.slice(0, 18)}"`, 'unsigned', calcom(salon, news(), signature))

  for (const connection of [salon, randomUUID()]) {
    await send('a channel that is guessed', 'unsigned', {
      path: `/webhooks/google/${connection}`,
      headers: { 'x-goog-channel-id': randomUUID(), 'x-goog-channel-token': SECRETS.practice },
      body: '',
    })
    const value = [{ subscriptionId: randomUUID(), clientState: SECRETS.practice, changeType: 'updated' }]
    await send('a subscription that is guessed', 'unsigned', {
      ...{ path: `/webhooks/microsoft/${connection}`, headers: {} },
      body: JSON.stringify({ value }),
    })
  }
  for (const provider of ['google', 'microsoft'] as const) {
    const ours = await openChannel(product, { slug: 'salon', provider })
    const theirs = await openChannel(product, { slug: 'practice', provider })
    await send('own channel, own secret', 'in', hint(provider, ours))
    await send(
      'own channel, the good secret of another business',
      'unsigned',
      hint(provider, { ...ours, secret: theirs.secret }),
    )
    await send(
      'channel and secret of another business',
      'unsigned',
      hint(provider, { ...theirs, connection: ours.connection }),
    )
    await send(
      'own channel and secret at another business',
      'unsigned',
      hint(provider, { ...ours, connection: theirs.connection }),
    )
    await send('own channel, no secret', 'unsigned', hint(provider, { ...ours, secret: '' }))
  }
  return tried
}

/** News of a channel, as its provider would bring them. */
function hint(provider: 'google' | 'microsoft', { connection, name, secret }: Channel): CalendarRequest {
  const path = `/webhooks/${provider}/${connection}`
  if (provider === 'google')
    return {
      path,
      headers: {
        ...{ 'x-goog-channel-id': name, 'x-goog-channel-token': secret },
        ...{ 'x-goog-resource-state': 'exists', 'x-goog-message-number': '7' },
      },
      body: '',
    }
  const value = [{ subscriptionId: name, clientState: secret, changeType: 'updated' }]
  return { path, headers: {}, body: JSON.stringify({ value }) }
}

type CalendarRequest = {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

async function connect(
  product: ProductProcess,
  businesses: TwoBusinesses,
  slug: 'salon' | 'practice',
): Promise<string> {
  const secrets = [
    { name: 'kind', value: 'api_key' },
    { name: 'apiKey', value: `cal_test_of_${slug}` },
    { name: 'webhookSecret', value: SECRETS[slug] },
  ]
  const answer = await fetch(`${product.url}/api/v1/calendar-connections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...businesses.headersOf(slug) },
    body: JSON.stringify({ provider: 'calcom', name: 'Cal.com', secrets }),
  })
  if (answer.status !== 201) throw new Error(`No connection was made: ${answer.status}.`)
  return ((await answer.json()) as { id: string }).id
}

function news(): string {
  return JSON.stringify({ triggerEvent: 'BOOKING_CREATED', createdAt: randomUUID(), payload: {} })
}

function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}

function calcom(connection: string, body: string, signature: string): CalendarRequest {
  return { path: `/webhooks/calcom/${connection}`, headers: { 'x-cal-signature-256': signature }, body }
}
