import { z } from 'zod'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { momentOf, momentText } from '../../platform/http/moment-query.ts'
import type { Platform } from '../../platform/platform.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import type { ReportingNeighbours } from './neighbours.ts'

const DAYS_BACK = 30

const ratesShape = z.object({
  from: z.string(),
  claims: z.number().describe('What hosted agents said they had done since then.'),
  ghosts: z.number().describe('How many of them nothing stands behind.'),
})

/** How often hosted agents claimed what was not so. */
export function claimsRoute({ db, clock }: Platform, { tenants, reception }: ReportingNeighbours) {
  return (app: HttpServer): void => {
    app.get('/api/v1/reports/claims', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: z.object({
          from: momentText.optional().describe(`Without it, ${DAYS_BACK} days ago.`),
        }),
        response: { 200: ratesShape },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { from } = request.query
          const { timeZone } = await tenants.read(tx)
          const since =
            (from === undefined ? null : momentOf(from, timeZone)) ??
            clock.now().subtract({ hours: 24 * DAYS_BACK })
          return { from: toOffsetString(since, timeZone), ...(await reception.countClaims(tx, since)) }
        }),
    })
  }
}
