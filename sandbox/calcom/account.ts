/** What an account at Cal.com consists of, as it is set up through the control API; field names are Cal.com's. */
import { z } from 'zod'

const id = z.int().positive()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const zone = z.string().min(1)
const Day = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])

const User = z.strictObject({
  id,
  username: z.string().min(1),
  name: z.string().min(1),
  email: z.email(),
  timeZone: zone.default('Europe/Berlin'),
})

const Schedule = z.strictObject({
  id,
  ownerId: id,
  name: z.string().default('Arbeitszeiten'),
  timeZone: zone.default('Europe/Berlin'),
  isDefault: z.boolean().default(true),
  availability: z.array(z.strictObject({ days: z.array(Day), startTime: time, endTime: time })),
  overrides: z.array(z.strictObject({ date: z.iso.date(), startTime: time, endTime: time })).default([]),
})

const BookingField = z.strictObject({
  type: z.enum(['text', 'textarea', 'number', 'phone', 'address', 'url', 'boolean', 'select', 'radio']),
  slug: z.string().min(1),
  label: z.string().default(''),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
  options: z.array(z.string()).default([]),
})

export const EventType = z.strictObject({
  id,
  /** A user's own; null with `teamId`. */
  ownerId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  parentEventTypeId: id.nullable().default(null),
  schedulingType: z.enum(['roundRobin', 'collective', 'managed']).nullable().default(null),
  hosts: z.array(z.strictObject({ userId: id, mandatory: z.boolean().default(false) })).default([]),
  title: z.string().min(1),
  slug: z.string().min(1),
  description: z.string().default(''),
  lengthInMinutes: z.int().min(1),
  lengthInMinutesOptions: z.array(z.int().min(1)).optional(),
  slotInterval: z.int().min(1).nullable().default(null),
  minimumBookingNotice: z.int().min(0).default(0),
  beforeEventBuffer: z.int().min(0).default(0),
  afterEventBuffer: z.int().min(0).default(0),
  /** Calendar days from today, rolling. */
  bookingWindowDays: z.int().min(0).nullable().default(null),
  needsConfirmation: z.boolean().default(false),
  blockUnconfirmedBookingsInBooker: z.boolean().default(false),
  /** Only event types of a team may do without an e-mail address, and then ask for a phone number. */
  emailField: z.enum(['required', 'optional', 'hidden']).default('required'),
  bookingFields: z.array(BookingField).default([]),
  scheduleId: id.nullable().default(null),
  hidden: z.boolean().default(false),
  disableCancelling: z.boolean().default(false),
  disableRescheduling: z.boolean().default(false),
})

const Busy = z.strictObject({
  userId: id,
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  source: z.string().default('google_calendar'),
})

export const Account = z.strictObject({
  keys: z.array(z.strictObject({ key: z.string().min(8), userId: id, expired: z.boolean().default(false) })),
  users: z.array(User).min(1),
  teams: z
    .array(z.strictObject({ id, name: z.string(), slug: z.string(), members: z.array(id) }))
    .default([]),
  schedules: z.array(Schedule).default([]),
  eventTypes: z.array(EventType).default([]),
  /** Calendars that users have connected: one each, whose entries are `busy`. */
  busy: z.array(Busy).default([]),
})

export type Account = z.infer<typeof Account>
export type AccountInput = z.input<typeof Account>
export type CalUser = z.infer<typeof User>
export type CalSchedule = z.infer<typeof Schedule>
export type CalEventType = z.infer<typeof EventType>

/** What somebody may change of an event type while it is in use. */
export const EventTypeChange = z.record(z.string(), z.unknown())
export const BusyInput = z.strictObject({ items: z.array(Busy) })
