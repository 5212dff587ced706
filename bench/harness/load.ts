import { Pool } from 'undici'
import { type Spread, spread } from './statistics.ts'

export type Request = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

export type Load = {
  readonly answered: number
  readonly perSecond: number
  readonly spread: Spread
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
}

/**
 * A closed loop: `connections` clients, each with one request under way, until `next` has no more or the time is over.
 * A request that breaks is counted as status `broken`.
 */
export async function load(options: {
  url: string
  connections: number
  forMs: number
  next: () => Request | null
  onAnswer?: (request: Request, status: number, body: string) => void
}): Promise<Load> {
  const pool = new Pool(options.url, { connections: options.connections, pipelining: 1 })
  const durations: number[] = []
  const statuses: Record<string, number> = {}
  const begun = performance.now()
  const client = async (): Promise<void> => {
    while (performance.now() - begun < options.forMs) {
      const request = options.next()
      if (!request) return
      const startedAt = performance.now()
      const { status, body } = await send(pool, request)
      durations.push(performance.now() - startedAt)
      statuses[status] = (statuses[status] ?? 0) + 1
      options.onAnswer?.(request, Number(status), body)
    }
  }
  await Promise.all(Array.from({ length: options.connections }, client))
  const seconds = (performance.now() - begun) / 1000
  await pool.close()
  return {
    answered: durations.length,
    perSecond: Math.round(durations.length / seconds),
    spread: spread(durations),
    statuses,
  }
}

async function send(pool: Pool, request: Request): Promise<{ status: string; body: string }> {
  try {
    const answer = await pool.request({
      method: request.method,
      path: request.path,
      headers: request.headers ?? {},
      body: request.body ?? null,
    })
    return { status: String(answer.statusCode), body: await answer.body.text() }
  } catch {
    return { status: 'broken', body: '' }
  }
}
