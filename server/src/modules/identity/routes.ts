import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { KeyRing } from '../../platform/crypto/key-ring.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { CHALLENGE_COOKIE, SESSION_COOKIE } from './accounts/auth.ts'
import { headersOf, passCookies } from './accounts/auth-call.ts'
import type { LoggedIn } from './accounts/log-in.ts'
import { tenantsOf } from './accounts/people.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { presentSession, sessionOf, sessionShape } from './session-shape.ts'
import { tellOfNewDevice } from './tell-new-device.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const { wrongLogin, wrongCode, tooManyAttempts, noBusiness, notConfigured } = identityErrors

/** Logging in and out, and where one is. */
export function sessionRoutes(parts: IdentityParts) {
  const { demo, logIn, auth } = parts
  const { db } = parts.platform

  const enter = async (
    result: Extract<LoggedIn, { kind: 'in' }>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const cookie = cookieIn(result.headers)
    const session = await parts.sessions(cookie)
    if (!session) throw new AppError(noBusiness)
    passCookies(reply, result.headers)
    await tellOfNewDevice(parts, session, request, reply)
    return await presentSession(parts, session)
  }

  return (app: HttpServer): void => {
    app.post('/api/v1/session', {
      config: {
        access: { kind: 'public', why: 'logging in' },
        errors: [wrongLogin, tooManyAttempts, noBusiness],
      },
      schema: {
        body: z.strictObject({ email: z.string().max(200), password: z.string().max(200) }),
        response: { 200: sessionShape, 202: z.object({ next: z.literal('second_factor') }) },
      },
      handler: async (request, reply) => {
        await demo?.ensure(request.body.email)
        const address = clientAddress(request)
        const result = await logIn.byPassword({
          ...request.body,
          address,
          headers: bare(request, parts.platform.keys),
        })
        switch (result.kind) {
          case 'in':
            return await enter(result, request, reply)
          case 'second_factor':
            passCookies(reply, result.headers)
            return reply.status(202).send({ next: 'second_factor' as const })
          case 'wrong':
            throw new AppError(wrongLogin)
          default:
            return result satisfies never
        }
      },
    })

    app.post('/api/v1/session/second-factor', {
      config: {
        access: { kind: 'public', why: 'the second step of logging in; needs the cookie of the first' },
        errors: [wrongCode, tooManyAttempts, noBusiness],
      },
      schema: {
        body: z.strictObject({
          code: z.string().min(6).max(40),
          method: z.enum(['totp', 'backup_code']).default('totp'),
        }),
        response: { 200: sessionShape },
      },
      handler: async (request, reply) => {
        const challenge = request.cookies[CHALLENGE_COOKIE]
        const result = await logIn.bySecondFactor({
          ...request.body,
          challenge,
          address: clientAddress(request),
          headers: bare(request, parts.platform.keys),
        })
        if (result.kind !== 'in') throw new AppError(wrongCode)
        return await enter(result, request, reply)
      },
    })

    app.get('/api/v1/session', {
      config: { access: { kind: 'tenant', scope: 'own' } },
      schema: { response: { 200: sessionShape } },
      handler: async request => await presentSession(parts, await sessionOf(parts, request)),
    })

    app.patch('/api/v1/session', {
      config: { access: { kind: 'tenant', scope: 'own' }, errors: [noBusiness] },
      schema: { body: z.strictObject({ tenant: z.string().max(100) }), response: { 200: sessionShape } },
      handler: async request => {
        const session = await sessionOf(parts, request)
        await db.acrossTenants('identity: switch to another business', async tx => {
          const wanted = (await tenantsOf(tx, session.userId)).find(
            ({ slug }) => slug === request.body.tenant,
          )
          if (!wanted) throw new AppError(noBusiness)
          await tx
            .updateTable('user_session')
            .set({ active_tenant: wanted.id })
            .where('user_session.id', '=', session.id)
            .execute()
        })
        return await presentSession(parts, await sessionOf(parts, request))
      },
    })

    app.delete('/api/v1/session', {
      config: { access: { kind: 'public', why: 'logging out must always work' } },
      schema: { response: { 204: z.null() } },
      handler: async (request, reply) => {
        const { headers } = await auth.api.signOut({
          headers: headersOf(request, parts.platform.keys),
          returnHeaders: true,
        })
        passCookies(reply, headers)
        return reply.status(204).send(null)
      },
    })

    app.get('/api/v1/session/demo', {
      config: {
        access: { kind: 'public', why: 'the login page of a demo installation offers its accounts' },
        errors: [notConfigured],
      },
      schema: { response: { 200: demoShape } },
      handler: async request => {
        // From another machine the password has to be read from the terminal that started the product.
        if (!demo || !isLocal(request)) throw new AppError(notConfigured)
        const accounts = await demo.list()
        return {
          accounts: accounts.map(account => ({
            email: account.email,
            password: demo.password,
            tenant_name: account.tenantName,
            slug: account.slug,
            description: 'Inhaberin',
          })),
        }
      },
    })
  }
}

const demoShape = z.object({
  accounts: z.array(
    z.object({
      email: z.string(),
      password: z.string(),
      tenant_name: z.string(),
      slug: z.string(),
      description: z.string(),
    }),
  ),
})

/** Without the session that the browser may still have: logging in begins a new one. */
function bare(request: FastifyRequest, keys: KeyRing): Headers {
  const headers = headersOf(request, keys)
  const challenge = (headers.get('cookie') ?? '').split('; ').find(isChallenge)
  if (challenge === undefined) headers.delete('cookie')
  else headers.set('cookie', challenge)
  return headers
}

function isChallenge(cookie: string): boolean {
  return cookie.startsWith(`${CHALLENGE_COOKIE}=`)
}

function cookieIn(headers: Headers): string {
  const found = headers.getSetCookie().findLast(cookie => cookie.startsWith(`${SESSION_COOKIE}=`))
  return decodeURIComponent(found?.split(';')[0]?.slice(SESSION_COOKIE.length + 1) ?? '')
}

function isLocal(request: FastifyRequest): boolean {
  return LOOPBACK.has(request.ip) && request.headers['x-forwarded-for'] === undefined
}
