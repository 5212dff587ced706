import { z } from 'zod'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'

/** Somebody is to be told something about the own account. The letter is sealed: its link opens the account. */
export const accountMailWanted: EventDefinition<{ id: string; sealed: string }> = {
  name: 'identity.account-mail-wanted',
  payload: z.object({ id: z.uuid(), sealed: z.string() }),
}
