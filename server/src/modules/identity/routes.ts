import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accessErrors } from '../../platform/access/access-errors.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { SESSION_COOKIE } from './authenticate.ts'
import type { DemoAccounts } from './demo-accounts.ts'
import { identityErrors } from './errors.ts'
import type { SessionTokens } from './session-token.ts'

const sessionShape = z.object({
  user: z.object({ name: z.string(), email: z.string(), role: z.literal('owner') }),
  tenant: z.object({
    slug: z.string(),
    name: z.string(),
    time_zone: z.string(),
    locale: z.string(),
    phone_numbers: z.array(z.string()),
  }),
  csrf_token: z.string(),
  demo: z.boolean(),
})

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export function sessionRoutes(
  { db }: Platform,
  parts: { tenants: Tenants; sessions: SessionTokens; demo: DemoAccounts | null; secureCookies: boolean },
) {
  const { tenants, sessions, demo } = parts

  const present = async (account: { tenantId: TenantId; email: string }, cookie: string) => {
    const { tenant, numbers } = await db.inTenant(account.tenantId, async tx => ({
      tenant: await tenants.read(tx),
      numbers: await tenants.numbers(tx),
    }))
    return {
      user: { name: 'Demo', email: account.email, role: 'owner' as const },
      tenant: {
        slug: tenant.slug,
        name: tenant.name,
        time_zone: tenant.timeZone,
        locale: tenant.locale,
        phone_numbers: numbers,
      },
      csrf_token: sessions.csrfFor(cookie),
      demo: demo !== null,
    }
  }

  return async (app: HttpServer): Promise<void> => {
    app.post('/api/v1/session', {
      config: {
        access: { kind: 'public', why: 'logging in' },
        errors: [identityErrors.notConfigured, identityErrors.wrongLogin],
      },
      schema: {
        body: z.strictObject({ email: z.string().max(200), password: z.string().max(200) }),
        response: { 200: sessionShape },
      },
      handler: async (request, reply) => {
        if (!demo) throw new AppError(identityErrors.notConfigured)
        const account = await demo.logIn(request.body.email, request.body.password)
        if (!account) throw new AppError(identityErrors.wrongLogin)
        const cookie = sessions.issue(account)
        setSessionCookie(reply, cookie)
        return await present(account, cookie)
      },
    })

    app.get('/api/v1/session', {
      config: { access: { kind: 'tenant', scope: 'own' } },
      schema: { response: { 200: sessionShape } },
      handler: async request => {
        const principal = principalOf(request)
        if (principal.via !== 'session') throw new AppError(accessErrors.notAuthenticated)
        const email = principal.actor.replace(/^[a-z-]+:/, '')
        return await present({ tenantId: principal.tenantId, email }, request.cookies[SESSION_COOKIE] ?? '')
      },
    })

    app.delete('/api/v1/session', {
      config: { access: { kind: 'public', why: 'logging out must always work' } },
      schema: { response: { 204: z.null() } },
      handler: async (_request, reply) => {
        reply.clearCookie(SESSION_COOKIE, { path: '/' })
        return reply.status(204).send(null)
      },
    })

    app.get('/api/v1/session/demo', {
      config: {
        access: { kind: 'public', why: 'the login page of a demo installation offers its accounts' },
        errors: [identityErrors.notConfigured],
      },
      schema: {
        response: {
          200: z.object({
            accounts: z.array(
              z.object({
                email: z.string(),
                password: z.string(),
                tenant_name: z.string(),
                slug: z.string(),
                description: z.string(),
              }),
            ),
          }),
        },
      },
      handler: async request => {
        // From another machine the password has to be read from the terminal that started the product.
        if (!demo || !isLocal(request)) throw new AppError(identityErrors.notConfigured)
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

  function setSessionCookie(reply: FastifyReply, cookie: string): void {
    reply.setCookie(SESSION_COOKIE, cookie, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: parts.secureCookies,
      maxAge: sessions.lifetimeSeconds,
    })
  }
}

function isLocal(request: FastifyRequest): boolean {
  return LOOPBACK.has(request.ip) && request.headers['x-forwarded-for'] === undefined
}
