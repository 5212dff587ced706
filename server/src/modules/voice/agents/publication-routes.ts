import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { AgentVersionId, ConnectionId, PublicationId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { voiceErrors } from '../errors.ts'
import { readAgent, readPublication, stepsOf } from './agent-views.ts'
import { driftShape, presentDrift, presentWholePublication, wholePublicationShape } from './present-agent.ts'
import type { Receptionists } from './receptionists.ts'

const read = { kind: 'tenant', scope: 'read' } as const
const change = { kind: 'tenant', scope: 'receptionist' } as const
const { noAccount, publishing, unknownPublication, unknownVersion, versionLive } = voiceErrors

/** The way of a version to the callers, and whether it is still there as it was published. */
export function publicationRoutes({ db, clock }: Platform, receptionists: Receptionists) {
  return (app: HttpServer): void => {
    app.post('/api/v1/receptionist/publications', {
      config: { access: change, errors: [noAccount, publishing, unknownVersion, versionLive] },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          version_id: z.uuid().describe('The draft, or an earlier version to go back to.'),
        }),
        response: { 201: wholePublicationShape },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const connection = await connectedOf(receptionists, tenantId)
        const versionId = request.body.version_id as AgentVersionId
        const given = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 201,
            body: await publication(tx, await started(tx, { connection, versionId, actor })),
          })),
        )
        return reply.status(201).send(given.body as z.infer<typeof wholePublicationShape>)
      },
    })

    app.get('/api/v1/receptionist/publications/:id', {
      config: { access: read, errors: [unknownPublication] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: wholePublicationShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx =>
          publication(tx, request.params.id as PublicationId),
        ),
    })

    app.post('/api/v1/receptionist/drift-checks', {
      config: { access: change, errors: [noAccount] },
      schema: { response: { 200: driftShape.nullable() } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        await connectedOf(receptionists, tenantId)
        await receptionists.checkDrift(tenantId)
        const agent = await db.inTenant(tenantId, readAgent)
        return agent && presentDrift(agent)
      },
    })
  }

  async function started(
    tx: Tx,
    wish: { connection: { id: ConnectionId; slug: string }; versionId: AgentVersionId; actor: string },
  ): Promise<PublicationId> {
    const result = await receptionists.startPublication(tx, wish)
    switch (result.kind) {
      case 'started':
        return result.id
      case 'unknown':
        throw new AppError(unknownVersion)
      case 'publishing':
        throw new AppError(publishing)
      case 'live_already':
        throw new AppError(versionLive)
      default:
        return result satisfies never
    }
  }

  async function publication(tx: Tx, id: PublicationId) {
    const found = await readPublication(tx, id)
    if (found === null) throw new AppError(unknownPublication)
    return presentWholePublication(found, await stepsOf(tx, id))
  }
}

/** Throws `voice/no-account`. */
export async function connectedOf(
  receptionists: Receptionists,
  tenantId: TenantId,
): Promise<{ id: ConnectionId; slug: string }> {
  const connection = await receptionists.connectionOf(tenantId)
  if (connection === null) throw new AppError(noAccount)
  return connection
}
