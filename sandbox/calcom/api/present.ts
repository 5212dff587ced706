/** Objects of the API as Cal.com shows them (2024-08-13, 2024-06-14, 2024-06-11, 2024-09-04). */
import type { CalEventType, CalSchedule, CalUser } from '../account.ts'
import { MINUTE } from '../time/ranges.ts'
import type { Booking, Reservation, Webhook, World } from '../world.ts'

export function presentBooking(world: World, booking: Booking): object {
  const eventType = world.eventType(booking.eventTypeId)
  const { phoneNumber, ...attendee } = booking.attendee
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: '',
    hosts: booking.hosts.map(id => presentHost(world.user(id))),
    status: booking.status,
    ...only(booking, ['cancellationReason', 'reschedulingReason', 'rescheduledFromUid', 'rescheduledToUid']),
    start: iso(booking.start),
    end: iso(booking.end),
    duration: (booking.end - booking.start) / MINUTE,
    eventTypeId: eventType.id,
    eventType: { id: eventType.id, slug: eventType.slug },
    location: 'integrations:daily',
    absentHost: false,
    createdAt: iso(booking.createdAt),
    updatedAt: iso(booking.updatedAt),
    metadata: booking.metadata,
    icsUid: `${booking.uid}@Cal.com`,
    attendees: [
      {
        ...attendee,
        displayEmail: attendee.email,
        absent: false,
        ...(phoneNumber === null ? {} : { phoneNumber }),
      },
    ],
    bookingFieldsResponses: {
      name: attendee.name,
      email: attendee.email,
      ...(phoneNumber === null ? {} : { attendeePhoneNumber: phoneNumber }),
      ...booking.responses,
    },
  }
}

export function presentEventType(world: World, eventType: CalEventType): object {
  const shown = {
    id: eventType.id,
    lengthInMinutes: eventType.lengthInMinutes,
    ...only(eventType, ['lengthInMinutesOptions']),
    title: eventType.title,
    slug: eventType.slug,
    description: eventType.description,
    locations: [{ type: 'integration', integration: 'cal-video' }],
    bookingFields: bookingFieldsOf(eventType),
    disableGuests: true,
    slotInterval: eventType.slotInterval,
    minimumBookingNotice: eventType.minimumBookingNotice,
    beforeEventBuffer: eventType.beforeEventBuffer,
    afterEventBuffer: eventType.afterEventBuffer,
    recurrence: null,
    metadata: {},
    price: 0,
    currency: 'eur',
    lockTimeZoneToggleOnBookingPage: false,
    seatsPerTimeSlot: null,
    forwardParamsSuccessRedirect: null,
    successRedirectUrl: null,
    isInstantEvent: false,
    scheduleId: eventType.scheduleId,
    ...(eventType.bookingWindowDays === null
      ? {}
      : { bookingWindow: [{ type: 'calendarDays', value: eventType.bookingWindowDays, rolling: true }] }),
    confirmationPolicy: eventType.needsConfirmation
      ? {
          type: 'always',
          blockUnconfirmedBookingsInBooker: eventType.blockUnconfirmedBookingsInBooker,
        }
      : { disabled: true },
    hidden: eventType.hidden,
    bookingRequiresAuthentication: false,
  }
  if (eventType.teamId === null) {
    const owner = world.user(eventType.ownerId ?? 0)
    return {
      ...shown,
      ownerId: owner.id,
      users: [{ id: owner.id, name: owner.name, username: owner.username, avatarUrl: null }],
      bookingUrl: `https://cal.example.invalid/${owner.username}/${eventType.slug}`,
    }
  }
  const team = world.account.teams.find(({ id }) => id === eventType.teamId)
  return {
    ...shown,
    teamId: eventType.teamId,
    ownerId: null,
    parentEventTypeId: eventType.parentEventTypeId,
    schedulingType: eventType.schedulingType,
    assignAllTeamMembers: false,
    hosts: eventType.hosts.map(({ userId, mandatory }) => ({
      ...{ userId, mandatory, priority: 'medium' },
      ...only(world.user(userId), ['name', 'username']),
    })),
    team: {
      ...{ id: eventType.teamId, slug: team?.slug ?? '', name: team?.name ?? '' },
      ...{ bannerUrl: '', logoUrl: '', weekStart: 'Monday', brandColor: '', darkBrandColor: '', theme: '' },
    },
  }
}

/** The fields every event type has, then its own. */
function bookingFieldsOf({ emailField, bookingFields }: CalEventType): object[] {
  const email = { required: emailField === 'required', hidden: emailField === 'hidden' }
  return [
    { isDefault: true, type: 'name', slug: 'name', label: 'Name', placeholder: '', required: true },
    { isDefault: true, type: 'email', slug: 'email', label: 'E-Mail', placeholder: '', ...email },
    ...bookingFields.map(({ options, ...field }) => ({
      ...field,
      isDefault: false,
      placeholder: '',
      ...(['select', 'radio'].includes(field.type) ? { options } : {}),
    })),
  ]
}

export function presentSchedule({ id, ownerId, name, timeZone, ...rest }: CalSchedule): object {
  const { availability, isDefault, overrides } = rest
  return { id, ownerId, name, timeZone, availability, isDefault, overrides }
}

export function presentReservation(reservation: Reservation): object {
  return {
    eventTypeId: reservation.eventTypeId,
    slotStart: iso(reservation.start),
    slotEnd: iso(reservation.end),
    slotDuration: (reservation.end - reservation.start) / MINUTE,
    reservationUid: reservation.uid,
    reservationDuration: reservation.durationMinutes,
    reservationUntil: iso(reservation.until),
  }
}

export function presentWebhook({ secret, payloadTemplate, ...webhook }: Webhook): object {
  return { ...webhook, payloadTemplate: payloadTemplate ?? '', ...(secret === null ? {} : { secret }) }
}

function presentHost({ id, name, email, username, timeZone }: CalUser): object {
  return { id, name, email, displayEmail: email, username, timeZone }
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}

function only<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Partial<Pick<T, K>>
}
