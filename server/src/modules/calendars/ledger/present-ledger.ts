import { z } from 'zod'
import { permission, unless } from '../../../platform/http/permission.ts'
import { decisionsFor, mayRetry } from '../domain/settlements-of.ts'
import { CONFLICT_KINDS } from './conflict-store.ts'
import type { ConflictView, EntryView } from './ledger-views.ts'

export const ENTRY_STATES = ['pending', 'in_step', 'conflict', 'unclear', 'failed', 'given_up'] as const
export const DECISIONS = ['kept_ours', 'took_theirs', 'left_as_it_is'] as const

const standing = z.enum(['confirmed', 'requested', 'cancelled'])
const side = z.object({ state: standing, starts_at: z.string(), ends_at: z.string() })

export const entryShape = z.object({
  id: z.uuid(),
  appointment_id: z.uuid(),
  appointment_reference: z.string(),
  link_id: z.uuid(),
  target_name: z.string(),
  state: z.enum(ENTRY_STATES),
  desired: side,
  observed: side.extend({ at: z.string() }).nullable(),
  external_id: z.string().nullable(),
  host: z.string().nullable(),
  attempts: z.number().int(),
  last_error: z.string().nullable(),
  last_error_at: z.string().nullable(),
  next_try_at: z.string().nullable(),
  allowed: z.object({ retry: permission }),
})

export function presentEntry(entry: EntryView): z.infer<typeof entryShape> {
  const { observedState, observedStartsAt, observedEndsAt, observedAt } = entry
  return {
    id: entry.id,
    appointment_id: entry.appointmentId,
    appointment_reference: entry.appointmentReference,
    link_id: entry.linkId,
    target_name: entry.targetName,
    state: entry.state,
    desired: sideOf(entry.desiredState, entry.desiredStartsAt, entry.desiredEndsAt),
    observed:
      observedState && observedStartsAt && observedEndsAt && observedAt
        ? { ...sideOf(observedState, observedStartsAt, observedEndsAt), at: observedAt.toString() }
        : null,
    external_id: entry.externalId,
    host: entry.externalHost,
    attempts: entry.attempts,
    last_error: entry.lastError,
    last_error_at: entry.lastErrorAt?.toString() ?? null,
    next_try_at: entry.nextTryAt?.toString() ?? null,
    allowed: {
      retry: unless(
        mayRetry(entry.state)
          ? null
          : {
              de: 'Beide Seiten sind gleich, oder jemand muss zuerst entscheiden.',
              en: 'Both sides are the same, or somebody has to decide first.',
            },
      ),
    },
  }
}

function sideOf(state: string, startsAt: Temporal.Instant, endsAt: Temporal.Instant) {
  return { state: standing.parse(state), starts_at: startsAt.toString(), ends_at: endsAt.toString() }
}

export const conflictShape = z.object({
  id: z.uuid(),
  entry_id: z.uuid(),
  appointment_id: z.uuid(),
  appointment_reference: z.string(),
  attendee_name: z.string(),
  target_name: z.string(),
  kind: z.enum(CONFLICT_KINDS),
  ours: side,
  theirs: z
    .array(
      z.object({
        state: z.string(),
        starts_at: z.string(),
        ends_at: z.string(),
        title: z.string().nullish(),
      }),
    )
    .nullable(),
  detail: z.string().nullable(),
  state: z.enum(['open', 'settled']),
  settlement: z.enum([...DECISIONS, 'by_itself']).nullable(),
  settled_by: z.string().nullable(),
  settled_at: z.string().nullable(),
  created_at: z.string(),
  allowed: z.object({ keep_ours: permission, take_theirs: permission, leave: permission }),
})

export function presentConflict(conflict: ConflictView): z.infer<typeof conflictShape> {
  const may = (decision: (typeof DECISIONS)[number]) =>
    unless(
      conflict.state === 'settled'
        ? { de: 'Das ist schon entschieden.', en: 'That has been decided already.' }
        : decisionsFor(conflict.kind).includes(decision)
          ? null
          : { de: 'Das ergibt hier keinen Sinn.', en: 'That makes no sense here.' },
    )
  return {
    id: conflict.id,
    entry_id: conflict.entryId,
    appointment_id: conflict.appointmentId,
    appointment_reference: conflict.appointmentReference,
    attendee_name: conflict.attendeeName,
    target_name: conflict.targetName,
    kind: conflict.kind,
    ours: { ...conflict.ours, state: standing.parse(conflict.ours.state) },
    theirs: conflict.theirs === null ? null : [...conflict.theirs],
    detail: conflict.detail,
    state: conflict.state,
    settlement: conflict.settlement,
    settled_by: conflict.settledBy,
    settled_at: conflict.settledAt?.toString() ?? null,
    created_at: conflict.createdAt.toString(),
    allowed: { keep_ours: may('kept_ours'), take_theirs: may('took_theirs'), leave: may('left_as_it_is') },
  }
}
