/** `npm run bench -- <name>`: runs one benchmark; its last line is one JSON object. Exit code 1: its target is missed. */
import { measureAvailabilityEngine } from './availability-engine.ts'
import { measureAvailabilityHttp } from './availability-http.ts'
import type { BenchResult } from './bench-result.ts'
import { measureBooking } from './booking.ts'
import { measureContention } from './contention.ts'
import { measureJobs } from './jobs.ts'
import { measureLive } from './live.ts'
import { measureQueries } from './queries.ts'
import { measureStart } from './start.ts'
import { measureTextCalls } from './text-calls.ts'
import { measureUnderstand } from './understand.ts'
import { measureVoiceTools } from './voice-tools.ts'
import { measureWeb } from './web.ts'
import { measureWebhook } from './webhook.ts'

const benches: Readonly<Record<string, () => Promise<BenchResult>>> = {
  start: measureStart,
  webhook: measureWebhook,
  booking: measureBooking,
  contention: measureContention,
  'voice-tools': measureVoiceTools,
  'text-calls': measureTextCalls,
  jobs: measureJobs,
  'availability-engine': measureAvailabilityEngine,
  understand: measureUnderstand,
  'availability-http': measureAvailabilityHttp,
  queries: measureQueries,
  live: measureLive,
  web: measureWeb,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) {
  const result = await bench()
  console.log(JSON.stringify(result))
  process.exitCode = result.holds ? 0 : 1
} else {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 2
}
