import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { headersOf, passCookies } from './accounts/auth-call.ts'
import { tenantsOf } from './accounts/people.ts'
import { createEntry } from './enter-session.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { presentSession, sessionOf, sessionShape } from './session-shape.ts'
import { whereFrom } from './where-from.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const { wrongLogin, wrongCode, tooManyAttempts, noBusiness, notConfigured } = identityErrors

/** Logging in and out, and where one is. */
export function sessionRoutes(parts: IdentityParts) {
  const { demo, logIn, auth, record, cookies } = parts
  const { db } = parts.platform

  const enter = createEntry(parts)

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
          headers: bare(request, parts),
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
        const challenge = request.cookies[cookies.challenge]
        const result = await logIn.bySecondFactor({
          ...request.body,
          challenge,
          address: clientAddress(request),
          headers: bare(request, parts),
        })
        if (result.kind !== 'in') throw new AppError(wrongCode)
        return await enter(result, request, reply)
      },
    })

    app.get('/api/v1/session', {
      config: { access: { kind: 'tenant', scope: 'own', reach: 'business' } },
      schema: { response: { 200: sessionShape } },
      handler: async request => await presentSession(parts, await sessionOf(parts, request)),
    })

    app.patch('/api/v1/session', {
      config: { access: { kind: 'tenant', scope: 'own', reach: 'business' }, errors: [noBusiness] },
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
        const after = await sessionOf(parts, request)
        if (after.role === 'operator')
          await record.note({
            action: 'logged_in',
            account: { id: after.userId },
            onlyIn: after.tenantId,
            details: { method: 'switch', ...whereFrom(request) },
          })
        return await presentSession(parts, after)
      },
    })

    app.delete('/api/v1/session', {
      config: { access: { kind: 'public', why: 'logging out must always work' } },
      schema: { response: { 204: z.null() } },
      handler: async (request, reply) => {
        const session = await parts.sessions(request.cookies[cookies.session] ?? '')
        const { headers } = await auth.api.signOut({
          headers: headersOf(request, parts),
          returnHeaders: true,
        })
        if (session)
          await record.note({
            action: 'logged_out',
            account: { id: session.userId },
            alsoIn: session.tenantId,
            details: whereFrom(request),
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
function bare(request: FastifyRequest, parts: IdentityParts): Headers {
  const headers = headersOf(request, parts)
  const begins = `${parts.cookies.challenge}=`
  const challenge = (headers.get('cookie') ?? '').split('; ').find(cookie => cookie.startsWith(begins))
  if (challenge === undefined) headers.delete('cookie')
  else headers.set('cookie', challenge)
  return headers
}

function isLocal(request: FastifyRequest): boolean {
  return LOOPBACK.has(request.ip) && request.headers['x-forwarded-for'] === undefined
}
