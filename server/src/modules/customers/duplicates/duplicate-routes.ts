import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { customerErrors } from '../errors.ts'
import { type HistoryEntry, readHistory } from '../history-view.ts'
import { customerShape, presentCustomer } from '../present-customer.ts'
import { type CustomerRecord, readCustomerRecord, readCustomerRecords } from '../record-views.ts'
import { type DuplicatePair, findDuplicates } from './duplicates-view.ts'

const pairShape = z.object({
  customers: z.array(customerShape),
  reasons: z.array(z.enum(['same_phone', 'same_email', 'same_name', 'sounds_alike'])),
  /** 0 to 100. */
  score: z.number(),
})
const entryShape = z.object({
  kind: z.enum(['appointment', 'appointment_change', 'call', 'record_change', 'merge', 'merge_undone']),
  /** UTC; of an appointment its start. */
  at: z.string(),
  id: z.uuid(),
  appointment_id: z.uuid().nullable(),
  what: z.string(),
  actor: z.string().nullable(),
  about: z.string().nullable(),
})
const read = { kind: 'tenant', scope: 'read' } as const

/** What is known about customers beyond their records: who may be one person, and what happened with somebody. */
export function duplicateRoutes({ db }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/customers/duplicates', {
      config: { access: read },
      schema: {
        querystring: z.object({
          customer: z.uuid().optional(),
          minimum_score: z.coerce.number().int().min(1).max(100).default(30),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ items: z.array(pairShape), next_cursor: z.null() }) },
      },
      handler: async request => {
        const { customer, minimum_score, limit } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const pairs = await findDuplicates(tx, {
            customerId: (customer as CustomerId | undefined) ?? null,
            minimumScore: minimum_score,
            limit,
          })
          const ids = [...new Set(pairs.flatMap(pair => [pair.one, pair.other]))]
          const people = new Map((await readCustomerRecords(tx, ids)).map(person => [person.id, person]))
          return { items: pairs.map(pair => presentPair(pair, people)), next_cursor: null }
        })
      },
    })

    app.get('/api/v1/customers/:id/history', {
      config: { access: { ...read, reach: 'location' }, errors: [customerErrors.unknown] },
      schema: {
        params: z.object({ id: z.uuid() }),
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(entryShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { cursor, limit } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const customer = await readCustomerRecord(tx, request.params.id as CustomerId)
          if (!customer) throw new AppError(customerErrors.unknown)
          const wanted = { customerId: customer.id, after: decodeCursor(cursor), limit: limit + 1 }
          const page = toPage(await readHistory(tx, wanted), limit, entry => ({
            at: entry.at.toString(),
            id: entry.id,
          }))
          return { ...page, items: page.items.map(presentEntry) }
        })
      },
    })
  }
}

function presentPair(
  pair: DuplicatePair,
  people: ReadonlyMap<CustomerId, CustomerRecord>,
): z.infer<typeof pairShape> {
  return {
    customers: [pair.one, pair.other].flatMap(id => people.get(id) ?? []).map(presentCustomer),
    reasons: [...pair.reasons],
    score: pair.score,
  }
}

function presentEntry(entry: HistoryEntry): z.infer<typeof entryShape> {
  return {
    kind: entry.kind,
    at: entry.at.toString({ smallestUnit: 'second' }),
    id: entry.id,
    appointment_id: entry.appointmentId,
    what: entry.what,
    actor: entry.actor,
    about: entry.about,
  }
}
