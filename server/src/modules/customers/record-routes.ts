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
import { dateMeant } from './domain/import-line.ts'
import { tidyName } from './domain/person-name.ts'
import { customerErrors } from './errors.ts'
import { parsePhone } from './parse-phone.ts'
import { customerShape, presentCustomer } from './present-customer.ts'
import { listCustomers, readCustomerRecord } from './record-views.ts'

const phoneText = z.string().trim().min(1).max(60)
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
  /** `1980-03-07`. */
  date_of_birth: z.string().max(40).nullish(),
  vip_tier_id: z.uuid().nullish(),
})

const read = { kind: 'tenant', scope: 'read', reach: 'business' } as const
const write = { kind: 'tenant', scope: 'write', reach: 'business' } as const
const byId = z.object({ id: z.uuid() })
const { unknown, badPhone, badDate, unknownTier } = customerErrors

/** People the business knows. */
export function recordRoutes({ db, clock }: Platform) {
  return (app: HttpServer): void => {
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
        return { ...page, items: page.items.map(presentCustomer) }
      },
    })

    app.get('/api/v1/customers/:id', {
      config: { access: read, errors: [unknown] },
      schema: { params: byId, response: { 200: customerShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id as CustomerId)),
    })

    app.post('/api/v1/customers', {
      config: { access: write, errors: [badPhone, badDate, unknownTier] },
      schema: {
        headers: idempotencyHeaders,
        body: wishes.extend({ name }),
        response: { 201: customerShape },
      },
      handler: async (request, reply) => {
        const person = { ...changeOf(request.body), name: tidyName(request.body.name) }
        const { tenantId, actor } = principalOf(request)
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const added = await addCustomer(tx, person, { actor, at: clock.now() })
            if (added === 'unknown_tier') throw new AppError(unknownTier)
            return { status: 201, body: await find(tx, added) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof customerShape>)
      },
    })

    app.patch('/api/v1/customers/:id', {
      config: {
        access: write,
        errors: [unknown, badPhone, badDate, unknownTier, platformErrors.staleVersion],
      },
      schema: {
        params: byId,
        body: wishes.extend({ version: z.number().int().optional() }),
        response: { 200: customerShape },
      },
      handler: async request => {
        const person = { id: request.params.id as CustomerId, version: request.body.version ?? null }
        const change = changeOf(request.body)
        const { tenantId, actor } = principalOf(request)
        return await db.inTenant(tenantId, async tx => {
          const result = await changeCustomer(tx, person, change, { actor, at: clock.now() })
          if (result === 'unknown_tier') throw new AppError(unknownTier)
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
  return presentCustomer(record)
}

function changeOf(body: z.infer<typeof wishes>): CustomerChange {
  return {
    ...(body.name === undefined ? {} : { name: tidyName(body.name) }),
    ...(body.email === undefined ? {} : { email: body.email }),
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.notes === undefined ? {} : { notes: body.notes }),
    ...(body.date_of_birth === undefined ? {} : { dateOfBirth: dateOf(body.date_of_birth) }),
    ...(body.vip_tier_id === undefined ? {} : { tierId: body.vip_tier_id }),
    ...(body.phones === undefined ? {} : { phones: body.phones.map(normalised) }),
  }
}

/** Throws `customers/bad-phone`. */
function normalised(text: string): string {
  const e164 = parsePhone(text)
  if (e164 === null) throw new AppError(badPhone)
  return e164
}

/** Throws `customers/bad-date`. */
function dateOf(text: string | null): string | null {
  const date = text === null ? null : dateMeant(text)
  if (text !== null && date === null) throw new AppError(badDate)
  return date
}
