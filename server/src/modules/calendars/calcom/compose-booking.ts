import type { OutgoingEvent } from '../port.ts'
import { attendeeOf } from './attendee.ts'
import { metadataOf } from './metadata.ts'
import { missingAnswers } from './missing-answers.ts'
import { type CalcomSettings, calcomLinkSettings } from './settings.ts'
import type { EventType } from './wire.ts'

type Composed =
  | { readonly kind: 'composed'; readonly json: object }
  | { readonly kind: 'refused'; readonly detail: string }

/** The body of a booking. What Cal.com would refuse, or take and do otherwise, is refused here. */
export function composeBooking(
  event: OutgoingEvent,
  type: EventType,
  { attendeeDomain: domain }: CalcomSettings,
): Composed {
  const settings = calcomLinkSettings.safeParse(event.settings ?? {})
  if (!settings.success) return { kind: 'refused', detail: 'settings: the link has settings that are none.' }
  const { booking_fields: fields, attendee_email: address } = settings.data
  const attendee = attendeeOf(event, { domain, address })
  const missing = missingAnswers(type, { answers: fields, phone: attendee.phoneNumber !== undefined })
  if (missing.length > 0) return { kind: 'refused', detail: `field_required: ${missing.join(', ')}` }
  const minutes = event.startsAt.until(event.endsAt).total('minutes')
  const lengths = type.lengthInMinutesOptions ?? [type.lengthInMinutes]
  if (!lengths.includes(minutes))
    return {
      kind: 'refused',
      detail: `other_length: the event type takes ${lengths.join(', ')} minutes, not ${minutes}.`,
    }
  return {
    kind: 'composed',
    json: {
      eventTypeId: type.id,
      start: event.startsAt.toString(),
      attendee,
      ...(type.lengthInMinutesOptions ? { lengthInMinutes: minutes } : {}),
      ...(Object.keys(fields).length === 0 ? {} : { bookingFieldsResponses: typed(fields, type) }),
      metadata: metadataOf({
        askproai_reference: event.reference,
        askproai_phone: event.attendee.phone,
        askproai_source: event.title,
      }),
    },
  }
}

/** Settings are written as words; Cal.com takes numbers and yes or no for what they are. */
function typed(
  fields: Readonly<Record<string, string | number | boolean>>,
  { bookingFields }: EventType,
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(fields).map(([slug, answer]) => {
      const kind = bookingFields.find(field => field.slug === slug)?.type
      if (kind === 'number') return [slug, Number(answer)]
      return [slug, kind === 'boolean' ? answer === true || answer === 'true' : answer]
    }),
  )
}
