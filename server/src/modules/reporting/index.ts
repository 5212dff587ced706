import type { Platform } from '../../platform/platform.ts'
import type { Calls } from '../calls/index.ts'
import type { Customers } from '../customers/index.ts'
import type { Messaging } from '../messaging/index.ts'
import type { Scheduling } from '../scheduling/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { callRoutes } from './call-routes.ts'
import { liveRoute } from './live-route.ts'

export type ReportingNeighbours = {
  readonly tenants: Tenants
  readonly customers: Customers
  readonly scheduling: Scheduling
  readonly calls: Calls
  readonly messaging: Messaging
}

/** Read models for screens: what several modules know about one thing, put together. Nobody uses it. */
export function createReporting(platform: Platform, neighbours: ReportingNeighbours) {
  return {
    routes: async (app: import('../../platform/http/server.ts').HttpServer): Promise<void> => {
      await callRoutes(platform, neighbours)(app)
      liveRoute(platform)(app)
    },
  }
}
