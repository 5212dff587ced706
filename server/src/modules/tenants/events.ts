import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** What of calls a business allows to be kept is otherwise from this transaction on. */
export const keepingChanged: EventDefinition<{ tenant_id: string }> = {
  name: 'tenants.keeping-changed',
  payload: z.object({ tenant_id: z.uuid() }),
}
