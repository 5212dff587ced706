import { z } from 'zod'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { ALARMS, type Alarm } from './judge-line.ts'
import type { WatchBusiness } from './watch-line.ts'

const alarmShape = z.object({
  alarm: z
    .enum(ALARMS)
    .describe(
      '`webhooks_silent`: calls, and no event since. `events_lost`: several had to be asked for. `signatures_refused`: nothing that is signed comes any more. `requests_failed`: we broke one. `lines_full`: nine of ten are taken. `publication_turned_back`: the newest one did not go live. `receptionist_drifted`: Retell has it otherwise than published.',
    ),
})

/** What of a business's telephone somebody should look at. */
export function alarmRoute(watchBusiness: WatchBusiness) {
  return (app: HttpServer): void => {
    app.get('/api/v1/receptionist/alarms', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'business' } },
      schema: { response: { 200: z.object({ items: z.array(alarmShape) }) } },
      handler: async request => {
        const alarms: readonly Alarm[] = await watchBusiness(principalOf(request).tenantId)
        return { items: alarms.map(alarm => ({ alarm })) }
      },
    })
  }
}
