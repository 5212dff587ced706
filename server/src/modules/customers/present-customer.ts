import { z } from 'zod'
import type { CustomerRecord } from './record-views.ts'

export const customerShape = z.object({
  id: z.uuid(),
  name: z.string(),
  phones: z.array(z.object({ e164: z.string(), is_primary: z.boolean() })),
  email: z.string().nullable(),
  language: z.string(),
  notes: z.string().nullable(),
  /** `1980-03-07`. */
  date_of_birth: z.string().nullable(),
  vip_tier: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** UTC. */
  created_at: z.string(),
  version: z.number(),
})

/** The only shape in which a customer leaves the server. */
export function presentCustomer(record: CustomerRecord): z.infer<typeof customerShape> {
  return {
    id: record.id,
    name: record.name,
    phones: [...record.phones],
    email: record.email,
    language: record.language,
    notes: record.notes,
    date_of_birth: record.dateOfBirth,
    vip_tier: record.tier,
    created_at: record.createdAt.toString({ smallestUnit: 'second' }),
    version: record.version,
  }
}
