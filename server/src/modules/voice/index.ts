import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Calls } from '../calls/index.ts'
import type { Reception } from '../reception/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { BROWSER_CONNECTION, createConnections, DEFAULT_CONNECTION } from './connections.ts'
import { scheduleQuarantinePurge } from './jobs.ts'
import { createReconcileCalls, scheduleReconciliation } from './reconcile-calls.ts'
import { lineUrl } from './retell/line/line-address.ts'
import { lineRoute } from './retell/line/line-route.ts'
import { readRetellEvents } from './retell/read-events.ts'
import { retellRoutes } from './retell/routes.ts'
import { testCallRoutes } from './test-call-routes.ts'

export type Voice = ReturnType<typeof createVoice>

/** Telephone providers, each behind its adapter, and the test call in the browser. */
export function createVoice(
  platform: Platform,
  neighbours: { tenants: Tenants; calls: Calls; reception: Reception },
  options: {
    retellKeys: readonly string[]
    retellSimulatorUrl: () => string | null
    /** Where Retell's REST API is asked; null: nowhere. */
    retellApiUrl: () => string | null
  },
) {
  const connections = createConnections(platform, options.retellKeys)
  readRetellEvents(platform, { ...neighbours, connections })
  scheduleQuarantinePurge(platform)
  const reconcileCalls = createReconcileCalls(platform, { connections, apiUrl: options.retellApiUrl })
  scheduleReconciliation(platform, reconcileCalls)
  return {
    connections,
    /** Asks Retell for what became of calls whose last event never came. */
    reconcileCalls,
    /** The two connections every installation has. Safe to run at every start. */
    ensurePlatformConnections: async (): Promise<void> => {
      for (const [slug, provider] of [
        [DEFAULT_CONNECTION, 'retell'],
        [BROWSER_CONNECTION, 'browser'],
      ] as const)
        if (!(await connections.find(slug))) await connections.save({ slug, provider, keys: [] })
    },
    /** What a provider dials for our own words on the line; null for a name nobody has. It holds a secret. */
    lineUrl: async (publicUrl: string, slug: string): Promise<string | null> => {
      const connection = await connections.find(slug)
      return connection?.provider === 'retell' ? lineUrl(publicUrl, platform.keys, connection) : null
    },
    routes: async (app: HttpServer): Promise<void> => {
      lineRoute(platform, { ...neighbours, connections })(app)
      await retellRoutes(platform, { ...neighbours, connections })(app)
      await testCallRoutes(platform, {
        ...neighbours,
        connections,
        simulatorUrl: options.retellSimulatorUrl,
      })(app)
    },
  }
}
