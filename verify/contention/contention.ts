import pg from 'pg'
import { Pool } from 'undici'
import { serveProduct } from '../../bench/harness/served-product.ts'
import { createDice, type Dice } from '../dice.ts'
import { brokenInvariants } from '../product/invariants.ts'
import type { Proof } from '../proof.ts'
import { openShop, RACES, type Race } from './contested-shops.ts'
import { type Racer, racersOf, type Slots, slotsOfDays } from './racers.ts'

const ATTEMPTS = 100_000
const RACERS = 50
/** Statistics of a backend arrive when it has been idle for a moment. */
const STATISTICS_MS = 1500
const SHOWN_PROBLEMS = 20

/** Exactly as many succeed as may, everybody else is refused by type, nobody is told of an error of ours. */
export const contention: Proof = {
  name: 'contention',
  summary:
    '100,000 attempts at places that exclude each other, bookings, holds and closures: one outcome each, typed, without deadlock.',
  run: async ({ operations, seed }) => {
    const attempts = operations ?? ATTEMPTS
    const rounds = Math.max(1, Math.round(attempts / RACERS / RACES.length))
    const shops = new Map<Race, Awaited<ReturnType<typeof openShop>>>()
    const product = await serveProduct({
      prepare: async app => {
        for (const race of RACES) shops.set(race, await openShop(app, race))
      },
    })
    const database = new pg.Client(product.adminUrl)
    await database.connect()
    const pool = new Pool(product.url, { connections: RACERS, pipelining: 1 })
    try {
      const dice = createDice(seed)
      const problems: string[] = []
      const races: Record<string, object> = {}
      const before = await deadlocks(database)
      for (const race of RACES) {
        const shop = { pool, ...(shops.get(race) ?? { key: '', firstPerson: '' }) }
        const slots = slotsOfDays(shop, race)
        const result = await run(rounds, { race, dice, slots, racers: racersOf(shop) })
        console.log(`${race.name}: ${JSON.stringify({ ...result, problems: result.problems.length })}`)
        problems.push(...result.problems.map(problem => `${race.name}: ${problem}`))
        races[race.name] = { ...result, problems: result.problems.length }
      }
      await new Promise(resolve => setTimeout(resolve, STATISTICS_MS))
      const deadlocked = (await deadlocks(database)) - before
      problems.push(
        ...(await brokenInvariants(async (text, values) => (await database.query(text, values)).rows)),
      )
      for (const problem of problems.slice(0, SHOWN_PROBLEMS)) console.log(problem)
      return {
        verify: 'contention',
        seed,
        attempts: rounds * RACERS * RACES.length,
        races,
        deadlocks: deadlocked,
        problems_found: problems.length,
        problems: problems.slice(0, SHOWN_PROBLEMS),
        holds: problems.length === 0 && deadlocked === 0,
      }
    } finally {
      await pool.close()
      await database.end()
      await product.stop()
    }
  },
}

type RaceResult = { rounds: number; won: number; refused: number; seconds: number; problems: string[] }

async function run(
  rounds: number,
  {
    race,
    dice,
    slots,
    racers,
  }: { race: Race; dice: Dice; slots: Slots; racers: ReturnType<typeof racersOf> },
): Promise<RaceResult> {
  const begun = performance.now()
  const result: RaceResult = { rounds, won: 0, refused: 0, seconds: 0, problems: [] }
  for (let round = 0; round < rounds; round += 1) {
    const tokens = await slots.next()
    const answers = await Promise.all(
      Array.from({ length: RACERS }, async (_, index): Promise<Racer> => {
        const turn = index % race.wishes.length
        const wish = race.wishes[turn]
        if (!wish) throw new Error('A race without wishes.')
        // Not all in one tick: who is first at the database must not depend on who was first here.
        for (let ticks = dice.between(0, 3); ticks > 0; ticks -= 1) await new Promise(setImmediate)
        if (wish.does === 'block') return await racers.block(tokens.start)
        return await racers[wish.does](tokens.of[turn] ?? '', index)
      }),
    )
    result.won += answers.filter(answer => answer.kind === 'won').length
    result.refused += answers.filter(answer => answer.kind === 'refused').length
    result.problems.push(...wrongIn(race, answers).map(problem => `at ${tokens.start}: ${problem}`))
  }
  result.seconds = Math.round((performance.now() - begun) / 100) / 10
  return result
}

function wrongIn(race: Race, answers: readonly Racer[]): string[] {
  const won = answers.filter(answer => answer.kind === 'won').length
  const blocks = answers.flatMap(answer => (answer.kind === 'blocked' ? [answer.collisions] : []))
  const wrong = answers.flatMap(answer => (answer.kind === 'wrong' ? [answer.what] : []))
  if (blocks.length === 0)
    return won === race.winners ? wrong : [...wrong, `${won} won instead of ${race.winners}`]
  // Whoever blocks sees what was booked before, and nothing is booked after.
  if (won > race.winners || blocks.some(collisions => collisions !== won))
    wrong.push(`${won} won, and the blocks name ${blocks.join(' and ')}`)
  return wrong
}

async function deadlocks(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ deadlocks: string }>(
    'select pg_stat_database.deadlocks from pg_stat_database where pg_stat_database.datname = current_database()',
  )
  return Number(rows[0]?.deadlocks ?? 0)
}
