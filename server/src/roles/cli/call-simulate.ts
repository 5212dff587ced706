import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { createLog } from '../../platform/observability/log.ts'
import { startPrivateDatabase } from '../simulate/private-database.ts'
import type { HeldTurn } from '../simulate/run-call.ts'
import { readScript } from '../simulate/script.ts'
import { type HeldScript, simulate } from '../simulate/simulate.ts'
import type { Command } from './command.ts'

export const callSimulate: Command = {
  name: 'call simulate',
  usage: 'call simulate FILE… [--times K] [--verbose] [--json]',
  summary:
    'Holds scripted calls and grades them on what is committed; exit code 0 only if all passed every time.\n' +
    'Each call has a business of its own in a temporary database: nothing of yours is touched. --verbose prints what was said.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        times: { type: 'string', default: '1' },
        verbose: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const times = Number(values.times)
    if (positionals.length === 0 || !Number.isInteger(times) || times < 1) {
      console.error(`askpro ${callSimulate.usage}`)
      return 2
    }
    const config = loadConfig()
    const log = createLog({ level: 'error', destination: 'stderr' })
    const scripts = await Promise.all(positionals.map(readScript))
    const database = await startPrivateDatabase()
    try {
      const report = (held: HeldScript): void => {
        if (values.verbose) for (const turn of held.turns) printTurn(turn)
        if (values.json) console.log(JSON.stringify(held.result))
        else print(held)
      }
      const summary = await simulate(scripts, { config, databaseUrl: database.url, log, times, report })
      console.log(
        values.json
          ? JSON.stringify(summary)
          : `${summary.scripts} scripts: ${summary.passed_first} passed the first time, ${summary.passed_all} every time.`,
      )
      return summary.passed_all === summary.scripts ? 0 : 1
    } finally {
      await database.close()
    }
  },
}

function print({ result }: HeldScript): void {
  const { id, pass, outcome, turns, took_ms: tookMs, problems } = result
  console.log(
    `${pass ? 'passed' : 'FAILED'}  ${id}  ${outcome ?? 'no outcome'}, ${turns} turns, ${tookMs} ms`,
  )
  for (const problem of problems) console.log(`        ${problem}`)
}

function printTurn({ caller, text, acts }: HeldTurn): void {
  if (caller !== null) console.log(`> ${caller}`)
  console.log(`${text}  [${acts.join(', ')}]`)
}
