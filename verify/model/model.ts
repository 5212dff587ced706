import { createDice } from '../dice.ts'
import type { Proof } from '../proof.ts'
import { CalendarModel } from './calendar-model.ts'
import { differences } from './compare.ts'
import type { Game } from './hand.ts'
import { Lifetimes } from './lifetimes.ts'
import { type ModelProduct, startModelProduct } from './model-product.ts'
import { createPlayer } from './player.ts'

const OPERATIONS = 200_000
const CLIENTS = 16
/** The whole database is compared and all invariants are asked after so many operations. */
const COMPARE_EVERY = 500
const SHOWN_PROBLEMS = 20
/** A model that has gone astray finds no end of differences. */
const ENOUGH_PROBLEMS = 50

type Played = {
  readonly operations: number
  readonly counts: Record<string, number>
  readonly problems: string[]
}

/** Half of it by one client, whose every answer is foretold; half by sixteen at once. */
export const model: Proof = {
  name: 'model',
  summary:
    '200,000 random holds, bookings, series, groups, moves, cancellations, outcomes, undos, blocks, hours and clock moves against a model in memory.',
  run: async ({ operations, seed }) => {
    const half = Math.ceil((operations ?? OPERATIONS) / 2)
    const alone = await inProduct(product => play(product, { operations: half, clients: 1, seed }))
    console.log(`one client: ${JSON.stringify(alone.counts)}`)
    const together = await inProduct(product => play(product, { operations: half, clients: CLIENTS, seed }))
    console.log(`${CLIENTS} clients: ${JSON.stringify(together.counts)}`)
    const problems = [
      ...alone.problems.map(problem => `One client: ${problem}`),
      ...together.problems.map(problem => `${CLIENTS} clients: ${problem}`),
    ]
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) console.log(problem)
    return {
      verify: 'model',
      seed,
      operations: alone.operations + together.operations,
      alone: alone.counts,
      together: together.counts,
      problems_found: problems.length,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      holds: problems.length === 0,
    }
  },
}

async function play(
  product: ModelProduct,
  wanted: { operations: number; clients: number; seed: number },
): Promise<Played> {
  const problems: string[] = []
  const counts: Record<string, number> = {}
  const calendar = new CalendarModel(product.clock.now)
  const lifetimes = new Lifetimes()
  const game: Game = {
    product,
    model: calendar,
    lifetimes,
    foretold: wanted.clients === 1,
    problem: text => problems.push(text),
    count: (operation, outcome) => {
      const name = outcome === 'done' ? operation : `${operation}_refused`
      counts[name] = (counts[name] ?? 0) + 1
    },
  }
  const dice = createDice(wanted.seed)
  const players = Array.from({ length: wanted.clients }, (_, index) =>
    createPlayer(game, dice.fork(index), { mayChangeHours: index === 0 }),
  )
  let done = 0
  while (done < wanted.operations && problems.length < ENOUGH_PROBLEMS) {
    const round = Math.min(COMPARE_EVERY, wanted.operations - done)
    await Promise.all(
      players.map(async (turn, index) => {
        const share = Math.floor(round / players.length) + (index < round % players.length ? 1 : 0)
        for (let turns = 0; turns < share && problems.length < ENOUGH_PROBLEMS; turns += 1) await turn()
      }),
    )
    done += round
    problems.push(...(await differences(product, calendar)).map(text => `After ${done} operations: ${text}`))
  }
  return { operations: done, counts, problems: [...problems, ...lifetimes.contradictions()] }
}

async function inProduct<T>(work: (product: ModelProduct) => Promise<T>): Promise<T> {
  const product = await startModelProduct()
  try {
    return await work(product)
  } finally {
    await product.stop()
  }
}
