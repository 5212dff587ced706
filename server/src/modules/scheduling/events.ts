import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** An appointment was committed. Enqueued in the transaction that committed it. */
export const appointmentBooked: EventDefinition<{
  tenant_id: string
  appointment_id: string
  version: number
}> = {
  name: 'scheduling.appointment-booked',
  payload: z.object({ tenant_id: z.uuid(), appointment_id: z.uuid(), version: z.number().int() }),
}
