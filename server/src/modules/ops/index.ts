import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { auditRoutes } from './audit-routes.ts'
import { createFigures, type Sources } from './collect-figures.ts'
import { createHealth, type HealthCheck } from './health.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { scheduleRetention, scheduleSealing } from './jobs.ts'
import { operatorRoutes } from './operator-routes.ts'
import { createRotateSecrets, type KeptSecrets } from './rotate-secrets.ts'
import { opsRoutes } from './routes.ts'

export { checkCache } from './checks/check-cache.ts'
export { checkDatabase } from './checks/check-database.ts'
export { checkDisk } from './checks/check-disk.ts'
export { checkRetell } from './checks/check-retell.ts'

/** Whether the product works, and what is stuck: for people and for monitors. Nobody uses it. */
export function createOps(
  platform: Platform,
  options: {
    tenants: Tenants
    version: string
    checks: Record<string, HealthCheck>
    figures: Sources
    secrets: KeptSecrets
  },
) {
  const health = createHealth(platform, options)
  const collectFigures = createFigures(platform, options.figures)
  const rotateSecrets = createRotateSecrets(platform, options.secrets)
  scheduleRetention(platform)
  scheduleSealing(platform, rotateSecrets)
  return {
    health,
    rotateSecrets,
    /** `/health…` and `/metrics` alone, for a process that serves nothing else. */
    probes: opsRoutes(platform, { health, collectFigures }),
    routes: async (app: HttpServer): Promise<void> => {
      opsRoutes(platform, { health, collectFigures })(app)
      jobRoutes(platform, options)(app)
      inboxRoutes(platform, options)(app)
      auditRoutes(platform, options)(app)
      operatorRoutes(platform, { health })(app)
    },
  }
}
