/** What the Calendar API v3 takes and answers, as far as it is imitated; names and forms are those of its discovery document. */
import { z } from 'zod'

const EventTime = z.looseObject({
  date: z.iso.date().nullish(),
  dateTime: z.iso.datetime({ offset: true, local: true }).nullish(),
  timeZone: z.string().nullish(),
})
const Attendee = z.looseObject({
  email: z.string(),
  self: z.boolean().optional(),
  responseStatus: z.enum(['needsAction', 'declined', 'tentative', 'accepted']).optional(),
})

const fields = {
  summary: z.string().nullish(),
  description: z.string().nullish(),
  location: z.string().nullish(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).optional(),
  transparency: z.enum(['opaque', 'transparent']).optional(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).optional(),
  eventType: z
    .enum(['default', 'outOfOffice', 'focusTime', 'workingLocation', 'birthday', 'fromGmail'])
    .optional(),
  attendees: z.array(Attendee).optional(),
  recurrence: z.array(z.string()).optional(),
  extendedProperties: z
    .looseObject({ private: z.record(z.string(), z.string().max(1024)).optional() })
    .optional(),
}
export const NewEvent = z.looseObject({
  ...fields,
  /** Base32hex, RFC 2938 §3.1.2. */
  id: z
    .string()
    .regex(/^[a-v0-9]{5,1024}$/)
    .optional(),
  iCalUID: z.string().optional(),
  start: EventTime,
  end: EventTime,
})
export const ChangedEvent = z.looseObject({
  ...fields,
  start: EventTime.optional(),
  end: EventTime.optional(),
})
export type NewEvent = z.infer<typeof NewEvent>
export type ChangedEvent = z.infer<typeof ChangedEvent>

export type EventResource = NewEvent & {
  kind: 'calendar#event'
  id: string
  etag: string
  iCalUID: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  created: string
  updated: string
  sequence: number
  recurringEventId?: string
  originalStartTime?: z.infer<typeof EventTime>
}

export type Role = 'owner' | 'writer' | 'reader' | 'freeBusyReader'

export const FreeBusyRequest = z.looseObject({
  timeMin: z.iso.datetime({ offset: true }),
  timeMax: z.iso.datetime({ offset: true }),
  items: z.array(z.looseObject({ id: z.string() })),
  calendarExpansionMax: z.int().max(50).optional(),
})

export const ChannelRequest = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.literal('web_hook'),
  address: z.url(),
  token: z.string().max(256).optional(),
  /** Epoch milliseconds, as text or number. */
  expiration: z.coerce.number().optional(),
})
export const StoppedChannel = z.looseObject({ id: z.string(), resourceId: z.string() })
