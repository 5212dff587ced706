import { z } from 'zod'
import { outcomeShape } from './choices.ts'
import { SERVICE_FIELDS } from './compare-import.ts'

const value = z.union([z.string(), z.number(), z.boolean()]).nullable()
const day = z.array(z.object({ from: z.string(), to: z.string() })).nullable()
const week = z.array(z.object({ weekday: z.number().int(), from: z.string(), to: z.string() }))

const fieldShape = z.object({
  field: z.enum(SERVICE_FIELDS),
  ours: value,
  theirs: value,
  owner: z.enum(['ours', 'theirs']),
  changed: z
    .enum(['here', 'there', 'both'])
    .nullable()
    .describe('Who changed it since it was taken over; `both` is a conflict, null: it never was.'),
})

const serviceShape = z.object({
  target: z.string(),
  name: z.string(),
  service_id: z.uuid().nullable(),
  match: z.enum(['linked', 'by_name', 'none']).describe('`by_name`: proposed, because both have one name.'),
  state: z.enum(['same', 'differs', 'new', 'gone']),
  fields: z
    .array(fieldShape)
    .describe('Only those that differ. `owner`: whose value counts, by what somebody said.'),
  hosts: z
    .object({ there: z.array(z.string()), missing: z.array(z.string()), only_here: z.array(z.uuid()) })
    .describe('Who does it there, who of them does not do it here, and who does it only here.'),
  problems: z
    .array(
      z.object({
        kind: z.enum([
          ...(['managed_parent', 'required_field', 'no_hosts', 'host_without_person'] as const),
          ...(['name_twice', 'name_taken'] as const),
        ]),
        detail: z.string(),
      }),
    )
    .describe('Why it cannot be booked from here as it is, or which of ours it is cannot be said.'),
})

/** What Cal.com offers beside what the business has. */
export const comparisonShape = z.object({
  preview: z.string().describe('Changes with anything that is shown; what is picked names it.'),
  services: z.array(serviceShape),
  people: z.array(
    z.object({
      host: z.string(),
      name: z.string(),
      resource_id: z.uuid().nullable(),
      match: z.enum(['linked', 'by_name', 'none']),
    }),
  ),
  weeks: z.array(
    z.object({
      schedule: z.string(),
      name: z.string(),
      zone: z.string(),
      host: z.string(),
      resource_id: z.uuid().nullable(),
      only_ours: week,
      only_theirs: week,
      days: z
        .array(z.object({ date: z.string(), ours: day, theirs: day }))
        .describe(
          'Dates from today on with other hours than the usual ones; null: the usual ones; none: off.',
        ),
      cannot: z
        .enum(['other_zone', 'nobody'])
        .nullable()
        .describe('Why it cannot be taken over: it counts in another zone, or its owner is nobody here.'),
    }),
  ),
})

export const importShape = z.object({
  id: z.uuid(),
  actor: z.string(),
  applied_at: z.string(),
  changes: z.array(outcomeShape),
})
