import type { ExternalEvent, WrittenEvent } from '../port.ts'
import { referenceIn } from './metadata.ts'
import type { Booking } from './wire.ts'

const STATES = {
  accepted: 'confirmed',
  pending: 'requested',
  cancelled: 'cancelled',
  rejected: 'cancelled',
} as const

export function toExternalEvent(booking: Booking): ExternalEvent {
  const state = STATES[booking.status]
  return {
    id: booking.uid,
    uid: booking.uid,
    version: booking.updatedAt.toString(),
    reference: referenceIn(booking.metadata),
    busy: state === 'cancelled' ? 'free' : state === 'requested' ? 'tentative' : 'busy',
    state,
    title: booking.title ?? null,
    occurrences: [{ key: 'single', startsAt: booking.start, endsAt: booking.end }],
  }
}

/** Who takes it is in the answer alone: Cal.com chooses (failure 63). */
export function toWrittenEvent(booking: Booking): WrittenEvent {
  return {
    id: booking.uid,
    uid: booking.uid,
    version: booking.updatedAt.toString(),
    state: booking.status === 'pending' ? 'requested' : 'confirmed',
    host: booking.hosts[0]?.id ?? null,
  }
}

export function isOver({ status }: Booking): boolean {
  return status === 'cancelled' || status === 'rejected'
}
