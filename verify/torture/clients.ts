import type { Answer, Body, PatientClient } from '../crash/patient-client.ts'
import type { Dice } from '../dice.ts'
import { SERVICES, ZONE } from '../model/shop.ts'

/** An appointment as the last answer about it said. */
export type Known = {
  readonly id: string
  readonly service: string
  /** Its idempotency key, which stands in its note. */
  readonly key: string
  state: string
  startsAt: number
  version: number
}

/** Everything the product has answered for good. Whatever it did besides is a fault of its. */
export type Promised = {
  readonly appointments: Known[]
  readonly refusedKeys: string[]
  readonly counts: Record<string, number>
  readonly problems: string[]
  repeats: number
}

type Hand = {
  readonly client: PatientClient
  readonly key: string
  readonly dice: Dice
  readonly promised: Promised
  /** Appointments of this client alone: nobody else changes them. */
  readonly own: Known[]
  /** A new idempotency key with each call. */
  readonly nextKey: () => string
}

const DAYS_AHEAD = 60

/** One client who books, keeps, moves and cancels, one thing after another, each until it is answered. */
export function createTorturedClient(given: Omit<Hand, 'own' | 'nextKey'> & { readonly name: string }) {
  let turns = 0
  const hand: Hand = {
    ...given,
    own: [],
    nextKey: () => {
      turns += 1
      return `torture-${given.name}-${turns}`
    },
  }
  const acts = [book, book, book, bookWhatIsKept, move, move, cancel, keep]
  return async function act(): Promise<void> {
    await hand.dice.pick(acts)(hand)
  }
}

async function book(hand: Hand): Promise<void> {
  const service = hand.dice.pick(SERVICES)
  const token = await freeToken(hand, service)
  if (token !== null) await bookWith(hand, service, token)
}

async function bookWhatIsKept(hand: Hand): Promise<void> {
  const service = hand.dice.pick(SERVICES)
  const offered = await freeToken(hand, service)
  const token = offered === null ? null : await hold(hand, offered)
  if (token !== null) await bookWith(hand, service, token)
}

async function keep(hand: Hand): Promise<void> {
  const token = await freeToken(hand, hand.dice.pick(SERVICES))
  if (token !== null) await hold(hand, token)
}

async function bookWith(hand: Hand, service: string, token: string): Promise<void> {
  const { promised, dice } = hand
  const idempotencyKey = hand.nextKey()
  const number = dice.between(100, 199)
  const phone = dice.chance(0.5) ? { phone: `+493023125${number}` } : {}
  const body = { token, customer: { name: `Petra Lindner ${number}`, ...phone }, note: idempotencyKey }
  // An impatient one asks twice at once: it is one booking.
  const times = dice.chance(0.2) ? 2 : 1
  const request = { key: hand.key, idempotencyKey, body }
  const answers = await Promise.all(
    Array.from({ length: times }, () => hand.client.post('/api/v1/appointments', request)),
  )
  const ids = new Set(answers.map(answer => (answer.status === 201 ? answer.body.id : null)))
  if (ids.size > 1)
    promised.problems.push(`${idempotencyKey}: sent twice, answered ${[...ids].join(' and ')}.`)
  const [answer] = answers
  if (!answer || !isGranted(hand, 'book', answer, 201)) {
    promised.refusedKeys.push(idempotencyKey)
    return
  }
  const known = {
    id: String(answer.body.id),
    service,
    key: idempotencyKey,
    state: '',
    startsAt: 0,
    version: 0,
  }
  take(known, answer.body)
  promised.appointments.push(known)
  hand.own.push(known)
}

async function move(hand: Hand): Promise<void> {
  const known = ownConfirmed(hand)
  const token = known ? await freeToken(hand, known.service) : null
  if (known && token !== null) await change(hand, known, 'move', { token })
}

async function cancel(hand: Hand): Promise<void> {
  const known = ownConfirmed(hand)
  if (known) await change(hand, known, 'cancel', {})
}

async function change(hand: Hand, known: Known, action: 'move' | 'cancel', body: object): Promise<void> {
  const path = `/api/v1/appointments/${known.id}/${action}`
  const answer = await hand.client.post(path, { key: hand.key, idempotencyKey: hand.nextKey(), body })
  if (isGranted(hand, action, answer, 200)) take(known, answer.body)
}

async function hold(hand: Hand, token: string): Promise<string | null> {
  const request = { key: hand.key, idempotencyKey: hand.nextKey(), body: { token } }
  const answer = await hand.client.post('/api/v1/holds', request)
  return isGranted(hand, 'hold', answer, 201) ? String(answer.body.token) : null
}

async function freeToken(hand: Hand, service: string): Promise<string | null> {
  const from = Temporal.Now.plainDateISO(ZONE).add({ days: hand.dice.between(2, DAYS_AHEAD) })
  const query = new URLSearchParams({ service, from: String(from), to: String(from.add({ days: 1 })) })
  const answer = await hand.client.get(`/api/v1/availability?${query}`, hand.key)
  const items = (answer.body.items ?? []) as ReadonlyArray<{ readonly token: string }>
  return items.length === 0 ? null : hand.dice.pick(items).token
}

function ownConfirmed({ own, dice }: Hand): Known | null {
  const confirmed = own.filter(known => known.state === 'confirmed')
  return confirmed.length === 0 ? null : dice.pick(confirmed)
}

/** Refused is whatever has a reason of the domain; everything else is a finding. */
function isGranted({ promised }: Hand, what: string, answer: Answer, status: number): boolean {
  const granted = answer.status === status
  const name = granted ? what : `${what}_refused`
  promised.counts[name] = (promised.counts[name] ?? 0) + 1
  if (!granted && !String(answer.body.type).startsWith('/errors/scheduling/'))
    promised.problems.push(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return granted
}

function take(known: Known, body: Body): void {
  known.state = String(body.state)
  known.startsAt = Date.parse(String(body.starts_at))
  known.version = Number(body.version)
}
