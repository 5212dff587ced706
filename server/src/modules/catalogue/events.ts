import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** Somebody or something can be booked at times at which it could not be before: it may be free for others. */
export const calendarOpened: EventDefinition<{ tenant_id: string }> = {
  name: 'catalogue.calendar-opened',
  payload: z.object({ tenant_id: z.uuid() }),
}
