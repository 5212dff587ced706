import { z } from 'zod'

/** What of Graph's answers is read. Anything else in them is let be. */
const moment = z.object({
  /** Without an offset, seven digits of fractions. */
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/),
  timeZone: z.string(),
})

export const graphEvent = z.object({
  id: z.string().min(1),
  '@odata.etag': z.string().nullish(),
  iCalUId: z.string().nullish(),
  transactionId: z.string().nullish(),
  type: z.enum(['singleInstance', 'seriesMaster', 'occurrence', 'exception']).default('singleInstance'),
  seriesMasterId: z.string().nullish(),
  subject: z.string().nullish(),
  body: z.object({ content: z.string().default('') }).optional(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  createdDateTime: z.string().nullish(),
  isAllDay: z.boolean().default(false),
  isCancelled: z.boolean().default(false),
  showAs: z.string().optional(),
  responseStatus: z.object({ response: z.string().default('none') }).nullish(),
  start: moment,
  end: moment,
})
export type GraphEvent = z.infer<typeof graphEvent>

const removedItem = z.object({ id: z.string().min(1), '@removed': z.object({}) })
/** An occurrence has its times alone: the rest is that of its series. */
const occurrenceItem = z.object({
  id: z.string().min(1),
  type: z.literal('occurrence'),
  seriesMasterId: z.string().min(1),
  start: moment,
  end: moment,
})
export type GraphOccurrence = z.infer<typeof occurrenceItem>

export const deltaPage = z.object({
  value: z.array(z.union([removedItem, occurrenceItem, graphEvent])),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})

export const eventPage = z.object({ value: z.array(graphEvent) })

export const calendarPage = z.object({
  value: z.array(
    z.object({ id: z.string().min(1), name: z.string().default(''), canEdit: z.boolean().default(false) }),
  ),
  '@odata.nextLink': z.string().optional(),
})

export const subscriptionAnswer = z.object({
  id: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
})
