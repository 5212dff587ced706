import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { AgentVersionId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { firstDefinition } from '../domain/agent/definition.ts'
import { differencesBetween } from '../domain/agent/differences.ts'
import { voiceErrors } from '../errors.ts'
import {
  listVersions,
  newestPublication,
  readAgent,
  readVersion,
  type VersionView,
  versionInState,
} from './agent-views.ts'
import { definitionSchema } from './definition-schema.ts'
import type { AgentParts } from './neighbours.ts'
import {
  differenceShape,
  presentDifference,
  presentReceptionist,
  presentVersion,
  presentWholeVersion,
  receptionistShape,
  versionShape,
  wholeVersionShape,
} from './present-agent.ts'
import { connectedOf } from './publication-routes.ts'
import type { Receptionists } from './receptionists.ts'

const read = { kind: 'tenant', scope: 'read' } as const
const change = { kind: 'tenant', scope: 'receptionist' } as const
const byId = z.object({ id: z.uuid() })
const { noAccount, publishing, unknownVersion, unusableDefinition } = voiceErrors

/** The receptionist on the telephone: its definition, its versions, and their way to the callers. */
export function agentRoutes(platform: Platform, parts: AgentParts, receptionists: Receptionists) {
  const { db } = platform

  return (app: HttpServer): void => {
    app.get('/api/v1/receptionist', {
      config: { access: read },
      schema: { response: { 200: receptionistShape } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const connection = await receptionists.connectionOf(tenantId)
        return await db.inTenant(tenantId, tx => overview(tx, connection !== null))
      },
    })

    app.put('/api/v1/receptionist/draft', {
      config: {
        access: change,
        errors: [noAccount, publishing, unusableDefinition, platformErrors.staleVersion],
      },
      schema: {
        body: z.strictObject({
          definition: definitionSchema,
          revision: z
            .number()
            .int()
            .optional()
            .describe('That of the draft that was read, 0 for none; left out: whatever there is.'),
        }),
        response: { 200: versionShape },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const connection = await connectedOf(receptionists, tenantId)
        return await db.inTenant(tenantId, async tx => {
          const wish = { ...request.body, connectionId: connection.id, actor }
          return presentVersion(await saved(tx, { ...wish, revision: request.body.revision ?? null }))
        })
      },
    })

    app.get('/api/v1/receptionist/versions', {
      config: { access: read },
      schema: {
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(versionShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const rows = await db.inTenant(principalOf(request).tenantId, tx =>
          listVersions(tx, { after: decodeCursor(cursor), limit: limit + 1 }),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(presentVersion) }
      },
    })

    app.get('/api/v1/receptionist/versions/:id', {
      config: { access: read, errors: [unknownVersion] },
      schema: { params: byId, response: { 200: wholeVersionShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx =>
          presentWholeVersion(await version(tx, request.params.id)),
        ),
    })

    app.get('/api/v1/receptionist/differences', {
      config: { access: read, errors: [unknownVersion] },
      schema: {
        querystring: z.object({ from: z.uuid(), to: z.uuid() }),
        response: { 200: z.object({ items: z.array(differenceShape) }) },
      },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const [from, to] = [await version(tx, request.query.from), await version(tx, request.query.to)]
          return { items: differencesBetween(from.definition, to.definition).map(presentDifference) }
        }),
    })
  }

  async function overview(tx: Tx, isConnected: boolean) {
    const live = await versionInState(tx, 'live')
    const draft = await versionInState(tx, 'draft')
    const tenant = await parts.tenants.read(tx)
    return presentReceptionist({
      ...{ connected: isConnected, live, draft, tools: parts.reception.tools },
      agent: await readAgent(tx),
      startFrom: draft?.definition ?? live?.definition ?? firstDefinition(tenant.locale),
      publication: await newestPublication(tx),
    })
  }

  async function saved(tx: Tx, wish: Parameters<Receptionists['edit']>[1]): Promise<VersionView> {
    const edited = await receptionists.edit(tx, wish)
    switch (edited.kind) {
      case 'saved':
        return await version(tx, edited.id)
      case 'stale':
        throw new AppError(platformErrors.staleVersion)
      case 'publishing':
        throw new AppError(publishing)
      case 'unusable':
        throw new AppError(unusableDefinition, undefined, { extensions: { problems: edited.problems } })
      default:
        return edited satisfies never
    }
  }

  async function version(tx: Tx, id: string): Promise<VersionView> {
    const found = await readVersion(tx, id as AgentVersionId)
    if (found === null) throw new AppError(unknownVersion)
    return found
  }
}
