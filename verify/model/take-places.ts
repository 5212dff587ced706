import type { Appointment } from './calendar-model.ts'
import { type Hand, isGood, judge, midnightOf, type Offer, pickDay, placeOf } from './hand.ts'
import { PEOPLE, SERVICES } from './shop.ts'

const OFFER_MS = 30 * 60_000
const KEPT_OFFERS = 12

export async function look(hand: Hand): Promise<void> {
  const service = hand.dice.pick(SERVICES)
  const day = pickDay(hand)
  const person = hand.dice.chance(0.3) ? hand.dice.pick(PEOPLE) : null
  const query = new URLSearchParams({ service, from: String(day), to: String(day.add({ days: 1 })) })
  if (person) query.set('staff', person)
  const expected = hand.model.startsOn(service, midnightOf(day), person)
  const { status, body } = await hand.product.send('GET', `/api/v1/availability?${query}`)
  hand.count('look', 'done')
  if (status !== 200) return hand.problem(`Availability was answered ${status}.`)
  const found: Offer[] = body.items.map(
    (item: { token: string; starts_at: string; staff: Array<{ name: string }> }) => ({
      service,
      person: item.staff[0]?.name ?? '',
      start: Temporal.Instant.from(item.starts_at).epochMilliseconds,
      token: item.token,
      expiresAt: hand.model.now + OFFER_MS,
      holdId: null,
    }),
  )
  if (hand.foretold)
    compareOffers(hand, found, expected, `${service} on ${day}${person ? ` with ${person}` : ''}`)
  for (let picks = 0; picks < 4 && found.length > 0; picks += 1) hand.offers.push(hand.dice.pick(found))
  hand.offers = hand.offers.slice(-KEPT_OFFERS)
}

function compareOffers(hand: Hand, found: readonly Offer[], expected: readonly number[], what: string): void {
  const starts = found.map(offer => offer.start)
  if (starts.join() !== expected.join())
    hand.problem(`Offered for ${what}: ${starts.length} starts instead of ${expected.length}.`)
  for (const offer of found)
    if (!hand.model.isFree(offer))
      hand.problem(`Offered for ${what} at ${offer.start} although ${offer.person} is not free.`)
}

export async function hold(hand: Hand): Promise<void> {
  if (hand.offers.length === 0) return await look(hand)
  const offer = hand.dice.pick(hand.offers)
  if (offer.holdId !== null) return
  const expected = isGood(hand, offer) && hand.model.isFree(offer)
  const answer = await hand.product.send('POST', '/api/v1/holds', { token: offer.token })
  if (!judge(hand, 'hold', answer, { expected, about: placeOf(offer) })) return
  const { id, token, expires_at } = answer.body
  const expiresAt = Temporal.Instant.from(expires_at).epochMilliseconds
  hand.model.holds.set(id, { ...placeOf(offer), id, expiresAt })
  hand.offers.push({ ...offer, token, expiresAt, holdId: id })
}

export async function book(hand: Hand): Promise<void> {
  if (hand.offers.length === 0) return await look(hand)
  const offer = hand.dice.pick(hand.offers)
  const expected = isGood(hand, offer) && hand.model.isFree(offer, offer.holdId)
  const number = hand.dice.between(1, 60)
  const wish = {
    token: offer.token,
    customer: { name: `Petra Lindner ${number}`, phone: `+49302312${5100 + number}` },
  }
  const key = `model-${hand.dice.next()}`
  const answer = await hand.product.send('POST', '/api/v1/appointments', wish, key)
  if (!judge(hand, 'book', answer, { expected, about: placeOf(offer) })) return
  const { id, starts_at, staff } = answer.body
  if (offer.holdId) hand.model.holds.delete(offer.holdId)
  if (Temporal.Instant.from(starts_at).epochMilliseconds !== offer.start || staff[0]?.name !== offer.person)
    hand.problem(`Booked ${starts_at} with ${staff[0]?.name} instead of ${JSON.stringify(placeOf(offer))}.`)
  const appointment: Appointment = { ...placeOf(offer), id, state: 'confirmed', version: 1, undo: null }
  hand.model.add(appointment)
  hand.own.push(appointment)
  hand.lifetimes.begin(id, appointment)
  if (hand.dice.chance(0.1)) await bookAgain(hand, { wish, key, id })
}

async function bookAgain(
  hand: Hand,
  { wish, key, id }: { wish: object; key: string; id: string },
): Promise<void> {
  const again = await hand.product.send('POST', '/api/v1/appointments', wish, key)
  if (again.status !== 201 || again.body.id !== id)
    hand.problem(`The same booking again was answered ${again.status}.`)
}
