import { z } from 'zod'
import { AppError } from '../../../../platform/errors/app-error.ts'
import { principalOf } from '../../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../../platform/http/http-server.ts'
import type { CalendarConnectionId, TenantId } from '../../../../platform/ids/ids.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { type AskProvider, askErrors } from '../../connections/ask-provider.ts'
import { calendarErrors } from '../../errors.ts'
import type { CalendarNeighbours } from '../../neighbours.ts'
import { applyChoices, OUTCOMES } from './apply-choices.ts'
import { SERVICE_FIELDS } from './compare-import.ts'
import { compareOffer } from './compare-offer.ts'
import type { createReadOffer, Offer } from './read-offer.ts'

const params = z.object({ id: z.uuid() })
const manage = { kind: 'tenant', scope: 'manage' } as const
const errors = [...askErrors, calendarErrors.notOfCalcom]

const value = z.union([z.string(), z.number(), z.boolean()]).nullable()
const windowShape = z.object({ weekday: z.number().int(), from: z.string(), until: z.string() })
const serviceShape = z.object({
  target: z.string(),
  name: z.string(),
  service_id: z.uuid().nullable(),
  match: z.enum(['linked', 'by_name', 'none']).describe('`by_name`: proposed, because both have one name.'),
  state: z.enum(['same', 'differs', 'new', 'gone']),
  fields: z
    .array(
      z.object({
        field: z.enum(SERVICE_FIELDS),
        ours: value,
        theirs: value,
        owner: z.enum(['ours', 'theirs']),
      }),
    )
    .describe(
      'Only those that differ. `owner`: whose value counts, by the settings of the link (`their_fields`).',
    ),
  problems: z
    .array(
      z.object({
        kind: z.enum(['managed_parent', 'required_field', 'no_hosts', 'host_without_person']),
        detail: z.string(),
      }),
    )
    .describe('Why it cannot be booked from here as it is.'),
})
const shape = z.object({
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
      name: z.string(),
      zone: z.string(),
      resource_id: z.uuid().nullable(),
      only_ours: z.array(windowShape),
      only_theirs: z.array(windowShape),
    }),
  ),
})
const choices = z.strictObject({
  services: z
    .array(
      z.strictObject({
        target: z.string().min(1).max(200),
        fields: z.array(z.enum(SERVICE_FIELDS)).min(1).max(20),
      }),
    )
    .min(1)
    .max(500),
})
const outcomes = z.object({ items: z.array(z.object({ target: z.string(), outcome: z.enum(OUTCOMES) })) })

type Parts = CalendarNeighbours & AskProvider

/** What Cal.com offers beside what the business has; what a person picks of it is taken over, and nothing else. */
export function importRoutes(
  platform: Platform,
  parts: Parts,
  readOffer: ReturnType<typeof createReadOffer>,
) {
  const { db } = platform
  const offerOf = async (tenantId: TenantId, id: CalendarConnectionId): Promise<Offer> => {
    const { adapter, account } = await parts.openLive(tenantId, id)
    if (adapter.provider !== 'calcom') throw new AppError(calendarErrors.notOfCalcom)
    return await parts.valueIn(tenantId, id, await readOffer(account))
  }

  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-connections/:id/import', {
      config: { access: manage, errors },
      schema: { params, response: { 200: shape } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const id = request.params.id as CalendarConnectionId
        const offer = await offerOf(tenantId, id)
        return await db.readTenant(tenantId, tx => compareOffer(tx, parts, { connectionId: id, offer }))
      },
    })

    app.post('/api/v1/calendar-connections/:id/import', {
      config: { access: manage, errors },
      schema: { params, body: choices, response: { 200: outcomes } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const id = request.params.id as CalendarConnectionId
        const offer = await offerOf(tenantId, id)
        const items = await db.inTenant(tenantId, async tx => {
          const compared = await compareOffer(tx, parts, { connectionId: id, offer })
          return await applyChoices(tx, parts.catalogue, {
            compared: compared.services,
            chosen: request.body.services,
          })
        })
        return { items }
      },
    })
  }
}
