import { z } from 'zod'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Health } from './health.ts'
import { type BusinessState, readBusinesses } from './operator-overview.ts'

const status = z.enum(['ok', 'degraded', 'down', 'not_configured'])

const businessShape = z.object({
  slug: z.string(),
  name: z.string(),
  calls_today: z.number(),
  calls_running: z.number().describe('Of today, and not ended yet.'),
  calls_failed_today: z.number(),
  last_call_at: z.string().nullable(),
  callbacks_overdue: z.number(),
  events_dead: z.number().describe('What came in and cannot be processed.'),
  jobs_dead: z.number().describe('What nobody tries any more.'),
  jobs_late: z.number().describe('What could have begun a minute ago and has not.'),
  drift: z
    .enum(['none', 'drifted', 'outdated', 'unknown'])
    .describe('Whether what speaks at Retell is what was published here.'),
})

const overviewShape = z.object({
  as_of: z.string(),
  version: z.string(),
  health: z.object({ status, checks: z.array(z.object({ name: z.string(), status, since: z.string() })) }),
  jobs_of_nobody: z
    .object({ dead: z.number(), late: z.number() })
    .describe('Jobs that belong to no business.'),
  items: z.array(businessShape),
})

/** How all businesses are, for whoever runs the installation. Figures only: nothing of anybody's customers. */
export function operatorRoutes({ db, clock }: Platform, { health }: { health: Health }) {
  return (app: HttpServer): void => {
    app.get('/api/v1/operator/overview', {
      config: { access: { kind: 'tenant', scope: 'operate' } },
      schema: { response: { 200: overviewShape } },
      handler: async () => {
        const now = clock.now()
        const [found, { businesses, ofNobody }] = await Promise.all([
          health.all(),
          db.acrossTenants('ops: how all businesses are, for an operator', tx => readBusinesses(tx, now)),
        ])
        return {
          as_of: now.toString({ smallestUnit: 'second' }),
          version: found.version,
          health: {
            status: found.status,
            checks: Object.entries(found.checks).map(([name, check]) => ({
              name,
              status: check.status,
              since: check.since,
            })),
          },
          jobs_of_nobody: { dead: ofNobody.jobsDead, late: ofNobody.jobsLate },
          items: businesses.map(present),
        }
      },
    })
  }
}

const DRIFTS = businessShape.shape.drift

function present(business: BusinessState): z.infer<typeof businessShape> {
  return {
    slug: business.slug,
    name: business.name,
    calls_today: business.callsToday,
    calls_running: business.callsRunning,
    calls_failed_today: business.callsFailedToday,
    last_call_at: business.lastCallAt?.toString({ smallestUnit: 'second' }) ?? null,
    callbacks_overdue: business.callbacksOverdue,
    events_dead: business.eventsDead,
    jobs_dead: business.jobsDead,
    jobs_late: business.jobsLate,
    drift: DRIFTS.safeParse(business.drift).data ?? 'unknown',
  }
}
