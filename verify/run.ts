/**
 * `npm run verify -- <name> [--operations N | --minutes N] [--seed S]`: one of the long proofs at full length; its last
 * line is one JSON object. Exit code 1: it does not hold. `npm test` runs each of them at about one hundredth.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { attack } from './attack/attack.ts'
import { availability } from './availability/availability.ts'
import { busyTimes } from './busy-times/busy-times.ts'
import { calls } from './calls/calls.ts'
import { cluster } from './cluster/cluster.ts'
import { contention } from './contention/contention.ts'
import { crash } from './crash/crash.ts'
import { faults } from './faults/faults.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { hosted } from './hosted/hosted.ts'
import { line } from './line/line.ts'
import { lostEvents } from './lost-events/lost-events.ts'
import { model } from './model/model.ts'
import { postgres } from './postgres/postgres.ts'
import type { Proof } from './proof.ts'
import { properties } from './properties/properties.ts'
import { publish } from './publish/publish.ts'
import { secrets } from './secrets/secrets.ts'
import { slowClients } from './slow-clients/slow-clients.ts'
import { time } from './time/time.ts'
import { torture } from './torture/torture.ts'

const proofs: readonly Proof[] = [
  attack,
  availability,
  busyTimes,
  calls,
  cluster,
  contention,
  crash,
  faults,
  fuzz,
  hosted,
  line,
  lostEvents,
  model,
  postgres,
  properties,
  publish,
  secrets,
  slowClients,
  time,
  torture,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    operations: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
  },
})
const proof = proofs.find(candidate => candidate.name === positionals[0])
if (proof) {
  const seed = amount('seed') ?? randomInt(1, 2 ** 31)
  console.log(`${proof.name}: ${proof.summary} Seed ${seed}.`)
  const result = await proof.run({ operations: amount('operations'), minutes: amount('minutes'), seed })
  console.log(JSON.stringify(result))
  process.exitCode = result.holds ? 0 : 1
} else {
  console.error('npm run verify -- <name> [--operations N | --minutes N] [--seed S]\n')
  for (const { name, summary } of proofs) console.error(`  ${name.padEnd(14)} ${summary}`)
  process.exitCode = 2
}

function amount(option: 'operations' | 'minutes' | 'seed'): number | null {
  const text = values[option]
  if (text === undefined) return null
  const value = Number(text)
  if (!(value > 0)) throw new Error(`--${option} takes a number above 0, not "${text}".`)
  return value
}
