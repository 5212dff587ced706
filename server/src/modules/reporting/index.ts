import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { callRoutes } from './call-routes.ts'
import { callerScriptRoute } from './caller-script/caller-script-route.ts'
import { createMakeCallerScript } from './caller-script/make-caller-script.ts'
import { claimsRoute } from './claims-route.ts'
import { liveRoute } from './live-route.ts'
import type { ReportingNeighbours } from './neighbours.ts'
import { onboardingRoute } from './onboarding/onboarding-route.ts'
import { reportRoutes } from './period/report-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { readTodayFigures } from './today-figures.ts'
import { todayRoute } from './today-route.ts'

/** Read models for screens: what several modules know about one thing, put together. Nobody uses it. */
export function createReporting(
  platform: Platform,
  neighbours: ReportingNeighbours,
  /** The businesses that a simulation can make. */
  worlds: readonly string[],
) {
  const makeCallerScript = createMakeCallerScript(neighbours, worlds)
  return {
    /** A recorded call as a script for `askpro call simulate`. */
    makeCallerScript,
    /** Today's calls, appointments and open callbacks, and the load of seven days. */
    readTodayFigures,
    routes: async (app: HttpServer): Promise<void> => {
      await callRoutes(platform, neighbours)(app)
      callerScriptRoute(platform, neighbours, makeCallerScript)(app)
      await requestRoutes(platform, neighbours)(app)
      todayRoute(platform, neighbours)(app)
      reportRoutes(platform, neighbours)(app)
      onboardingRoute(platform)(app)
      claimsRoute(platform, neighbours)(app)
      liveRoute(platform)(app)
    },
  }
}
