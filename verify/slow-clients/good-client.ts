import { setTimeout as wait } from 'node:timers/promises'

const PAUSE_MS = 20
const LONGEST_MS = 10_000

export type Latencies = {
  readonly requests: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** An honest client that keeps asking, with a new connection now and then, until it is told to stop. */
export function startGoodClient(url: string, apiKey: string): { stop(): Promise<Latencies> } {
  const paths = ['/health/live', '/api/v1/services', '/api/v1/calls?limit=5']
  const took: number[] = []
  let failed = 0
  let stopped = false
  const asking = (async () => {
    for (let count = 0; !stopped; count += 1) {
      const begun = performance.now()
      const response = await fetch(`${url}${paths[count % paths.length]}`, {
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(count % 10 === 0 ? { connection: 'close' } : {}),
        },
        signal: AbortSignal.timeout(LONGEST_MS),
      }).catch(() => null)
      await response?.arrayBuffer().catch(() => {})
      took.push(performance.now() - begun)
      if (response?.status !== 200) failed += 1
      await wait(PAUSE_MS)
    }
  })()
  return {
    stop: async () => {
      stopped = true
      await asking
      const sorted = took.toSorted((left, right) => left - right)
      const at = (share: number): number =>
        Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
      return { requests: sorted.length, failed, p50: at(0.5), p95: at(0.95), max: at(1) }
    },
  }
}
