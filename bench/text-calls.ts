import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { createDice, type Dice } from '../verify/dice.ts'
import type { BenchResult } from './bench-result.ts'
import { someWorkday } from './harness/bench-days.ts'
import { openShops, type Shop } from './harness/bench-shops.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { growthExponent, type Spread, spread } from './harness/statistics.ts'

const CALLS = [10, 25, 50]
const BETWEEN_TURNS_MS = 2000
const ROUND_MS = 60_000
const WARM_UP_MS = 20_000
const TARGET_MS = 50
const SHOPS = 10
const MOST_TURNS = 20
const SEED = 20_261_128

type Turn = { readonly text: string; readonly acts: readonly string[] }
type Answer = { readonly call_id?: string; readonly turns?: readonly Turn[]; readonly ended?: boolean }
type Ask = (
  path: string,
  key: string,
  body: object,
) => Promise<{ status: number; answer: Answer; tookMs: number }>
type Heard = { durations: number[]; wrong: string[]; booked: number; over: number }

/**
 * Callers who book in writing, as the test call in the browser does: each says what the receptionist asks for, two
 * seconds after her last words, until the appointment is booked, and the line takes the next.
 */
export async function measureTextCalls(): Promise<BenchResult> {
  let shops: Shop[] = []
  const product = await serveProduct({
    prepare: async app => {
      shops = await openShops(app, SHOPS)
    },
  })
  try {
    await product.start('worker')
    await round(product, { shops, calls: 10, forMs: WARM_UP_MS })
    const rows: Row[] = []
    for (const calls of CALLS) rows.push(await measured(product, { shops, calls }))
    return result(rows)
  } finally {
    await product.stop()
  }
}

type Row = Omit<Heard, 'durations'> & { calls: number; spread: Spread }

async function measured(
  product: ServedProduct,
  { shops, calls }: { shops: readonly Shop[]; calls: number },
): Promise<Row> {
  const { durations, ...heard } = await round(product, { shops, calls, forMs: ROUND_MS })
  const row = { calls, spread: spread(durations), ...heard }
  console.log(
    `${String(calls).padStart(3)} calls: ${row.spread.count} turns p50 ${row.spread.p50_ms} p95 ${row.spread.p95_ms} ms; ` +
      `${row.booked} of ${row.over} booked; wrong answers: ${row.wrong.slice(0, 3).join(', ') || 'none'}`,
  )
  return row
}

async function round(
  product: ServedProduct,
  { shops, calls, forMs }: { shops: readonly Shop[]; calls: number; forMs: number },
): Promise<Heard> {
  const pool = new Pool(product.url, { connections: calls, pipelining: 1 })
  const ask: Ask = async (path, key, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const begun = performance.now()
    const response = await pool.request({ path, method: 'POST', headers, body: JSON.stringify(body) })
    const answer = (await response.body.json()) as Answer
    return { status: response.statusCode, answer, tookMs: performance.now() - begun }
  }
  const heard: Heard = { durations: [], wrong: [], booked: 0, over: 0 }
  const until = performance.now() + forMs
  const dice = createDice(SEED)
  await Promise.all(
    Array.from({ length: calls }, async (_, index) => {
      // Lines do not ring at the same moment.
      await wait((index / calls) * BETWEEN_TURNS_MS)
      const shop = shops[index % shops.length]
      const own = dice.fork(index)
      while (shop && performance.now() < until) await call(ask, { shop, heard, dice: own, until })
    }),
  )
  await pool.close()
  return heard
}

/** One call from the greeting to the appointment. */
async function call(
  ask: Ask,
  { shop, heard, dice, until }: { shop: Shop; heard: Heard; dice: Dice; until: number },
): Promise<void> {
  const started = await ask('/api/v1/test-calls', shop.key, {})
  const id = started.answer.call_id
  if (id === undefined) {
    heard.wrong.push(`greeting: ${started.status}`)
    return await wait(BETWEEN_TURNS_MS)
  }
  let text = wish(dice)
  for (let turn = 0; turn < MOST_TURNS && performance.now() < until; turn += 1) {
    await wait(BETWEEN_TURNS_MS)
    const { status, answer, tookMs } = await ask(`/api/v1/test-calls/${id}/turns`, shop.key, { text })
    heard.durations.push(tookMs)
    const acts = (answer.turns ?? []).flatMap(said => said.acts)
    if (status !== 200 || acts.length === 0) heard.wrong.push(`turn: ${status}`)
    if (acts.includes('booked')) heard.booked += 1
    if (answer.ended || acts.includes('booked') || acts.length === 0) {
      heard.over += 1
      await ask(`/api/v1/test-calls/${id}/end`, shop.key, {})
      return
    }
    text = reply(acts, dice)
  }
}

const wish = (dice: Dice): string => {
  const { day, month } = someWorkday(dice)
  return `Guten Tag, ich hätte gern einen Haarschnitt am ${day}.${month}. um ${dice.between(8, 19)} Uhr`
}

const REPLIES: ReadonlyArray<readonly [act: string, text: string]> = [
  ['offer', 'den ersten bitte'],
  ['ask_name', 'Petra Lindner'],
  ['ask_phone', '0171 3920042'],
  ['ask_email', 'nein danke'],
  ['ask_attendee', 'für mich'],
  ['ask_note', 'nein danke'],
]

/** What a caller says who wants to be done: another day where none is free, and yes to whatever is read back. */
function reply(acts: readonly string[], dice: Dice): string {
  if (acts.includes('none_free') || acts.includes('ask_day')) return wish(dice)
  return REPLIES.find(([act]) => acts.includes(act))?.[1] ?? 'ja'
}

function result(rows: readonly Row[]): BenchResult {
  const most = rows.at(-1)
  return {
    bench: 'text-calls',
    ours: {
      ...Object.fromEntries(
        rows.map(({ calls, spread: times, booked, over }) => [`calls_${calls}`, { ...times, booked, over }]),
      ),
      growth_of_p50_with_calls: growthExponent(
        rows.map(row => ({ size: row.calls, cost: row.spread.p50_ms })),
      ),
      wrong_answers: rows.reduce((sum, row) => sum + row.wrong.length, 0),
    },
    reference: {},
    ratio: null,
    target: `p95 of a turn <= ${TARGET_MS} ms with ${CALLS.at(-1)} calls, a turn each in 2 s; no wrong answer, nine of ten calls end booked`,
    holds:
      most !== undefined &&
      most.spread.p95_ms <= TARGET_MS &&
      rows.every(row => row.wrong.length === 0 && row.booked >= 0.9 * row.over),
  }
}
