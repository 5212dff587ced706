import { z } from 'zod'

/** Whether something may be done with a thing now; if not, why, in words for whoever looks at it. */
export const permission = z.union([z.literal(true), z.object({ no: z.string() })])

export type Permission = z.infer<typeof permission>

/** `true`, or the reason when there is one. */
export function unless(reason: string | null): Permission {
  return reason === null ? true : { no: reason }
}
