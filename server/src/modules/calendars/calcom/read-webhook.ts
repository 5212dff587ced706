import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../../platform/http/parse-json.ts'

/** Those after which bookings are otherwise than before. */
const OF_BOOKINGS = new Set([
  'BOOKING_CREATED',
  'BOOKING_RESCHEDULED',
  'BOOKING_REQUESTED',
  'BOOKING_CANCELLED',
  'BOOKING_REJECTED',
])

const event = z.object({
  triggerEvent: z.string().min(1).max(100),
  createdAt: z.string().max(100).optional(),
  payload: z.object({ uid: z.string().max(200).optional() }).catch({}),
})

export type ReadWebhook = {
  /** `unknown`: nothing of ours follows from it, or it is in a form of the owner's own. */
  readonly kind: 'booking' | 'unknown'
  readonly trigger: string
  /** There is no id of a delivery: what the same event says each time has to do. */
  readonly eventKey: string
}

/** What a webhook says of itself. Names are those with underscores; any other is kept and counted (failure 15). */
export function readWebhook(body: string): ReadWebhook {
  const parsed = event.safeParse(jsonIn(body))
  const ownForm = `unread/${createHash('sha256').update(body).digest('hex')}`
  if (!parsed.success) return { kind: 'unknown', trigger: 'unread', eventKey: ownForm }
  const { triggerEvent: trigger, createdAt, payload } = parsed.data
  const kind = OF_BOOKINGS.has(trigger) ? 'booking' : 'unknown'
  if (payload.uid === undefined || createdAt === undefined) return { kind, trigger, eventKey: ownForm }
  return { kind, trigger, eventKey: `${trigger}/${payload.uid}/${createdAt}` }
}

function jsonIn(body: string): unknown {
  try {
    return parseJson(body)
  } catch {
    return null
  }
}
