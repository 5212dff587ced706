import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { accountSecrets } from './accounts/auth.ts'
import { headersOf, passCookies } from './accounts/auth-call.ts'
import { judgePassword } from './accounts/leaked-passwords.ts'
import { keepOpenedByPasskey } from './accounts/open-session.ts'
import type { SessionView } from './accounts/sessions.ts'
import { tokenIn } from './accounts/signed-cookie.ts'
import { confirmPassword } from './confirm-password.ts'
import { cookieIn } from './enter-session.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { presentSession, sessionOf, sessionShape } from './session-shape.ts'
import { ofOwn } from './where-from.ts'

const own = { kind: 'tenant', scope: 'own', reach: 'business' } as const
const password = z.string().max(200)
const { wrongPassword, badPassword, tooManyAttempts, unknownSession } = identityErrors

/** One's own account: name, password, address, and where one is logged in. */
export function profileRoutes(parts: IdentityParts) {
  const { auth, attempts, platform, record } = parts

  return (app: HttpServer): void => {
    app.patch('/api/v1/profile', {
      config: { access: own },
      schema: {
        body: z.strictObject({ name: z.string().trim().min(1).max(100) }),
        response: { 200: sessionShape },
      },
      handler: async request => {
        await auth.api.updateUser({
          body: { name: request.body.name },
          headers: headersOf(request, parts),
        })
        return await presentSession(parts, await sessionOf(parts, request))
      },
    })

    app.post('/api/v1/profile/password', {
      config: { access: own, errors: [wrongPassword, badPassword, tooManyAttempts] },
      schema: { body: z.strictObject({ current: password, wanted: password }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const session = await sessionOf(parts, request)
        const verdict = judgePassword(request.body.wanted, session)
        if (verdict !== 'good') throw new AppError(badPassword, undefined, { extensions: { verdict } })
        await confirmPassword(parts, request, { email: session.email, password: request.body.current })
        const { headers } = await auth.api.changePassword({
          body: {
            currentPassword: request.body.current,
            newPassword: request.body.wanted,
            revokeOtherSessions: true,
          },
          headers: headersOf(request, parts),
          returnHeaders: true,
        })
        await keepFactor(session, headers)
        await record.note(ofOwn('password_changed', session, request))
        passCookies(reply, headers)
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/profile/verification', {
      config: { access: own, errors: [tooManyAttempts] },
      schema: { response: { 202: z.null() } },
      handler: async (request, reply) => {
        const { email } = await sessionOf(parts, request)
        await attempts.count([{ kind: 'mail', name: email }])
        await auth.api.sendVerificationEmail({
          body: { email },
          headers: headersOf(request, parts),
        })
        return reply.status(202).send(null)
      },
    })

    sessionListRoutes(app)
  }

  async function keepFactor(session: SessionView, headers: Headers): Promise<void> {
    const token = tokenIn(cookieIn(headers, parts.cookies.session), accountSecrets(platform.keys))
    if (session.passkey === 'used' && token !== null) await keepOpenedByPasskey(platform, token)
  }

  function sessionListRoutes(app: HttpServer): void {
    app.get('/api/v1/profile/sessions', {
      config: { access: own },
      schema: { response: { 200: z.object({ items: z.array(openShape), next_cursor: z.null() }) } },
      handler: async request => {
        const mine = await sessionOf(parts, request)
        const rows = await platform.db.acrossTenants('identity: the sessions of a person', tx =>
          tx
            .selectFrom('user_session')
            .select([
              'user_session.id',
              'user_session.user_agent',
              'user_session.ip_address',
              'user_session.created_at',
              'user_session.expires_at',
            ])
            .where('user_session.user_id', '=', mine.userId)
            .orderBy('user_session.created_at', 'desc')
            .limit(100)
            .execute(),
        )
        const now = platform.clock.now()
        return {
          items: rows
            .filter(row => Temporal.Instant.compare(row.expires_at, now) > 0)
            .map(row => ({
              id: row.id,
              browser: row.user_agent,
              address: row.ip_address,
              since: row.created_at.toString(),
              expires_at: row.expires_at.toString(),
              current: row.id === mine.id,
            })),
          next_cursor: null,
        }
      },
    })

    app.delete('/api/v1/profile/sessions/:id', {
      config: { access: own, errors: [unknownSession] },
      schema: { params: z.object({ id: z.uuid() }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const session = await sessionOf(parts, request)
        const { numDeletedRows } = await platform.db.acrossTenants('identity: end a session', tx =>
          tx
            .deleteFrom('user_session')
            .where('user_session.id', '=', request.params.id)
            .where('user_session.user_id', '=', session.userId)
            .executeTakeFirst(),
        )
        if (numDeletedRows === 0n) throw new AppError(unknownSession)
        await record.note(ofOwn('session_ended', session, request))
        return reply.status(204).send(null)
      },
    })
  }
}

const openShape = z.object({
  id: z.uuid(),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  since: z.string(),
  expires_at: z.string(),
  current: z.boolean(),
})
