import { z } from 'zod'
import { SERVICE_FIELDS } from './compare-import.ts'

const external = z.string().min(1).max(200)
const fields = z.array(z.enum(SERVICE_FIELDS)).max(20)

const serviceChoice = z.strictObject({
  target: external,
  fields: fields.default([]).describe('Whose values are taken over.'),
  hosts: z.boolean().default(false).describe('Whether its hosts do it here, too. Nobody stops doing it.'),
  their_fields: fields
    .nullish()
    .describe(
      'Which fields belong to Cal.com from now on; left out: as before. It decides only what is proposed.',
    ),
  price_minor: z
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .nullish()
    .describe(
      'For one that is new: what it costs here, which Cal.com does not say. Without a price none is added.',
    ),
})
const personChoice = z.strictObject({
  host: external,
  resource_id: z.uuid().nullable().describe('Who of the business it is; null: somebody new.'),
})

/** What somebody picked of what they were shown. */
export const choices = z.strictObject({
  preview: z.string().max(100).describe('Of the comparison that was looked at.'),
  services: z.array(serviceChoice).max(500).default([]),
  people: z.array(personChoice).max(500).default([]),
  weeks: z
    .array(
      z.strictObject({
        schedule: external,
        week: z.boolean().default(true).describe('Whether the usual week is taken over.'),
        days: z
          .array(z.iso.date())
          .max(400)
          .default([])
          .describe('Dates whose hours are taken over; what counts here on others stays.'),
      }),
    )
    .max(500)
    .default([]),
})
export type Choices = z.infer<typeof choices>
export type ServiceChoice = Choices['services'][number]

/**
 * `matched`: somebody said who it is. `not_there`: Cal.com has nothing of this name. `no_price`: a service was to be added
 * without one. `cannot`: what is here may not be so, and stays as it was.
 */
const OUTCOMES = ['added', 'changed', 'matched', 'same', 'not_there', 'no_price', 'cannot'] as const
export type Outcome = (typeof OUTCOMES)[number]

const side = z.union([z.string(), z.number(), z.boolean()]).nullable()
/** What became of one thing that was picked. */
export const outcomeShape = z.object({
  kind: z.enum(['service', 'person', 'week', 'day']),
  external: z.string().describe('The event type, the host, the schedule, or the schedule and the date.'),
  name: z.string(),
  id: z.uuid().nullable().describe('The service or the person here.'),
  outcome: z.enum(OUTCOMES),
  fields: z.array(z.object({ field: z.string(), before: side, after: side })),
})
export type Applied = z.infer<typeof outcomeShape>
