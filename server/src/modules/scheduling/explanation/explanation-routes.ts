import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { momentOf } from '../../../platform/http/moment-query.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { instantOfWallTime, toOffsetString } from '../../../platform/time/zoned.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { serviceFor, staffFor } from '../availability/availability-routes.ts'
import { schedulingErrors } from '../errors.ts'
import type { createExplainSlot } from './explain-slot.ts'

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

const query = z.object({
  service: z.string().min(1).max(120),
  at: z
    .string()
    .max(40)
    .refine(text => momentAt(text, 'UTC') !== null, {
      error: 'must be an instant, or a wall time of the location',
    })
    .describe('An instant with offset, or a wall time of the location (2026-11-26T10:00).'),
  staff: z.string().min(1).max(120).optional(),
  moving: z.uuid().optional().describe('The appointment that is to be moved there.'),
})

const RULES = ['notice', 'horizon', 'closed', 'full', 'day_full', 'grid', 'together', 'nobody'] as const

/** Why a start is or is not offered, in words for the owner. */
export function explanationRoute(
  { db }: Platform,
  parts: { catalogue: Catalogue; explainSlot: ReturnType<typeof createExplainSlot> },
) {
  return (app: HttpServer): void => {
    app.get('/api/v1/availability/explanation', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [
          schedulingErrors.unknownService,
          schedulingErrors.ambiguousService,
          schedulingErrors.unknownStaff,
          schedulingErrors.badRange,
        ],
      },
      schema: {
        querystring: query,
        response: {
          200: z.object({
            at: z.string(),
            service: z.object({ id: z.uuid(), name: z.string() }),
            free: z.boolean().describe('True exactly if availability offers this start.'),
            rules: z.array(z.enum(RULES)).describe('What removes it, in the order one would name it.'),
            sentence: z.object({ de: z.string(), en: z.string() }),
          }),
        },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const { catalogue, explainSlot } = parts
          const zone = await catalogue.readZone(tx)
          const question = await questionOf(tx, catalogue, request.query, zone)
          const german = await explainSlot(tx, { ...question, lang: 'de' })
          const english = await explainSlot(tx, { ...question, lang: 'en' })
          return {
            at: toOffsetString(question.at, zone),
            service: { id: question.service.id, name: question.service.name },
            free: german.free,
            rules: [...new Set(german.reasons.map(reason => reason.rule))],
            sentence: { de: german.sentence, en: english.sentence },
          }
        }),
    })
  }
}

/** Throws what the route declares. */
async function questionOf(tx: Tx, catalogue: Catalogue, wanted: z.infer<typeof query>, zone: string) {
  const service = await serviceFor(tx, catalogue, wanted.service)
  const at = momentAt(wanted.at, zone)
  if (!at) throw new AppError(schedulingErrors.badRange)
  return {
    service,
    at,
    ...(wanted.staff === undefined ? {} : { staffId: await staffFor(tx, catalogue, wanted.staff) }),
    ...(wanted.moving === undefined ? {} : { moving: [wanted.moving as AppointmentId] }),
  }
}

function momentAt(text: string, zone: string): Temporal.Instant | null {
  if (!WALL_TIME.test(text)) return momentOf(text, zone)
  try {
    return instantOfWallTime(Temporal.PlainDateTime.from(text), zone)
  } catch {
    return null
  }
}
