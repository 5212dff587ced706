import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { callRoutes } from './call-routes.ts'
import { liveRoute } from './live-route.ts'
import type { ReportingNeighbours } from './neighbours.ts'
import { requestRoutes } from './request-routes.ts'

/** Read models for screens: what several modules know about one thing, put together. Nobody uses it. */
export function createReporting(platform: Platform, neighbours: ReportingNeighbours) {
  return {
    routes: async (app: HttpServer): Promise<void> => {
      await callRoutes(platform, neighbours)(app)
      await requestRoutes(platform, neighbours)(app)
      liveRoute(platform)(app)
    },
  }
}
