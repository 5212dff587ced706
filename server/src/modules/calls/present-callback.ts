import { z } from 'zod'
import { permission, unless } from '../../platform/http/permission.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import type { CallbackView } from './views.ts'

export const callbackShape = z.object({
  id: z.uuid(),
  reason: z.string(),
  wanted_when: z.string().nullable(),
  due_at: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  call_id: z.uuid().nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  /** Raised when it is overdue. */
  priority: z.enum(['normal', 'high']),
  /** Who calls back; null: nobody in particular. */
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  escalated_at: z.string().nullable(),
  settled_at: z.string().nullable(),
  settled_by: z.string().nullable(),
  created_at: z.string(),
  allowed: z.object({ done: permission, drop: permission, reopen: permission }),
})

/** The only shape in which a callback request leaves the server. */
export function presentCallback(row: CallbackView, zone: string): z.infer<typeof callbackShape> {
  const open = row.state === 'open'
  return {
    ...row,
    due_at: toOffsetString(row.due_at, zone),
    escalated_at: row.escalated_at === null ? null : toOffsetString(row.escalated_at, zone),
    settled_at: row.settled_at === null ? null : toOffsetString(row.settled_at, zone),
    created_at: toOffsetString(row.created_at, zone),
    allowed: {
      done: unless(open ? null : { de: 'Ist nicht mehr offen.', en: 'Is not open any more.' }),
      drop: unless(open ? null : { de: 'Ist nicht mehr offen.', en: 'Is not open any more.' }),
      reopen: unless(open ? { de: 'Ist noch offen.', en: 'Is still open.' } : null),
    },
  }
}
