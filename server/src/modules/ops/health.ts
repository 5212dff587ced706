import type { Platform } from '../../platform/platform.ts'

export type CheckStatus = 'ok' | 'degraded' | 'down' | 'not_configured'
/** Figures and words beside a status; never a secret, never a tenant. */
export type CheckDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
export type Finding = { readonly status: CheckStatus; readonly detail?: CheckDetail }
export type HealthCheck = () => Promise<CheckStatus | Finding>
type Result = Finding & { readonly took_ms: number; readonly since: string }
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
  { clock }: Pick<Platform, 'clock'>,
  options: { version: string; checks: Record<string, HealthCheck> },
) {
  const since = new Map<string, { status: CheckStatus; at: string }>()
  let serving = false

  const check = async (name: string, run: HealthCheck): Promise<Result> => {
    const begun = performance.now()
    const { status, detail } = await withPatience(run)
    const took_ms = Math.round((performance.now() - begun) * 10) / 10
    const before = since.get(name)
    if (before?.status !== status) since.set(name, { status, at: clock.now().toString() })
    const at = since.get(name)?.at ?? clock.now().toString()
    return { status, took_ms, since: at, ...(detail ? { detail } : {}) }
  }

  return {
    names: Object.keys(options.checks),
    /** Says that the product takes work; and, on the way out, that it no longer does. */
    setServing: (value: boolean): void => {
      serving = value
    },
    isReady: async (): Promise<boolean> => {
      const database = options.checks.database
      return serving && database !== undefined && (await withPatience(database)).status !== 'down'
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

async function withPatience(run: HealthCheck): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>(resolve => {
    timer = setTimeout(
      () => resolve({ status: 'down', detail: { problem: 'no answer in time' } }),
      PATIENCE_MS,
    )
  })
  try {
    const found = await Promise.race([run(), late])
    return typeof found === 'string' ? { status: found } : found
  } catch {
    return { status: 'down' }
  } finally {
    clearTimeout(timer)
  }
}
