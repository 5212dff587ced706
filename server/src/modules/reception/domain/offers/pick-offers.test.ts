import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areApart, pickOffers } from './pick-offers.ts'

const MINUTE = 60_000
const at = (minute: number) => ({ start: minute * MINUTE, zone: 'Europe/Berlin' })
const minutesOf = (slots: ReadonlyArray<ReturnType<typeof at>>) => slots.map(({ start }) => start / MINUTE)

test('starts an hour apart are picked before neighbours', () => {
  expect(minutesOf(pickOffers([0, 15, 30, 60, 75, 120].map(at)))).toEqual([0, 60, 120])
})

test('what is picked of the first starts is picked of all, once they lie apart', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(2000), { maxLength: 80 }),
      fc.nat(80),
      fc.option(fc.nat(500)),
      (minutes, first, after) => {
        const all = minutes.toSorted((one, other) => one - other).map(at)
        const afterMs = after === null ? null : after * MINUTE
        const picked = pickOffers(all.slice(0, first), afterMs)
        if (areApart(picked, afterMs)) expect(picked).toEqual(pickOffers(all, afterMs))
      },
    ),
  )
})

test('two starts are no choice yet, nor three of one hour', () => {
  expect([areApart([0, 60].map(at), null), areApart([0, 30, 60].map(at), null)]).toEqual([false, false])
})

test('starts around the one that was offered last are no choice, wherever it lies among them', () => {
  const [around, full] = [[0, 60, 120].map(at), [0, 60, 120, 121].map(at)]
  expect(areApart(around, 61 * MINUTE)).toBe(false)
  expect(minutesOf(pickOffers(full, 61 * MINUTE))).toEqual([0, 60, 121])
})
