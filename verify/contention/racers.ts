import type { Pool } from 'undici'
import type { Race } from './contested-shops.ts'

type Shop = { readonly pool: Pool; readonly key: string; readonly firstPerson: string }

/** What somebody got who wanted a place. */
export type Racer =
  | { readonly kind: 'won' | 'refused' }
  | { readonly kind: 'blocked'; readonly collisions: number }
  | { readonly kind: 'wrong'; readonly what: string }

/** Why a place may be refused that others have got, or that was closed. */
const REFUSALS = ['/errors/scheduling/slot-taken', '/errors/scheduling/closed']
const MINUTE = 60_000
const FIRST_DAY = 3

type Answer = { status: number; body: { type?: string; alternatives?: unknown[]; collisions?: unknown[] } }

/** Those who book, hold and block over HTTP. */
export function racersOf(shop: Shop) {
  return {
    book: async (token: string, index: number): Promise<Racer> =>
      judge(
        await send(shop, 'POST', '/api/v1/appointments', {
          token,
          customer: { name: `Petra Lindner ${index}`, phone: `+4930231258${String(index).padStart(2, '0')}` },
        }),
      ),
    hold: async (token: string): Promise<Racer> =>
      judge(await send(shop, 'POST', '/api/v1/holds', { token })),
    block: async (start: string): Promise<Racer> => {
      const ends = Temporal.Instant.from(start).add({ hours: 1 }).toString()
      const { status, body } = await send(shop, 'POST', '/api/v1/closures', {
        resource_id: shop.firstPerson,
        starts_at: start,
        ends_at: ends,
      })
      if (status !== 201) return { kind: 'wrong', what: `the block was answered ${status} ${body.type}` }
      return { kind: 'blocked', collisions: body.collisions?.length ?? -1 }
    },
  }
}

function judge({ status, body }: Answer): Racer {
  if (status === 201) return { kind: 'won' }
  const isTyped = status === 409 && REFUSALS.includes(body.type ?? '') && (body.alternatives?.length ?? 0) > 0
  return isTyped
    ? { kind: 'refused' }
    : {
        kind: 'wrong',
        what: `an answer ${status} ${body.type} with ${body.alternatives?.length} alternatives`,
      }
}

/** Moments at which every wish of a race is still free, each given once, with a token for every wish. */
export type Slots = { next(): Promise<{ start: string; of: readonly string[] }> }

export function slotsOfDays(shop: Shop, race: Race): Slots {
  let day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: FIRST_DAY })
  let moments: Array<{ start: string; of: readonly string[] }> = []
  return {
    next: async () => {
      for (let tries = 0; moments.length === 0 && tries < 120; tries += 1) {
        moments = await momentsOf(shop, race, day)
        day = day.add({ days: 1 })
      }
      const moment = moments.shift()
      if (!moment) throw new Error(`No moment is left for ${race.name}.`)
      return moment
    },
  }
}

/** Every other hour of a day: races must not be in each other's way. */
async function momentsOf(shop: Shop, race: Race, day: Temporal.PlainDate) {
  const wishes = race.wishes.flatMap(wish => (wish.does === 'block' ? [null] : [wish]))
  const tokens = new Map<string, Map<number, string>>()
  for (const wish of wishes) {
    if (!wish || tokens.has(keyOf(wish))) continue
    const query = new URLSearchParams({
      service: wish.service,
      from: String(day),
      to: String(day.add({ days: 1 })),
    })
    if (wish.staff) query.set('staff', wish.staff)
    const { body } = await send(shop, 'GET', `/api/v1/availability?${query}`)
    const { items } = body as unknown as { items: Array<{ token: string; starts_at: string }> }
    tokens.set(keyOf(wish), new Map(items.map(slot => [Date.parse(slot.starts_at), slot.token])))
  }
  const first = day.toZonedDateTime('Europe/Berlin').epochMilliseconds
  return Array.from({ length: 12 }, (_, index) => first + index * 120 * MINUTE).flatMap(start => {
    const of = wishes.map(wish =>
      wish === null ? '' : tokens.get(keyOf(wish))?.get(start + wish.laterMinutes * MINUTE),
    )
    return of.every(token => token !== undefined) ? [{ start: new Date(start).toISOString(), of }] : []
  })
}

function keyOf(wish: { service: string; staff?: string }): string {
  return `${wish.service}/${wish.staff ?? ''}`
}

async function send(shop: Shop, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  const answer = await shop.pool.request({
    method,
    path,
    headers: { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: answer.statusCode, body: (await answer.body.json()) as Answer['body'] }
}
