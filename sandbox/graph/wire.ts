/** What Graph v1.0 takes and answers of calendars, as far as it is imitated; names and forms are those of its metadata. */
import { z } from 'zod'

const Moment = z.looseObject({
  /** Without an offset; fractions of seconds have seven digits in answers. */
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/),
  timeZone: z.string(),
})
const ExtendedProperty = z.looseObject({ id: z.string(), value: z.string() })
const Recurrence = z.looseObject({
  pattern: z.looseObject({
    type: z.enum(['daily', 'weekly']),
    interval: z.int().min(1),
    daysOfWeek: z
      .array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))
      .optional(),
  }),
  range: z.looseObject({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: z.iso.date(),
    endDate: z.iso.date().optional(),
    numberOfOccurrences: z.int().optional(),
  }),
})

const fields = {
  subject: z.string().nullish(),
  body: z.looseObject({ contentType: z.enum(['text', 'html']), content: z.string() }).optional(),
  location: z.looseObject({ displayName: z.string().nullish() }).optional(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).optional(),
  isAllDay: z.boolean().optional(),
  isCancelled: z.boolean().optional(),
  responseStatus: z.looseObject({ response: z.string() }).optional(),
  recurrence: Recurrence.nullish(),
  singleValueExtendedProperties: z.array(ExtendedProperty).optional(),
}
export const NewEvent = z.looseObject({
  ...fields,
  start: Moment,
  end: Moment,
  transactionId: z.string().optional(),
})
export const ChangedEvent = z.looseObject({ ...fields, start: Moment.optional(), end: Moment.optional() })
export type NewEvent = z.infer<typeof NewEvent>
export type ChangedEvent = z.infer<typeof ChangedEvent>
export type Moment = z.infer<typeof Moment>

export type EventResource = NewEvent & {
  '@odata.etag': string
  id: string
  iCalUId: string
  createdDateTime: string
  lastModifiedDateTime: string
  type: 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception'
  seriesMasterId: string | null
}

export const NewSubscription = z.looseObject({
  changeType: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).optional(),
})
export type NewSubscription = z.infer<typeof NewSubscription>
