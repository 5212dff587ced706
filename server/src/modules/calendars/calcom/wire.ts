/** What is read of Cal.com's answers. Fields that are not named here are not relied on. */
import { z } from 'zod'

const moment = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'is no moment' })
    return z.NEVER
  }
})

const booking = z.object({
  uid: z.string().min(1),
  status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
  start: moment,
  end: moment,
  title: z.string().nullish(),
  updatedAt: moment,
  eventTypeId: z.number().nullish(),
  hosts: z.array(z.object({ id: z.union([z.number(), z.string()]).transform(String) })).default([]),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  rescheduledFromUid: z.string().nullish(),
  rescheduledToUid: z.string().nullish(),
})
export type Booking = z.infer<typeof booking>

export const bookingAnswer = z.object({ data: booking })
/** Two shapes of pages occur, whatever version was asked for. */
export const bookingsAnswer = z.object({
  data: z.array(booking),
  pagination: z
    .object({ hasNextPage: z.boolean().optional(), hasMore: z.boolean().optional() })
    .transform(({ hasNextPage, hasMore }) => hasNextPage ?? hasMore ?? false),
})

export const account = z.object({
  data: z.object({
    id: z.number(),
    name: z.string().nullish(),
    email: z.string(),
    timeZone: z.string(),
    defaultScheduleId: z.number().nullish(),
  }),
})

const bookingField = z.object({
  slug: z.string(),
  type: z.string(),
  label: z.string().nullish(),
  required: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  isDefault: z.boolean().nullish(),
})
const bookingWindow = z.object({ type: z.string(), value: z.unknown() })

const eventType = z.object({
  id: z.number(),
  title: z.string(),
  slug: z.string(),
  lengthInMinutes: z.number(),
  lengthInMinutesOptions: z.array(z.number()).nullish(),
  slotInterval: z.number().nullish(),
  minimumBookingNotice: z.number().nullish(),
  beforeEventBuffer: z.number().nullish(),
  afterEventBuffer: z.number().nullish(),
  scheduleId: z.number().nullish(),
  hidden: z.boolean().nullish(),
  // One window stands alone or in a list.
  bookingWindow: z
    .union([z.array(bookingWindow), bookingWindow.transform(one => [one])])
    .nullish()
    .catch(null),
  confirmationPolicy: z.looseObject({ type: z.string().optional() }).nullish(),
  schedulingType: z.string().nullish(),
  teamId: z.number().nullish(),
  ownerId: z.number().nullish(),
  bookingFields: z.array(bookingField).default([]),
  hosts: z.array(z.object({ userId: z.number(), name: z.string().nullish() })).nullish(),
  users: z.array(z.object({ id: z.number(), name: z.string().nullish() })).nullish(),
})
export type EventType = z.infer<typeof eventType>

export const eventTypesAnswer = z.object({ data: z.array(eventType) })
export const teamsAnswer = z.object({ data: z.array(z.object({ id: z.number(), name: z.string() })) })
export const membersAnswer = z.object({
  data: z.array(
    z.object({
      userId: z.number(),
      user: z.object({ name: z.string().nullish(), email: z.string() }),
    }),
  ),
})

export const schedulesAnswer = z.object({
  data: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      ownerId: z.number(),
      timeZone: z.string(),
      availability: z.array(
        z.object({ days: z.array(z.string()), startTime: z.string(), endTime: z.string() }),
      ),
      overrides: z
        .array(z.object({ date: z.string(), startTime: z.string(), endTime: z.string() }))
        .nullish(),
    }),
  ),
})

export const calendarsAnswer = z.object({
  data: z.object({
    connectedCalendars: z.array(
      z.object({
        credentialId: z.number(),
        calendars: z
          .array(z.object({ externalId: z.string(), name: z.string().nullish() }))
          .nullish()
          .transform(calendars => calendars ?? []),
      }),
    ),
  }),
})
export const busyTimesAnswer = z.object({ data: z.array(z.object({ start: moment, end: moment })) })

const webhook = z.object({ id: z.number(), subscriberUrl: z.string() })
export const webhookAnswer = z.object({ data: webhook })
export const webhooksAnswer = z.object({ data: z.array(webhook) })

export const slotsAnswer = z.object({
  data: z.record(z.string(), z.array(z.object({ start: moment, end: moment.optional() }))),
})

export const reservationAnswer = z.object({
  data: z.object({ reservationUid: z.string().min(1), reservationUntil: moment }),
})
export const releasedAnswer = z.object({ status: z.string() })
