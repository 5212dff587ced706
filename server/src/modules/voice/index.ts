import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Calls } from '../calls/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Reception } from '../reception/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { agentNow } from './agents/agent-now.ts'
import { agentRoutes } from './agents/agent-routes.ts'
import { publicationRoutes } from './agents/publication-routes.ts'
import { createReceptionists } from './agents/receptionists.ts'
import { createRehearseOutage } from './agents/rehearse-outage.ts'
import { BROWSER_CONNECTION, createConnections, DEFAULT_CONNECTION } from './connections.ts'
import { scheduleQuarantinePurge } from './jobs.ts'
import { createReconcileCalls, scheduleReconciliation } from './reconcile-calls.ts'
import { lineUrl } from './retell/line/line-address.ts'
import { lineRoute } from './retell/line/line-route.ts'
import { readRetellEvents } from './retell/read-events.ts'
import { retellRoutes } from './retell/routes.ts'
import { testCallRoutes } from './test-call-routes.ts'
import { alarmRoute } from './watch/alarm-route.ts'
import { createDoorWatch } from './watch/door-watch.ts'
import { createWatchBusiness, createWatchLine, scheduleWatch } from './watch/watch-line.ts'

export { LINE_ALARMS, type LineAlarm, type LineFigures } from './watch/judge-line.ts'

/** Telephone providers, each behind its adapter, and the test call in the browser. */
export function createVoice(
  platform: Platform,
  neighbours: { tenants: Tenants; catalogue: Catalogue; calls: Calls; reception: Reception },
  options: {
    retellKeys: readonly string[]
    retellSimulatorUrl: () => string | null
    /** Where Retell's REST API is asked; null: nowhere. */
    retellApiUrl: () => string | null
    /** Where Retell finds us. */
    publicUrl: () => string
  },
) {
  const connections = createConnections(platform, options.retellKeys)
  readRetellEvents(platform, { ...neighbours, connections })
  scheduleQuarantinePurge(platform)
  const reconcileCalls = createReconcileCalls(platform, { connections, apiUrl: options.retellApiUrl })
  scheduleReconciliation(platform, reconcileCalls)
  const agentParts = {
    ...neighbours,
    connections,
    apiUrl: options.retellApiUrl,
    publicUrl: options.publicUrl,
  }
  const receptionists = createReceptionists(platform, agentParts)
  const doors = createDoorWatch(platform.clock)
  const watchLine = createWatchLine(platform, { doors })
  const { connectionOf } = receptionists
  const watchBusiness = createWatchBusiness(platform, { doors, connectionOf })
  scheduleWatch(platform, { connections, apiUrl: options.retellApiUrl }, watchLine)
  return {
    connections,
    sealKeysAnew: connections.sealAnew,
    /** Asks Retell for what became of calls whose last event never came. */
    reconcileCalls,
    /** What of the telephone somebody should look at. */
    watchLine,
    rehearseOutage: createRehearseOutage(platform, { accountOf: receptionists.accountOf, reconcileCalls }),
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
      agentRoutes(platform, agentParts, receptionists)(app)
      publicationRoutes(platform, receptionists)(app)
      alarmRoute(watchBusiness)(app)
      lineRoute(platform, { ...neighbours, connections, agentNow })(app)
      await retellRoutes(platform, { ...neighbours, connections, agentNow, doors })(app)
      await testCallRoutes(platform, {
        ...neighbours,
        connections,
        simulatorUrl: options.retellSimulatorUrl,
      })(app)
    },
  }
}
