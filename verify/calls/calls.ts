import { availableParallelism } from 'node:os'
import { loadConfig } from '../../server/src/config.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { callerOf } from '../../server/src/roles/simulate/caller-of.ts'
import { type Line, openLine, openWorld } from '../../server/src/roles/simulate/open-world.ts'
import { startPrivateDatabase } from '../../server/src/roles/simulate/private-database.ts'
import { runCall } from '../../server/src/roles/simulate/run-call.ts'
import type { CallerScript, ScriptFile } from '../../server/src/roles/simulate/script.ts'
import { simulate } from '../../server/src/roles/simulate/simulate.ts'
import { createDice, type Dice } from '../dice.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { scriptsOfRepository } from '../scripts-of-repository.ts'
import { randomCaller, wordsOfAll } from './random-caller.ts'

const TURNS = 10_000
const TIMES = 5
const MOST_SHOWN = 20

export const calls: Proof = {
  name: 'calls',
  summary: `Every scripted caller ${TIMES} times, and random conversations of ${TURNS} turns: no fact without a receipt.`,
  run: ({ operations, seed }) => proveCalls({ seed, turns: operations ?? TURNS, times: TIMES }),
}

type Found = { turns: number; calls: number; problems: string[] }

/** `only`: so many of the scripts, for a sample. */
export async function proveCalls(wish: {
  seed: number
  turns: number
  times: number
  only?: number
}): Promise<ProofResult> {
  const begun = performance.now()
  const scripts = await scriptsOfRepository(wish.only)
  const database = await startPrivateDatabase()
  const options = {
    config: loadConfig(),
    databaseUrl: database.url,
    log: createLog({ level: 'silent' }),
  }
  try {
    const failed: string[] = []
    const summary = await simulate(scripts, {
      ...options,
      times: wish.times,
      report: ({ result }) => {
        if (!result.pass) failed.push(`${result.id}: ${result.problems.join('; ')}`)
      },
    })
    const scriptedSeconds = secondsSince(begun)
    const random = await talkAtRandom(readable(scripts), options, wish)
    const problems = [...failed, ...random.problems]
    return {
      verify: 'calls',
      seed: wish.seed,
      holds: problems.length === 0,
      ...summary,
      times: wish.times,
      scripted_seconds: scriptedSeconds,
      random_calls: random.calls,
      random_turns: random.turns,
      random_seconds: secondsSince(begun) - scriptedSeconds,
      problems: problems.slice(0, MOST_SHOWN),
    }
  } finally {
    await database.close()
  }
}

function readable(files: readonly ScriptFile[]): CallerScript[] {
  return files.flatMap(file => (file.kind === 'script' ? [file.script] : []))
}

/** Conversations one after the other on as many lines as there are cores, until so many turns were spoken. */
async function talkAtRandom(
  scripts: readonly CallerScript[],
  options: Parameters<typeof openLine>[0],
  { seed, turns }: { seed: number; turns: number },
): Promise<Found> {
  const words = wordsOfAll(scripts)
  const found: Found = { turns: 0, calls: 0, problems: [] }
  const lines = Array.from({ length: availableParallelism() }, () => openLine(options))
  const talk = async (line: Line, dice: Dice): Promise<void> => {
    while (found.turns < turns) {
      const script = dice.pick(scripts)
      const world = await openWorld(line, script.world, script.now)
      const caller = randomCaller(callerOf(script, world), words, dice)
      const { turns: held } = await runCall(line, world, { script, caller })
      found.calls += 1
      found.turns += held.length
      found.problems.push(...held.flatMap(turn => turn.unproven.map(problem => `${script.id}: ${problem}`)))
    }
  }
  try {
    await Promise.all(lines.map((line, index) => talk(line, createDice(seed).fork(index))))
  } finally {
    await Promise.all(lines.map(line => line.close()))
  }
  return found
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 1000)
}
