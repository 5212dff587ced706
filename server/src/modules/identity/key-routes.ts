import { z } from 'zod'
import { KEY_SCOPES } from '../../platform/access/permissions.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { parseId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { areLocationsHere } from './accounts/member-locations.ts'
import { listApiKeys, revokeApiKey } from './api-keys.ts'
import { insertApiKey } from './create-api-key.ts'
import { identityErrors } from './errors.ts'
import { locationsShape, wantedLocations } from './locations-shape.ts'
import { rotateApiKey } from './rotate-api-key.ts'

const LONGEST_OVERLAP_HOURS = 30 * 24
const LONGEST_LIFE_DAYS = 5 * 365

const keyShape = z.object({
  id: z.uuid(),
  prefix: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  locations: locationsShape,
  state: z.enum(['valid', 'expired', 'revoked']),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_used_at: z.string().nullable().describe('To the minute.'),
  replaces: z.uuid().nullable(),
})
const madeShape = z.object({
  id: z.uuid(),
  key: z.string().describe('Shown this once.'),
})
const access = { kind: 'tenant', scope: 'keys' } as const
const params = z.object({ id: z.uuid() })

/**
 * The keys of a business. Only people make keys: one that could make others would outlive being revoked. Creating
 * takes no Idempotency-Key, because the stored answer would keep the key.
 */
export function keyRoutes(platform: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/api-keys', {
      config: { access },
      schema: { response: { 200: z.object({ items: z.array(keyShape), next_cursor: z.null() }) } },
      handler: async request => ({
        items: (await listApiKeys(platform, principalOf(request).tenantId)).map(key => ({
          ...key,
          scopes: [...key.scopes],
          locations: key.locations && [...key.locations],
        })),
        next_cursor: null,
      }),
    })

    app.post('/api/v1/api-keys', {
      config: { access, errors: [identityErrors.unknownLocation] },
      schema: {
        body: z.strictObject({
          name: z.string().trim().min(1).max(100),
          scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
          locations: wantedLocations,
          expires_in_days: z.number().int().min(1).max(LONGEST_LIFE_DAYS).nullable().optional(),
        }),
        response: { 201: madeShape },
      },
      handler: async (request, reply) => {
        const { name, scopes, locations, expires_in_days: days } = request.body
        const { id, key } = await platform.db.inTenant(principalOf(request).tenantId, async tx => {
          if (locations && !(await areLocationsHere(tx, locations)))
            throw new AppError(identityErrors.unknownLocation)
          return await insertApiKey(tx, platform.keys, {
            ...{ name, locations, scopes: [...new Set(scopes)] },
            expiresAt: days ? platform.clock.now().add({ hours: days * 24 }) : null,
          })
        })
        return reply.status(201).send({ id, key })
      },
    })

    app.post('/api/v1/api-keys/:id/rotate', {
      config: { access, errors: [identityErrors.unknownKey, identityErrors.keyIsOver] },
      schema: {
        params,
        body: z.strictObject({
          overlap_hours: z.number().int().min(0).max(LONGEST_OVERLAP_HOURS).default(24),
        }),
        response: { 201: madeShape.extend({ old_ends_at: z.string() }) },
      },
      handler: async (request, reply) => {
        const rotation = await rotateApiKey(platform, principalOf(request).tenantId, {
          id: keyIdOf(request.params.id),
          overlap: Temporal.Duration.from({ hours: request.body.overlap_hours }),
        })
        if (rotation.kind === 'unknown') throw new AppError(identityErrors.unknownKey)
        if (rotation.kind === 'over') throw new AppError(identityErrors.keyIsOver)
        const { id, key } = rotation.created
        return reply.status(201).send({ id, key, old_ends_at: rotation.oldEndsAt.toString() })
      },
    })

    app.delete('/api/v1/api-keys/:id', {
      config: { access, errors: [identityErrors.unknownKey] },
      schema: { params, response: { 204: z.null() } },
      handler: async (request, reply) => {
        const id = keyIdOf(request.params.id)
        const result = await revokeApiKey(platform, principalOf(request).tenantId, id)
        if (result === 'unknown') throw new AppError(identityErrors.unknownKey)
        return reply.status(204).send(null)
      },
    })
  }
}

function keyIdOf(text: string) {
  const id = parseId<'api-key'>(text)
  if (!id) throw new AppError(identityErrors.unknownKey)
  return id
}
