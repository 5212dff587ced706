import { z } from 'zod'
import { permission, unless } from '../../../platform/http/permission.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import type { EntryView, OfferView } from './waitlist-views.ts'

const offerShape = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']),
  starts_at: z.string(),
  ends_at: z.string(),
  staff: z.string().nullable(),
  offered_at: z.string(),
  deadline_at: z.string(),
  answered_at: z.string().nullable(),
  answered_by: z.string().nullable(),
  appointment_id: z.uuid().nullable(),
})

export const entryShape = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'booked', 'withdrawn', 'lapsed']),
  service: z.object({ id: z.uuid(), name: z.string() }),
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  attendee_name: z.string(),
  note: z.string().nullable(),
  windows: z.array(z.object({ starts_at: z.string(), ends_at: z.string() })),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('Empty: anybody.'),
  priority: z.number().describe('Of the customer’s tier: higher is asked first.'),
  offers: z.array(offerShape),
  source: z.enum(['phone', 'web', 'api', 'staff']),
  call_id: z.uuid().nullable(),
  created_at: z.string(),
  created_by: z.string(),
  ended_at: z.string().nullable(),
  version: z.number(),
  allowed: z.object({ withdraw: permission }),
})

type Person = { readonly name: string; readonly phone: string | null; readonly email: string | null }

export function presentEntry(entry: EntryView, customer: Person | undefined): z.infer<typeof entryShape> {
  const { zone, contactPhone, contactEmail, customerId, attendeeName, callId, createdAt, createdBy } = entry
  const written = (text: string): string => toOffsetString(Temporal.Instant.from(text), zone)
  return {
    id: entry.id,
    state: entry.state,
    service: entry.service,
    customer: {
      id: customerId,
      name: customer?.name ?? attendeeName,
      phone: contactPhone ?? customer?.phone ?? null,
      email: contactEmail ?? customer?.email ?? null,
    },
    attendee_name: attendeeName,
    note: entry.note,
    windows: entry.windows.map(one => ({ starts_at: written(one.starts_at), ends_at: written(one.ends_at) })),
    staff: [...entry.staff],
    priority: entry.priority,
    offers: entry.offers.map(offer => presentOffer(offer, written)),
    source: entry.source,
    call_id: callId,
    created_at: toOffsetString(createdAt, zone),
    created_by: createdBy,
    ended_at: entry.endedAt === null ? null : toOffsetString(entry.endedAt, zone),
    version: entry.version,
    allowed: {
      withdraw: unless(
        entry.state === 'waiting' ? null : { de: 'Wartet nicht mehr.', en: 'Does not wait any more.' },
      ),
    },
  }
}

function presentOffer(offer: OfferView, written: (text: string) => string): z.infer<typeof offerShape> {
  return {
    ...offer,
    starts_at: written(offer.starts_at),
    ends_at: written(offer.ends_at),
    offered_at: written(offer.offered_at),
    deadline_at: written(offer.deadline_at),
    answered_at: offer.answered_at === null ? null : written(offer.answered_at),
  }
}
