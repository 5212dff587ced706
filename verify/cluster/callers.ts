import { setTimeout as wait } from 'node:timers/promises'
import { signRequest } from '../../sandbox/retell/sign-request.ts'

/** What the product acknowledged, and must therefore still know at the end. */
export type Acknowledged = {
  /** Keys of webhooks answered 204. */
  readonly events: string[]
  /** Appointments answered 201. */
  readonly appointments: string[]
  /** Requests that failed and were sent again, as a provider does. */
  repeated: number
}

export type CallerSetup = {
  readonly apiKey: string
  readonly retellKey: string
  /** The web processes that live at the moment; asked anew for every request. */
  webs(): readonly string[]
}

const SALON_NUMBER = '+493023125001'
const SERVICE = 'Haarschnitt Herren'
const MOST_ATTEMPTS = 300
/** Callers are spread over so many days, which the salon's horizon allows. */
const DAYS = 100

/**
 * A caller: rings, gets an appointment with a confirmation by e-mail, hangs up. Each step goes to another web process
 * than the one before, and is repeated with the same key until it is answered, as Retell and integrators do.
 */
export async function runCaller(number: number, setup: CallerSetup, done: Acknowledged): Promise<void> {
  const callId = `call_cluster_${number}`
  await ring(callId, 'call_started', setup, done)
  await book(number, setup, done)
  await ring(callId, 'call_ended', setup, done)
}

async function ring(callId: string, event: string, setup: CallerSetup, done: Acknowledged): Promise<void> {
  const call = {
    call_id: callId,
    call_type: 'phone_call',
    direction: 'inbound',
    from_number: '+491713920017',
    to_number: SALON_NUMBER,
    agent_id: 'agent_cluster',
    start_timestamp: Date.now() - 60_000,
    ...(event === 'call_ended'
      ? { call_status: 'ended', end_timestamp: Date.now(), disconnection_reason: 'user_hangup' }
      : { call_status: 'ongoing' }),
  }
  await persist(setup, done, async web => {
    const text = JSON.stringify({ event, call })
    const { body, signature } = await signRequest(text, {
      key: setup.retellKey,
      mode: 'valid',
      nowMs: Date.now(),
    })
    const response = await fetch(`${web}/webhooks/retell/default`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-retell-signature': signature ?? '' },
      body,
      signal: AbortSignal.timeout(15_000),
    })
    if (response.status !== 204) return false
    done.events.push(`${event}/${callId}`)
    return true
  })
}

async function book(number: number, setup: CallerSetup, done: Acknowledged): Promise<void> {
  let round = 0
  await persist(setup, done, async web => {
    round += 1
    const token = await findToken(web, setup, 2 + ((number * 13 + round * 7) % DAYS), number + round)
    if (token === null) return false
    return await bookToken({ number, round, token }, setup, done)
  })
}

/** Repeats the booking itself, with its key, until somebody says yes or no: an answer that got lost is asked for again. */
async function bookToken(
  wish: { number: number; round: number; token: string },
  setup: CallerSetup,
  done: Acknowledged,
): Promise<boolean> {
  let booked = false
  await persist(setup, done, async web => {
    const response = await fetch(`${web}/api/v1/appointments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${setup.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': `cluster-${wish.number}-${wish.round}`,
      },
      body: JSON.stringify({
        token: wish.token,
        customer: { name: `Kunde ${wish.number}`, email: `kunde-${wish.number}@example.org` },
      }),
      signal: AbortSignal.timeout(15_000),
    })
    const answer = (await response.json()) as { id?: string }
    if (response.status >= 500) return false
    booked = response.status === 201 && answer.id !== undefined
    if (booked) done.appointments.push(String(answer.id))
    return true
  })
  return booked
}

async function findToken(
  web: string,
  { apiKey }: CallerSetup,
  day: number,
  number: number,
): Promise<string | null> {
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: day })
  const query = new URLSearchParams({
    service: SERVICE,
    from: from.toString(),
    to: from.add({ days: 4 }).toString(),
    limit: '100',
  })
  const response = await fetch(`${web}/api/v1/availability?${query}`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: AbortSignal.timeout(15_000),
  })
  if (!response.ok) return null
  const { items } = (await response.json()) as { items: Array<{ token: string }> }
  return items[number % Math.max(1, items.length)]?.token ?? null
}

/** Tries again, at another process each time, until `attempt` is true. Throws when that never happens. */
async function persist(
  setup: CallerSetup,
  done: Acknowledged,
  attempt: (web: string) => Promise<boolean>,
): Promise<void> {
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    const webs = setup.webs()
    const web = webs[(turn++ + count) % Math.max(1, webs.length)]
    if (web !== undefined && (await attempt(web).catch(() => false))) return
    done.repeated += 1
    await wait(20 + Math.random() * 80)
  }
  throw new Error('A request was never answered.')
}

let turn = 0
