import { z } from 'zod'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { CallId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reportingErrors } from '../errors.ts'
import type { ReportingNeighbours } from '../neighbours.ts'
import { callerScriptShape } from './caller-script.ts'
import type { createMakeCallerScript } from './make-caller-script.ts'

/** "Make this a test". */
export function callerScriptRoute(
  { db }: Platform,
  { calls }: ReportingNeighbours,
  makeCallerScript: ReturnType<typeof createMakeCallerScript>,
) {
  return (app: HttpServer): void => {
    app.get('/api/v1/calls/:id/caller-script', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [calls.errors.unknown, reportingErrors.wordsNotKept, reportingErrors.noWorld],
      },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: callerScriptShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          makeCallerScript(tx, request.params.id as CallId),
        ),
    })
  }
}
