import fc from 'fast-check'

/**
 * What a business has, by name of pool: `tokens`, `services`, `appointments`, … Requests are made before it is known
 * (so that a seed always makes the same ones) and refer to it by placeholders, which are filled in when they are sent.
 */
export type KnownThings = Map<string, string[]>

const PLACE = /~(own|other)\.([\w-]+)\.(\d+)~/g

/** A thing of the caller's own business or, less often, of the other one. */
export function placeIn(pool: string): fc.Arbitrary<string> {
  const owner = fc.oneof(
    { weight: 4, arbitrary: fc.constant('own') },
    { weight: 1, arbitrary: fc.constant('other') },
  )
  return fc.tuple(owner, fc.nat({ max: 999 })).map(([whose, number]) => `~${whose}.${pool}.${number}~`)
}

/** Fills in the placeholders of a text; what a business has none of becomes an id of nobody. */
export function fillPlaces(text: string, things: { own: KnownThings; other: KnownThings }): string {
  return text.replaceAll(PLACE, (_place, whose: 'own' | 'other', pool: string, number: string) => {
    const items = things[whose].get(pool) ?? []
    return items[Number(number) % Math.max(1, items.length)] ?? '01900000-0000-7000-8000-000000000000'
  })
}

export function addThings(things: KnownThings, pool: string, items: readonly string[]): void {
  things.set(pool, [...new Set([...(things.get(pool) ?? []), ...items])].slice(-500))
}
