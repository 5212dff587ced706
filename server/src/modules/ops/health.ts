import type { Platform } from '../../platform/platform.ts'

export type CheckStatus = 'ok' | 'degraded' | 'down' | 'not_configured'
export type HealthCheck = () => Promise<CheckStatus>
type Result = { readonly status: CheckStatus; readonly took_ms: number; readonly since: string }
export type HealthReport = {
  readonly status: CheckStatus
  readonly checks: Readonly<Record<string, Result>>
  readonly version: string
}

const PATIENCE_MS = 3000
/** Without these nothing works; without any other the product still serves. */
const VITAL = new Set(['database'])

export type Health = ReturnType<typeof createHealth>

export function createHealth(
  { clock }: Platform,
  options: { version: string; checks: Record<string, HealthCheck> },
) {
  const since = new Map<string, { status: CheckStatus; at: string }>()
  let serving = false

  const check = async (name: string, run: HealthCheck): Promise<Result> => {
    const begun = performance.now()
    const status = await withPatience(run)
    const took_ms = Math.round((performance.now() - begun) * 10) / 10
    const before = since.get(name)
    if (before?.status !== status) since.set(name, { status, at: clock.now().toString() })
    return { status, took_ms, since: since.get(name)?.at ?? clock.now().toString() }
  }

  return {
    names: Object.keys(options.checks),
    /** Says that the product takes work; and, on the way out, that it no longer does. */
    setServing: (value: boolean): void => {
      serving = value
    },
    isReady: async (): Promise<boolean> => {
      const database = options.checks.database
      return serving && database !== undefined && (await withPatience(database)) === 'ok'
    },
    one: async (name: string): Promise<HealthReport | null> => {
      const run = options.checks[name]
      if (!run) return null
      const result = await check(name, run)
      return { status: result.status, checks: { [name]: result }, version: options.version }
    },
    all: async (): Promise<HealthReport> => {
      const entries = await Promise.all(
        Object.entries(options.checks).map(async ([name, run]) => [name, await check(name, run)] as const),
      )
      return { status: overall(entries), checks: Object.fromEntries(entries), version: options.version }
    },
  }
}

function overall(entries: ReadonlyArray<readonly [string, Result]>): CheckStatus {
  if (entries.some(([name, result]) => VITAL.has(name) && result.status === 'down')) return 'down'
  return entries.some(([, result]) => result.status === 'down' || result.status === 'degraded')
    ? 'degraded'
    : 'ok'
}

async function withPatience(run: HealthCheck): Promise<CheckStatus> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<CheckStatus>(resolve => {
    timer = setTimeout(() => resolve('down'), PATIENCE_MS)
  })
  try {
    return await Promise.race([run(), late])
  } catch {
    return 'down'
  } finally {
    clearTimeout(timer)
  }
}
