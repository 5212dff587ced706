import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** Nobody has called back by the time that was promised; once for each callback request. */
export const callbackOverdue: EventDefinition<{ tenant_id: string; callback_request_id: string }> = {
  name: 'calls.callback-overdue',
  payload: z.object({ tenant_id: z.uuid(), callback_request_id: z.uuid() }),
}
