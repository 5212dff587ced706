import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import { hostCookie } from '../../../platform/http/host-cookie.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import { requestContext } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeConnection, noteWorking, readConnection } from '../connections/connection-store.ts'
import { calendarErrors } from '../errors.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { ConsentEnd, ConsentProvider } from './consent.ts'
import { type ConsentState, openState, sealState } from './consent-state.ts'
import { makeProofKey } from './proof-key.ts'

type ProviderName = ConsentState['provider']
export type ConsentProviders = Readonly<Record<ProviderName, ConsentProvider>>

const LASTS_SECONDS = 600
/** The page of the office that shows connections. Always below our own address, never where a request says. */
const PAGE = '/app/calendars'

const byId = z.object({ id: z.uuid() })
const byProvider = z.object({ provider: z.enum(['google', 'microsoft']) })
const back = z.looseObject({
  state: z.string().max(4000).default(''),
  code: z.string().max(4000).optional(),
})

/**
 * Somebody lets us into a calendar at Google or Microsoft: begun by who manages the business, ended in the same browser
 * within ten minutes. The session's own cookie does not come along when a browser is sent back from elsewhere, so a
 * cookie for this alone says that it is the same one.
 */
export function consentRoutes(
  { db, clock, keys }: Platform,
  parts: CalendarParts,
  { providers, publicUrl }: { providers: ConsentProviders; publicUrl: () => string },
) {
  const redirectUriOf = (provider: ProviderName): string =>
    `${publicUrl().replace(/\/$/, '')}/oauth/${provider}/callback`
  const cookie = () => hostCookie('askpro_consent', publicUrl())

  return (app: HttpServer): void => {
    app.post('/api/v1/calendar-connections/:id/consent', {
      config: {
        access: { kind: 'tenant', scope: 'business' },
        errors: [calendarErrors.unknownConnection, calendarErrors.notConfigured, calendarErrors.noConsent],
      },
      schema: { params: byId, response: { 200: z.object({ url: z.url(), expires_in: z.int() }) } },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const connectionId = request.params.id as CalendarConnectionId
        const connection = await db.readTenant(tenantId, tx => readConnection(tx, connectionId))
        if (connection === null) throw new AppError(calendarErrors.unknownConnection)
        const { provider } = connection
        if (provider !== 'google' && provider !== 'microsoft') throw new AppError(calendarErrors.noConsent)
        const { challenge, verifier } = makeProofKey()
        const nonce = randomBytes(16).toString('base64url')
        const until = clock.now().epochMilliseconds + LASTS_SECONDS * 1000
        const state = sealState(keys.sealer, {
          ...{ tenantId, connectionId, provider, actor, verifier, nonce, until },
        })
        const url = providers[provider].url({ redirectUri: redirectUriOf(provider), state, challenge })
        if (url === null) throw new AppError(calendarErrors.notConfigured)
        const { name, secure } = cookie()
        reply.setCookie(name, nonce, {
          ...{ path: '/', httpOnly: true, sameSite: 'lax', maxAge: LASTS_SECONDS, secure },
        })
        return { url, expires_in: LASTS_SECONDS }
      },
    })

    app.get('/oauth/:provider/callback', {
      config: {
        access: { kind: 'public', why: 'back from consent elsewhere; its sealed state says whose it is' },
      },
      schema: { params: byProvider, querystring: back, response: { 302: z.null() } },
      handler: async (request, reply) => {
        const state = openState(keys.sealer, request.query.state, clock.now())
        const { name, secure } = cookie()
        const isSame = state?.nonce === request.cookies[name] && state?.provider === request.params.provider
        reply.clearCookie(name, { path: '/', secure })
        const result = state === null || !isSame ? 'expired' : await end(state, request.query.code)
        const page = new URLSearchParams({
          consent: result,
          ...(state === null || !isSame ? {} : { connection: state.connectionId }),
        })
        return reply.status(302).header('location', `${PAGE}?${page}`).send(null)
      },
    })
  }

  async function end(state: ConsentState, code: string | undefined): Promise<'given' | 'refused' | 'failed'> {
    if (code === undefined) return 'refused'
    const tenantId = state.tenantId as TenantId
    const connectionId = state.connectionId as CalendarConnectionId
    const wanted: ConsentEnd = {
      ...{ code, verifier: state.verifier, redirectUri: redirectUriOf(state.provider) },
      ...{ tenantId, connectionId },
    }
    const answer = await providers[state.provider].end(wanted)
    if (answer.kind !== 'done') return answer.kind === 'unauthorised' ? 'refused' : 'failed'
    const context = requestContext()
    if (context) context.actor = state.actor
    await db.inTenant(tenantId, async tx => {
      if ((await readConnection(tx, connectionId)) === null) return
      const sealedSecrets = await parts.accounts.seal(tx, connectionId, answer.value)
      await changeConnection(tx, connectionId, { sealedSecrets })
      await noteWorking(tx, { id: connectionId, at: clock.now() })
    })
    return 'given'
  }
}
