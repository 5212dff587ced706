import type { Appointment, State } from './calendar-model.ts'
import { type Hand, isGood, judge, pickOwn, placeOf } from './hand.ts'
import { look } from './take-places.ts'

const OUTCOMES = ['checked_in', 'completed', 'no_show'] as const
const FOLLOWS: Readonly<Record<(typeof OUTCOMES)[number], readonly State[]>> = {
  checked_in: ['confirmed'],
  completed: ['confirmed', 'checked_in'],
  no_show: ['confirmed'],
}

export async function move(hand: Hand): Promise<void> {
  const appointment = pickOwn(hand)
  if (!appointment || hand.offers.length === 0) return await look(hand)
  const fitting = hand.offers.filter(offer => offer.service === appointment.service && offer.holdId === null)
  const offer =
    fitting.length > 0 && hand.dice.chance(0.9) ? hand.dice.pick(fitting) : hand.dice.pick(hand.offers)
  if (offer.holdId !== null) return
  const isSame = offer.person === appointment.person && offer.start === appointment.start
  const expected =
    isGood(hand, offer) &&
    offer.service === appointment.service &&
    hand.model.isChangeable(appointment) &&
    (isSame || hand.model.isFree(offer, appointment.id))
  await changed(hand, 'move', appointment, { expected, path: 'move', body: { token: offer.token } }, () => {
    if (!isSame) hand.model.change(appointment, 'moved', placeOf(offer))
  })
}

export async function cancel(hand: Hand): Promise<void> {
  const appointment = pickOwn(hand)
  if (!appointment) return await look(hand)
  const expected = appointment.state === 'cancelled' || hand.model.isChangeable(appointment)
  await changed(hand, 'cancel', appointment, { expected, path: 'cancel', body: {} }, () => {
    if (appointment.state !== 'cancelled') hand.model.change(appointment, 'cancelled', { state: 'cancelled' })
  })
}

export async function settle(hand: Hand): Promise<void> {
  const appointment = pickOwn(hand)
  if (!appointment) return await look(hand)
  const state = hand.dice.pick(OUTCOMES)
  const expected = appointment.state === state || FOLLOWS[state].includes(appointment.state)
  await changed(hand, 'settle', appointment, { expected, path: 'outcome', body: { state } }, () => {
    if (appointment.state !== state) hand.model.change(appointment, state, { state })
  })
}

export async function undo(hand: Hand): Promise<void> {
  const appointment = pickOwn(hand)
  if (!appointment) return await look(hand)
  const expected = hand.model.mayUndo(appointment)
  await changed(hand, 'undo', appointment, { expected, path: 'undo', body: {} }, () =>
    hand.model.undo(appointment),
  )
}

async function changed(
  hand: Hand,
  operation: string,
  appointment: Appointment,
  wish: { expected: boolean; path: string; body: object },
  apply: () => void,
): Promise<void> {
  const sent = performance.now()
  const before = JSON.stringify([placeOf(appointment), appointment.state])
  const answer = await hand.product.send(
    'POST',
    `/api/v1/appointments/${appointment.id}/${wish.path}`,
    wish.body,
  )
  if (!judge(hand, operation, answer, { expected: wish.expected, about: [appointment, wish.body] })) return
  apply()
  if (answer.body.version !== appointment.version || answer.body.state !== appointment.state)
    hand.problem(
      `After ${operation} it is ${answer.body.state}, version ${answer.body.version}, instead of ${appointment.state}, ${appointment.version}.`,
    )
  if (before === JSON.stringify([placeOf(appointment), appointment.state])) return
  hand.lifetimes.end(appointment.id, sent)
  if (appointment.state !== 'cancelled') hand.lifetimes.begin(appointment.id, appointment)
}
