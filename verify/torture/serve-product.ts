/**
 * The product as `start` runs it, web and worker in one process, but on a database that somebody else keeps and with a
 * clock that whoever started it shifts. Says where it listens, and ends when nobody listens to it any more.
 */
import { createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { WEB_LIMITS } from '../../server/src/platform/db/connect.ts'
import { startWorker } from '../../server/src/platform/jobs/worker.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'

const POOL_SIZE = 12

const shift = { ms: Number(process.env.CLOCK_SHIFT_MS ?? 0) }
process.on('message', message => {
  shift.ms = (message as { shiftMs: number }).shiftMs
})
process.on('disconnect', () => process.exit(1))

const config = loadConfig(process.env)
const url = process.env.TORTURED_DATABASE_URL ?? ''
const clock = { now: () => Temporal.Now.instant().add({ milliseconds: shift.ms }) }
const log = createLog({ level: 'warn' })
const app = createApp({
  config,
  databaseUrl: url,
  log,
  clock,
  undeclaredAnswers: 'throw',
  database: { poolSize: POOL_SIZE, limits: WEB_LIMITS },
})
await app.platform.live.start()
const http = await app.createHttp()
const address = await http.listen({ port: 0, host: '127.0.0.1' })
const { jobs, metrics } = app.platform
await startWorker({ url, jobs, log, metrics, clock })
app.modules.ops.health.setServing(true)
process.send?.({ port: Number(new URL(address).port) })
