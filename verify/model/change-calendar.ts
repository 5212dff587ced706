import { type Hand, midnightOf, pickDay } from './hand.ts'
import { CLOSES, GRID_MINUTES, OPENS, PEOPLE, ROOM } from './shop.ts'

const MINUTE = 60_000
const MOST_CLOSURES = 4

export async function close(hand: Hand): Promise<void> {
  if (hand.closures.length >= MOST_CLOSURES) return await reopen(hand)
  const who = hand.dice.chance(0.2) ? null : hand.dice.pick([...PEOPLE, ROOM])
  const start = midnightOf(pickDay(hand)) + hand.dice.between(OPENS * 4, CLOSES * 4) * GRID_MINUTES * MINUTE
  const end = start + hand.dice.between(1, 16) * GRID_MINUTES * MINUTE
  const { status, body } = await hand.product.send('POST', '/api/v1/closures', {
    resource_id: who === null ? null : hand.product.resourceIds.get(who),
    starts_at: Temporal.Instant.fromEpochMilliseconds(start).toString(),
    ends_at: Temporal.Instant.fromEpochMilliseconds(end).toString(),
    reason: 'Fortbildung',
  })
  hand.count('close', 'done')
  if (status !== 201) return hand.problem(`A closure was answered ${status} ${body?.type}.`)
  const closure = { id: body.id, who, start, end }
  hand.closures.push(closure)
  hand.model.closures.set(closure.id, closure)
  if (!hand.foretold) return
  const named = body.collisions.map((collision: { id: string }) => collision.id).toSorted()
  const expected = hand.model.collisionsOf(closure).toSorted()
  if (named.join() !== expected.join())
    hand.problem(`A closure names ${named.length} collisions instead of ${expected.length}.`)
}

export async function reopen(hand: Hand): Promise<void> {
  const closure = hand.closures.shift()
  if (!closure) return await close(hand)
  const { status } = await hand.product.send('DELETE', `/api/v1/closures/${closure.id}`)
  hand.count('reopen', 'done')
  if (status !== 200) hand.problem(`Taking a closure back was answered ${status}.`)
  hand.model.closures.delete(closure.id)
}

export async function changeHours(hand: Hand): Promise<void> {
  const person = hand.dice.pick(PEOPLE)
  const from = hand.dice.between(OPENS, 11)
  const to = hand.dice.between(15, CLOSES)
  if (hand.versions.size === 0) await readVersions(hand)
  const two = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
  const week = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: two(from), to: two(to) }))
  const staff_id = hand.product.resourceIds.get(person)
  const { status, body } = await hand.product.send('PUT', '/api/v1/hours', {
    staff_id,
    version: hand.versions.get(person),
    week,
  })
  hand.count('hours', 'done')
  if (status !== 200) return hand.problem(`New hours were answered ${status} ${body?.type}.`)
  hand.versions.set(person, body.version)
  hand.model.hours.set(person, { from, to })
}

async function readVersions(hand: Hand): Promise<void> {
  const { body } = await hand.product.send('GET', '/api/v1/hours')
  for (const item of body.items) hand.versions.set(item.owner.name, item.version)
}

export async function wait(hand: Hand): Promise<void> {
  const ms = hand.dice.chance(0.05) ? hand.dice.between(10, 40) * MINUTE : hand.dice.between(1, 90) * 1000
  hand.model.advance(ms)
  hand.product.clock.now = hand.model.now
  hand.count('wait', 'done')
}
