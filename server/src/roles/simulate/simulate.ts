import type { Config } from '../../config.ts'
import type { Log } from '../../platform/observability/log.ts'
import { callerOf } from './caller-of.ts'
import { createWorldMaker } from './copy-world.ts'
import { holdInWorld } from './hold-in-world.ts'
import { GivenError } from './make-given.ts'
import { type Line, openLine } from './open-world.ts'
import { type HeldTurn, type OpenChannel, runCall } from './run-call.ts'
import type { CallerScript, ScriptFile } from './script.ts'

/** What came of one repetition of one script. */
export type ScriptResult = {
  readonly id: string
  readonly pass: boolean
  readonly outcome: string | null
  readonly turns: number
  readonly took_ms: number
  readonly problems: readonly string[]
}

export type HeldScript = { readonly result: ScriptResult; readonly turns: readonly HeldTurn[] }

/** Calls at once: one works in the database while another thinks. */
const LINES = 4

/**
 * Holds every script so many times, each in a world of its own, and reports in the order of the scripts. The database
 * must be one that nobody uses: worlds stay behind in it.
 */
export async function simulate(
  scripts: readonly ScriptFile[],
  options: {
    config: Config
    databaseUrl: string
    log: Log
    times: number
    report: (held: HeldScript) => void
    /** How callers speak with the receptionist; words alone unless told otherwise. */
    openChannel?: OpenChannel
  },
): Promise<{ scripts: number; passed_first: number; passed_all: number }> {
  const { times, report } = options
  const runs = scripts.flatMap(script => Array.from({ length: times }, () => script))
  const held: (HeldScript | undefined)[] = runs.map(() => undefined)
  const makeWorld = createWorldMaker()
  const lines = Array.from({ length: Math.min(LINES, runs.length) }, () =>
    openLine({ ...options, makeWorld }),
  )
  let next = 0
  let reported = 0
  const work = async (line: Line): Promise<void> => {
    for (let index = next++; index < runs.length; index = next++) {
      held[index] = await holdScript(line, runs[index] as ScriptFile, options.openChannel)
      for (let done = held[reported]; done !== undefined; done = held[reported]) {
        report(done)
        reported += 1
      }
    }
  }
  try {
    await lines[0]?.app.modules.voice.ensurePlatformConnections()
    await Promise.all(lines.map(work))
  } finally {
    await Promise.all(lines.map(line => line.close()))
  }
  const passes = scripts.map((_, index) =>
    held.slice(index * times, (index + 1) * times).map(one => one?.result.pass === true),
  )
  return {
    scripts: scripts.length,
    passed_first: passes.filter(([first]) => first).length,
    passed_all: passes.filter(all => all.every(Boolean)).length,
  }
}

async function holdScript(
  line: Line,
  file: ScriptFile,
  openChannel: OpenChannel | undefined,
): Promise<HeldScript> {
  const begun = performance.now()
  if (file.kind === 'unreadable') return failed(file.id, begun, file.problems)
  const { script } = file
  try {
    return await holdAndGrade(line, script, { begun, openChannel })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return failed(script.id, begun, [error instanceof GivenError ? problem : `broke: ${problem}`])
  }
}

async function holdAndGrade(
  line: Line,
  script: CallerScript,
  { begun, openChannel }: { begun: number; openChannel: OpenChannel | undefined },
): Promise<HeldScript> {
  const { call, outcome, problems } = await holdInWorld(line, script, world =>
    runCall(line, world, {
      ...{ script, caller: callerOf(script, world) },
      ...(openChannel === undefined ? {} : { openChannel }),
    }),
  )
  return {
    turns: call.turns,
    result: {
      id: script.id,
      pass: problems.length === 0,
      outcome,
      turns: call.turns.length,
      took_ms: tookMs(begun),
      problems,
    },
  }
}

function failed(id: string, begun: number, problems: readonly string[]): HeldScript {
  return { turns: [], result: { id, pass: false, outcome: null, turns: 0, took_ms: tookMs(begun), problems } }
}

function tookMs(begun: number): number {
  return Math.round(performance.now() - begun)
}
