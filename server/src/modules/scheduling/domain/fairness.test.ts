import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, chooseFairly, type Strategy } from './fairness.ts'

const person = (key: string, more: Partial<Candidate> = {}): Candidate => ({
  key,
  weight: 1,
  minutes: 0,
  lastServed: null,
  ...more,
})
const choose = (strategy: Strategy, candidates: readonly Candidate[], coolDown = 0) => {
  const { chosen, decision } = chooseFairly({ strategy, coolDown, seed: 'talk/1', candidates })
  return [chosen?.key, decision.by, decision.among]
}

test('the first in the owner’s order is offered where nothing else is said', () => {
  expect(choose('first', [person('ines'), person('ole')])).toEqual(['ines', 'first', 2])
})

test('whoever has the fewest minutes on the day is offered', () => {
  const people = [
    person('ines', { minutes: 120 }),
    person('ole', { minutes: 60 }),
    person('runa', { minutes: 90 }),
  ]
  expect(choose('least_loaded', people)).toEqual(['ole', 'least_loaded', 3])
})

test('of people with the same minutes it is who was served longest ago, and then the owner’s order', () => {
  const [ines, ole, runa] = [
    person('ines', { lastServed: 9 }),
    person('ole', { lastServed: 5 }),
    person('runa', { lastServed: 5 }),
  ]
  expect(choose('least_loaded', [ines, runa, ole])[0]).toBe('runa')
})

test('whose last booking is longest ago is next, and who never had one before all others', () => {
  expect(
    choose('last_served', [person('ines', { lastServed: 5 }), person('ole', { lastServed: 3 })])[0],
  ).toBe('ole')
  expect(choose('last_served', [person('ines', { lastServed: 5 }), person('ole')])[0]).toBe('ole')
})

test('whoever was drawn last rests while somebody else can', () => {
  const people = [person('ines', { lastServed: 5 }), person('ole', { lastServed: 7 })]
  expect(choose('weighted', people, 1)).toEqual(['ines', 'weighted', 1])
})

test('nobody rests who is the only one that can', () => {
  expect(choose('weighted', [person('ole', { lastServed: 7 })], 3)).toEqual(['ole', 'only', 1])
})

test('taking turns by last served, nobody gets two more than another', () => {
  const served = new Map(['ines', 'ole', 'runa'].map(key => [key, { count: 0, last: null as number | null }]))
  for (let turn = 1; turn <= 100; turn += 1) {
    const people = [...served].map(([key, { last }]) => person(key, { lastServed: last }))
    const [key] = choose('last_served', people)
    const turns = served.get(String(key))
    if (turns) Object.assign(turns, { count: turns.count + 1, last: turn })
  }
  const counts = [...served.values()].map(({ count }) => count)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
})

test('whoever weighs twice as much takes twice as many minutes', () => {
  const people = [person('ines', { minutes: 60, weight: 2 }), person('ole', { minutes: 45 })]
  expect(choose('least_loaded', people)[0]).toBe('ines')
})

test('to the least loaded, equal people get turns that differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 60 }), (size, turns) => {
      const counts = Array.from({ length: size }, () => 0)
      for (let turn = 1; turn <= turns; turn += 1) {
        const people = counts.map((count, index) =>
          person(`p${index}`, { minutes: count * 30, lastServed: count === 0 ? null : turn }),
        )
        const [key] = choose('least_loaded', people)
        const chosen = Number(String(key).slice(1))
        counts[chosen] = (counts[chosen] ?? 0) + 1
      }
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})

test('the same state chooses the same person, always one of those who can', () => {
  const anybody = fc.record({
    weight: fc.integer({ min: 1, max: 9 }),
    minutes: fc.integer({ min: 0, max: 600 }),
    lastServed: fc.option(fc.integer({ min: 1, max: 99 })),
  })
  fc.assert(
    fc.property(
      fc.constantFrom<Strategy>('first', 'weighted', 'least_loaded', 'last_served'),
      fc.integer({ min: 0, max: 4 }),
      fc.array(anybody, { minLength: 1, maxLength: 6 }),
      (strategy, coolDown, people) => {
        const candidates = people.map((more, index) => ({ key: `p${index}`, ...more }))
        const question = { strategy, coolDown, seed: 'seed', candidates }
        const { chosen } = chooseFairly(question)
        expect(chosen).toBe(chooseFairly(question).chosen)
        expect(candidates).toContain(chosen)
      },
    ),
  )
})
