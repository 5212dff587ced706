import { z } from 'zod'
import { type Permission as Need, OTHER_LOCATIONS, PERMISSIONS } from '../access/permissions.ts'
import type { BothLanguages } from '../i18n/language.ts'
import { requestContext } from '../observability/request-context.ts'

/** Whether something may be done with a thing now; if not, why, in the language of whoever asks. */
export const permission = z.union([z.literal(true), z.object({ no: z.string() })])

export type Permission = z.infer<typeof permission>

/**
 * `true`, or the reason when there is one. Who asks and has not the permission that the step needs is told so,
 * whatever the state of the thing: a button that the server would refuse is not offered.
 */
export function unless(reason: BothLanguages | null, need: Need = 'write'): Permission {
  const no = refusalFor(need) ?? reason
  return no === null ? true : { no: no[requestContext()?.language ?? 'de'] }
}

/** Why whoever asks may not; null if they may, and where nobody asks, such as in a job. */
function refusalFor(need: Need): BothLanguages | null {
  const { permissions: mine, locations } = requestContext() ?? {}
  if (mine === undefined || mine.has(need)) return null
  return locations && PERMISSIONS[need].atLocations === 'no' ? OTHER_LOCATIONS : PERMISSIONS[need].refusal
}
