import { z } from 'zod'
import { parseJson } from '../../platform/http/parse-json.ts'
import { INBOX_STATES, type InboxEventDetail, type InboxEventView } from '../../platform/inbox/inbox-views.ts'
import { mask } from '../../platform/observability/mask.ts'
import { maskText } from '../../platform/observability/mask-text.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import { type Permission, permissionShape } from './present-job.ts'

export const inboxEventShape = z.object({
  id: z.uuid(),
  source: z.string(),
  event_key: z.string(),
  state: z.enum(INBOX_STATES),
  received_at: z.string(),
  processed_at: z.string().nullable(),
  attempts: z.number(),
  last_error: z.string().nullable(),
  reason: z.string().nullable(),
  request_id: z.string(),
  body_removed_at: z.string().nullable(),
  allowed: z.object({ replay: permissionShape }),
})

export const inboxEventDetailShape = inboxEventShape.extend({
  headers: z.unknown(),
  /** `masked`: without what names or reaches a person. */
  body_state: z.enum(['masked', 'removed', 'too_large', 'not_json']),
  body_bytes: z.number(),
  body: z.unknown(),
})

const LONGEST_SHOWN = 64_000
/** What providers write about a call in words of their own. */
const ABOUT_PEOPLE =
  /transcript|summary|analysis|dynamic_variables|recording|public_log|number|name|mail|address/i
const BUSINESS_KEYS = new Set(['to_number', 'agent_name', 'event'])

export function presentInboxEvent(event: InboxEventView, zone: string): z.infer<typeof inboxEventShape> {
  const text = (at: Temporal.Instant | null): string | null => (at ? toOffsetString(at, zone) : null)
  return {
    id: event.id,
    source: event.source,
    event_key: event.eventKey,
    state: event.state,
    received_at: toOffsetString(event.receivedAt, zone),
    processed_at: text(event.processedAt),
    attempts: event.attempts,
    last_error: event.error,
    reason: event.reason,
    request_id: event.requestId,
    body_removed_at: text(event.bodyRemovedAt),
    allowed: { replay: mayReplay(event) },
  }
}

export function presentInboxEventDetail(
  event: InboxEventDetail,
  zone: string,
): z.infer<typeof inboxEventDetailShape> {
  return {
    ...presentInboxEvent(event, zone),
    headers: mask(event.headers),
    body_bytes: Buffer.byteLength(event.body),
    ...showBody(event),
  }
}

export function mayReplay(event: InboxEventView): Permission {
  if (event.bodyRemovedAt)
    return { no: 'Its content was deleted at the end of its retention period.', why: 'body_removed' }
  if (event.state === 'waiting') return { no: 'The event is still being processed.', why: 'waiting' }
  return true
}

function showBody(event: InboxEventDetail) {
  if (event.bodyRemovedAt) return { body_state: 'removed' as const, body: null }
  let json: unknown
  try {
    json = parseJson(event.body)
  } catch {
    return { body_state: 'not_json' as const, body: null }
  }
  const body = withoutPeople(mask(json))
  return JSON.stringify(body).length > LONGEST_SHOWN
    ? { body_state: 'too_large' as const, body: null }
    : { body_state: 'masked' as const, body }
}

function withoutPeople(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(withoutPeople)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (BUSINESS_KEYS.has(key)) return [key, item]
      return [key, ABOUT_PEOPLE.test(key) && item !== null ? '[personal]' : withoutPeople(item)]
    }),
  )
}
