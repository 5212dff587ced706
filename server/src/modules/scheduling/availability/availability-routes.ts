import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { momentOf, momentText } from '../../../platform/http/moment-query.ts'
import { type AppointmentId, type CustomerId, parseId, type ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isTimeZone } from '../../../platform/time/zoned.ts'
import type { Catalogue, Service } from '../../catalogue/index.ts'
import type { Customers, TierEffects } from '../../customers/index.ts'
import { schedulingErrors } from '../errors.ts'
import { presentSlots, slotShape } from '../present-appointment.ts'
import type { SlotTokens } from '../slot.ts'
import type { createFindFreeSlots } from './find-free-slots.ts'

const LONGEST_RANGE_DAYS = 92

const query = z.object({
  service: z.string().min(1).max(200),
  from: momentText,
  to: momentText,
  staff: z.string().min(1).max(200).optional(),
  /** The appointment that would be moved: its own place is offered too. */
  moving: z.uuid().optional(),
  customer: z
    .uuid()
    .optional()
    .describe('For whom: their tier may reach further ahead and waive the notice.'),
  zone: z.string().max(60).refine(isTimeZone, { error: 'is not a time zone' }).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(1000),
})

export function availabilityRoute(
  { db, clock }: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    findFreeSlots: ReturnType<typeof createFindFreeSlots>
    offerSlots: SlotTokens['offer']
  },
) {
  const { catalogue, customers, findFreeSlots } = parts
  return (app: HttpServer): void => {
    app.get('/api/v1/availability', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [
          schedulingErrors.unknownService,
          schedulingErrors.ambiguousService,
          schedulingErrors.unknownStaff,
          schedulingErrors.badRange,
          customers.errors.unknown,
        ],
      },
      schema: {
        querystring: query,
        response: {
          200: z.object({
            items: z.array(slotShape),
            as_of: z.string(),
            unknown: z
              .array(z.uuid())
              .describe('Staff and resources whose other calendar cannot be read at present.'),
          }),
        },
      },
      handler: async request => {
        const wanted = request.query
        const { tenantId } = principalOf(request)
        const { slots, unknown, zone } = await db.readTenant(tenantId, tx =>
          catalogue.withCatalogue(tx, async known => {
            const service = serviceAmong(catalogue, known.services, wanted.service)
            const zone = wanted.zone ?? known.zone
            const answer = await findFreeSlots(tx, {
              service,
              ...rangeFor(wanted, zone),
              limit: wanted.limit,
              readBasis: known.readBasis,
              ...(wanted.staff === undefined ? {} : { staffId: staffAmong(known.staff, wanted.staff) }),
              ...(wanted.moving === undefined ? {} : { moving: wanted.moving as AppointmentId }),
              ...(await effectsFor(tx, customers, wanted.customer)),
            })
            return { ...answer, zone }
          }),
        )
        return {
          items: presentSlots(parts.offerSlots(slots), zone),
          as_of: clock.now().toString({ smallestUnit: 'second' }),
          unknown: [...new Set(unknown.map(({ resourceId }) => resourceId))],
        }
      },
    })
  }
}

export function rangeFor(wanted: { from: string; to: string }, zone: string) {
  const from = momentOf(wanted.from, zone)
  const to = momentOf(wanted.to, zone)
  if (!from || !to || Temporal.Instant.compare(from, to) >= 0)
    throw new AppError(schedulingErrors.badRange, '"to" must be after "from".')
  if (from.until(to).total('hours') > LONGEST_RANGE_DAYS * 24)
    throw new AppError(schedulingErrors.badRange, `Ask for at most ${LONGEST_RANGE_DAYS} days at once.`)
  return { from, to }
}

export async function serviceFor(tx: Tx, catalogue: Catalogue, words: string): Promise<Service> {
  const id = parseId<'service'>(words)
  const service = id && (await catalogue.readService(tx, id))
  const services = id ? (service ? [service] : []) : await catalogue.listServices(tx)
  return serviceAmong(catalogue, services, words)
}

function serviceAmong(catalogue: Catalogue, all: readonly Service[], words: string): Service {
  const id = parseId<'service'>(words)
  const services = id ? all.filter(service => service.id === id) : catalogue.matchServices(all, words)
  const [service, another] = services
  if (!service) throw new AppError(schedulingErrors.unknownService)
  if (another)
    throw new AppError(schedulingErrors.ambiguousService, undefined, {
      extensions: { candidates: services.map(candidate => candidate.name) },
    })
  return service
}

export async function staffFor(tx: Tx, catalogue: Catalogue, words: string): Promise<ResourceId> {
  return staffAmong(await catalogue.listStaff(tx), words)
}

function staffAmong(staff: ReadonlyArray<{ id: ResourceId; name: string }>, words: string): ResourceId {
  const found = staff.find(
    person => person.id === words || person.name.toLowerCase() === words.trim().toLowerCase(),
  )
  if (!found) throw new AppError(schedulingErrors.unknownStaff)
  return found.id
}

/** What the tier of a customer changes. Throws `customers/unknown`. */
export async function effectsFor(
  tx: Tx,
  customers: Customers,
  id: string | undefined,
): Promise<{ effects?: TierEffects }> {
  if (id === undefined) return {}
  const current = await customers.readCurrent(tx, id as CustomerId)
  if (current === null) throw new AppError(customers.errors.unknown)
  return { effects: await customers.tierEffects(tx, current) }
}
