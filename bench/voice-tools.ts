import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { createDice, type Dice } from '../verify/dice.ts'
import type { BenchResult } from './bench-result.ts'
import { someWorkday } from './harness/bench-days.ts'
import { findShops, openShops, type Shop } from './harness/bench-shops.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { signedRequest } from './harness/signed-request.ts'
import { growthExponent, type Spread, spread } from './harness/statistics.ts'
import { serveStoredCalls } from './stored/stored-calls.ts'

const CALLS = [10, 25, 50]
const BETWEEN_TOOLS_MS = 2000
const ROUND_MS = 30_000
const WARM_UP_MS = 6000
const TARGET_MS = 50
const SHOPS = 10
const STORED = 1_000_000
const SEED = 20_261_121
const PATH = '/voice/retell/default/tools'

type Answer = { status: string; slots?: Array<{ token: string }> }
type Tool = 'find_slots' | 'hold_slot' | 'book_appointment'
const TOOLS: readonly Tool[] = ['find_slots', 'hold_slot', 'book_appointment']
type Durations = Record<Tool, number[]>
type Line = { send: Send; shop: Shop; until: number; durations: Durations; wrong: string[]; dice: Dice }
type Send = (name: Tool, args: object, call: object) => Promise<{ answer: Answer; tookMs: number }>

/**
 * Calls that find, keep and book in turn, one tool call per call and two seconds, each request signed; the worker runs
 * beside, as in life. One call ends when it has booked, and the line takes the next.
 */
export async function measureVoiceTools(): Promise<BenchResult> {
  const rows: Row[] = []
  let shops: Shop[] = []
  const fresh = await serveProduct({
    prepare: async app => {
      shops = await openShops(app, SHOPS)
    },
  })
  try {
    await warmUp(fresh, shops)
    for (const calls of CALLS) rows.push(await measured(fresh, { shops, calls, stored: 0 }))
  } finally {
    await fresh.stop()
  }
  const full = await serveStoredCalls(STORED)
  try {
    shops = await findShops(full.app, SHOPS)
    await warmUp(full, shops)
    rows.push(await measured(full, { shops, calls: CALLS.at(-1) ?? 0, stored: STORED }))
  } finally {
    await full.stop()
  }
  return result(rows)
}

type Row = { calls: number; stored: number; wrong: string[]; all: Spread; tools: Record<Tool, Spread> }

async function warmUp(product: ServedProduct, shops: readonly Shop[]): Promise<void> {
  await product.start('worker')
  await round(product, { shops, calls: 10, forMs: WARM_UP_MS })
}

async function measured(
  product: ServedProduct,
  { shops, calls, stored }: { shops: readonly Shop[]; calls: number; stored: number },
): Promise<Row> {
  const { durations, wrong } = await round(product, { shops, calls, forMs: ROUND_MS })
  const tools = Object.fromEntries(TOOLS.map(tool => [tool, spread(durations[tool])])) as Record<Tool, Spread>
  const figures = TOOLS.map(tool => `${tool} p50 ${tools[tool].p50_ms} p95 ${tools[tool].p95_ms}`).join(' · ')
  console.log(
    `${String(calls).padStart(3)} calls, ${stored} stored: ${figures} ms; wrong answers: ${wrong.slice(0, 3).join(', ') || 'none'}`,
  )
  return { calls, stored, wrong, tools, all: spread(TOOLS.flatMap(tool => durations[tool])) }
}

async function round(
  product: ServedProduct,
  { shops, calls, forMs }: { shops: readonly Shop[]; calls: number; forMs: number },
): Promise<{ durations: Durations; wrong: string[] }> {
  const key = product.config.secrets.retellApiKeys[0] ?? ''
  const pool = new Pool(product.url, { connections: calls, pipelining: 1 })
  const send: Send = async (name, args, call) => {
    const { path, headers, body, method } = signedRequest(PATH, JSON.stringify({ name, call, args }), key)
    const begun = performance.now()
    const response = await pool.request({ path, method, headers: headers ?? {}, body: body ?? null })
    const answer = (await response.body.json()) as Answer
    return { answer, tookMs: performance.now() - begun }
  }
  const durations: Durations = { find_slots: [], hold_slot: [], book_appointment: [] }
  const wrong: string[] = []
  const until = performance.now() + forMs
  const dice = createDice(SEED)
  await Promise.all(
    Array.from({ length: calls }, async (_, index) => {
      // Lines do not ring at the same moment.
      await wait((index / calls) * BETWEEN_TOOLS_MS)
      const shop = shops[index % shops.length]
      if (shop) await line({ send, shop, until, durations, wrong, dice: dice.fork(index) })
    }),
  )
  await pool.close()
  return { durations, wrong }
}

/** One line of a shop: call after call until the time is over. */
async function line({ send, shop, until, durations, wrong, dice }: Line): Promise<void> {
  while (performance.now() < until) {
    const call = {
      call_id: `call_${randomUUID().replaceAll('-', '')}`,
      call_type: 'phone_call',
      direction: 'inbound',
      call_status: 'ongoing',
      from_number: '+491713920042',
      to_number: shop.number,
    }
    let token = ''
    for (const tool of TOOLS) {
      const { answer, tookMs } = await send(tool, argumentsOf(tool, token, dice), call)
      durations[tool].push(tookMs)
      if (!EXPECTED[tool].includes(answer.status)) wrong.push(`${tool}: ${answer.status}`)
      // Callers choose differently, or all of them would want the same chair.
      if (answer.slots?.length) token = dice.pick(answer.slots).token
      if (token === '') break
      await wait(BETWEEN_TOOLS_MS)
    }
  }
}

/** A day may be a holiday; two callers of one shop may choose the same slot, and the second is told so. */
const EXPECTED: Readonly<Record<Tool, readonly string[]>> = {
  find_slots: ['free', 'closed'],
  hold_slot: ['held', 'taken'],
  book_appointment: ['booked', 'taken'],
}

function argumentsOf(tool: Tool, token: string, dice: Dice): object {
  if (tool === 'find_slots') {
    const workday = someWorkday(dice)
    return { service: 'Haarschnitt', when: `am ${workday.day}.${workday.month}.${workday.year}` }
  }
  return tool === 'hold_slot' ? { token } : { token, name: 'Petra Lindner' }
}

function result(rows: readonly Row[]): BenchResult {
  const most = rows.filter(row => row.calls === CALLS.at(-1))
  const slowest = Math.max(...most.flatMap(row => TOOLS.map(tool => row.tools[tool].p95_ms)))
  const fresh = rows.filter(row => row.stored === 0)
  return {
    bench: 'voice-tools',
    ours: {
      ...Object.fromEntries(
        rows.map(row => [`calls_${row.calls}_stored_${row.stored}`, { all: row.all, ...row.tools }]),
      ),
      growth_of_p50_with_calls: growthExponent(fresh.map(row => ({ size: row.calls, cost: row.all.p50_ms }))),
      wrong_answers: rows.reduce((sum, row) => sum + row.wrong.length, 0),
    },
    reference: {},
    ratio: null,
    target: `p95 of each tool <= ${TARGET_MS} ms with 50 calls, one tool call per call and 2 s, also with ${STORED} stored calls`,
    holds: slowest <= TARGET_MS && rows.every(row => row.wrong.length === 0),
  }
}
