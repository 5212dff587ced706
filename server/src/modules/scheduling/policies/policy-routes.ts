import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { schedulingErrors } from '../errors.ts'
import {
  deletePolicy,
  POLICY_SCOPES,
  type Policy,
  policyRules,
  readPolicies,
  savePolicy,
} from './policies.ts'

const policyShape = z.object({
  id: z.uuid(),
  scope: z.enum(POLICY_SCOPES),
  scope_id: z.uuid().nullable(),
  kind: z.enum(['cancel', 'move']),
  rules: policyRules,
  version: z.number(),
})
const listShape = z.object({ items: z.array(policyShape), next_cursor: z.null() })

/** The rules by which customers may cancel and move. */
export function policyRoutes({ db }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/policies', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'business' } },
      schema: { response: { 200: listShape } },
      handler: async request => present(await db.inTenant(principalOf(request).tenantId, readPolicies)),
    })

    app.put('/api/v1/policies', {
      config: {
        access: { kind: 'tenant', scope: 'business' },
        errors: [schedulingErrors.unknownScope, platformErrors.staleVersion],
      },
      schema: {
        body: z.strictObject({
          scope: z.enum(POLICY_SCOPES),
          scope_id: z.uuid().nullish(),
          kind: z.enum(['cancel', 'move']),
          rules: policyRules,
          version: z.number().int().nullish(),
        }),
        response: { 200: listShape },
      },
      handler: async request => {
        const { scope, kind, rules, scope_id, version } = request.body
        const rows = await db.inTenant(principalOf(request).tenantId, async tx => {
          const saved = await savePolicy(
            tx,
            { scope, scopeId: scope_id ?? null, kind, rules },
            version ?? null,
          )
          if (saved === 'unknown_scope') throw new AppError(schedulingErrors.unknownScope)
          if (saved === 'stale') throw new AppError(platformErrors.staleVersion)
          return await readPolicies(tx)
        })
        return present(rows)
      },
    })

    app.delete('/api/v1/policies/:id', {
      config: { access: { kind: 'tenant', scope: 'business' }, errors: [schedulingErrors.unknownPolicy] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: listShape } },
      handler: async request => {
        const rows = await db.inTenant(principalOf(request).tenantId, async tx => {
          if ((await deletePolicy(tx, request.params.id)) === 'unknown')
            throw new AppError(schedulingErrors.unknownPolicy)
          return await readPolicies(tx)
        })
        return present(rows)
      },
    })
  }
}

function present(rows: readonly Policy[]): z.infer<typeof listShape> {
  return { items: rows.map(({ scopeId, ...row }) => ({ ...row, scope_id: scopeId })), next_cursor: null }
}
