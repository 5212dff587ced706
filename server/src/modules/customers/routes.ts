import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import { emailAddress } from '../../platform/i18n/email-address.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { addCustomer, type CustomerChange, changeCustomer } from './change-customer.ts'
import { tidyName } from './domain/person-name.ts'
import { customerErrors } from './errors.ts'
import { parsePhone } from './parse-phone.ts'
import { type CustomerRecord, listCustomers, readCustomerRecord } from './record-views.ts'

const phoneText = z.string().trim().min(1).max(60)
const customerShape = z.object({
  id: z.uuid(),
  name: z.string(),
  phones: z.array(z.object({ e164: z.string(), is_primary: z.boolean() })),
  email: z.string().nullable(),
  language: z.string(),
  notes: z.string().nullable(),
  /** UTC. */
  created_at: z.string(),
  version: z.number(),
})
const name = z
  .string()
  .max(200)
  .refine(text => tidyName(text) !== '', { error: 'must have a visible character' })
const wishes = z.strictObject({
  name: name.optional(),
  /** As people write them; the first is the primary one. Replaces all. */
  phones: z.array(phoneText).max(20).optional(),
  email: emailAddress.nullish(),
  language: z.enum(['de', 'en']).optional(),
  notes: z.string().max(5000).nullish(),
})

const read = { kind: 'tenant', scope: 'read' } as const
const write = { kind: 'tenant', scope: 'write' } as const
const byId = z.object({ id: z.uuid() })
const { unknown, badPhone } = customerErrors

/** People the business knows. */
export function customerRoutes({ db, clock }: Platform) {
  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/customers', {
      config: { access: read, errors: [badPhone] },
      schema: {
        querystring: pageQuery.extend({
          phone: z.string().max(60).optional(),
          q: z.string().trim().max(200).optional(),
        }),
        response: { 200: z.object({ items: z.array(customerShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { phone, q, cursor, limit } = request.query
        const wanted = {
          // A plus sign in an unescaped query arrives as a space.
          phoneE164: phone === undefined ? null : normalised(phone.replace(/^ (?=\d)/, '+')),
          words: q === undefined || q === '' ? null : q,
          after: decodeCursor(cursor),
          limit: limit + 1,
        }
        const rows = await db.inTenant(principalOf(request).tenantId, tx => listCustomers(tx, wanted))
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(present) }
      },
    })

    app.get('/api/v1/customers/:id', {
      config: { access: read, errors: [unknown] },
      schema: { params: byId, response: { 200: customerShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id as CustomerId)),
    })

    app.post('/api/v1/customers', {
      config: { access: write, errors: [badPhone] },
      schema: {
        headers: idempotencyHeaders,
        body: wishes.extend({ name }),
        response: { 201: customerShape },
      },
      handler: async (request, reply) => {
        const person = { ...changeOf(request.body), name: tidyName(request.body.name) }
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 201,
            body: await find(tx, await addCustomer(tx, person)),
          })),
        )
        return reply.status(201).send(answer.body as z.infer<typeof customerShape>)
      },
    })

    app.patch('/api/v1/customers/:id', {
      config: { access: write, errors: [unknown, badPhone, platformErrors.staleVersion] },
      schema: {
        params: byId,
        body: wishes.extend({ version: z.number().int().optional() }),
        response: { 200: customerShape },
      },
      handler: async request => {
        const person = { id: request.params.id as CustomerId, version: request.body.version ?? null }
        const change = changeOf(request.body)
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const result = await changeCustomer(tx, person, change)
          if (result === 'unknown') throw new AppError(unknown)
          if (result === 'stale') throw new AppError(platformErrors.staleVersion)
          return await find(tx, person.id)
        })
      },
    })
  }
}

async function find(tx: Tx, id: CustomerId): Promise<z.infer<typeof customerShape>> {
  const record = await readCustomerRecord(tx, id)
  if (!record) throw new AppError(unknown)
  return present(record)
}

function changeOf(body: z.infer<typeof wishes>): CustomerChange {
  return {
    ...(body.name === undefined ? {} : { name: tidyName(body.name) }),
    ...(body.email === undefined ? {} : { email: body.email }),
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.notes === undefined ? {} : { notes: body.notes }),
    ...(body.phones === undefined ? {} : { phones: body.phones.map(normalised) }),
  }
}

/** Throws `customers/bad-phone`. */
function normalised(text: string): string {
  const e164 = parsePhone(text)
  if (e164 === null) throw new AppError(badPhone)
  return e164
}

function present(record: CustomerRecord): z.infer<typeof customerShape> {
  const { createdAt, phones, ...rest } = record
  return { ...rest, phones: [...phones], created_at: createdAt.toString({ smallestUnit: 'second' }) }
}
