import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import type { HttpServer } from '../platform/http/http-server.ts'
import { serveWeb } from '../platform/http/serve-web.ts'
import type { Log } from '../platform/observability/log.ts'
import { announceServer, withdrawServer } from './running-server.ts'

/** Answers every route and the web application, and says in `DATA_DIR` where. Throws when the port is taken. */
export async function listenAsWeb(closers: AsyncDisposableStack, app: App, config: Config): Promise<string> {
  await app.platform.live.start()
  closers.defer(() => app.platform.live.stop())
  const http = await app.createHttp()
  await serveWeb(http)
  closers.defer(() => http.close())
  const url = await bind(http, config, config.port)
  await announceServer(config.dataDir, { pid: process.pid, url })
  closers.defer(() => withdrawServer(config.dataDir))
  takeWork(closers, app)
  return url
}

/**
 * Health and metrics of a worker, if it was given a port. A taken port does not end it: jobs matter more than
 * figures, and two workers with the same environment both run.
 */
export async function listenAsWorker(
  closers: AsyncDisposableStack,
  app: App,
  { config, log }: { config: Config; log: Log },
): Promise<string | null> {
  takeWork(closers, app)
  if (config.workerPort === null) return null
  const http = await app.createProbes()
  closers.defer(() => http.close())
  try {
    return await bind(http, config, config.workerPort)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    log.warn({ port: config.workerPort }, 'PORT is taken: this worker shows no health and no metrics')
    return null
  }
}

function takeWork(closers: AsyncDisposableStack, app: App): void {
  app.modules.ops.health.setServing(true)
  closers.defer(() => app.modules.ops.health.setServing(false))
}

async function bind(http: HttpServer, config: Config, wanted: number): Promise<string> {
  await http.listen({ port: wanted, host: config.host })
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : wanted
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
