import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/access/permissions.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { refusalOf } from './accounts/auth.ts'
import type { OpenInvitation } from './accounts/invitations.ts'
import { judgePassword } from './accounts/leaked-passwords.ts'
import { checkPassword, openAccount } from './accounts/open-account.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'

const token = z.string().min(10).max(1000)
const password = z.string().max(200)
const { badPassword, lastOwner, linkIsOver, tooManyAttempts, wrongPassword } = identityErrors

/** What the links in letters open: reset, verification, invitation. The token is the proof; there is no session yet. */
export function linkRoutes(parts: IdentityParts) {
  const { auth, attempts, invitations, platform } = parts

  const find = async (given: string): Promise<OpenInvitation> => {
    const found = await invitations.find(given)
    if (!found) throw new AppError(linkIsOver)
    return found
  }

  return (app: HttpServer): void => {
    app.post('/api/v1/password-resets', {
      config: { access: { kind: 'public', why: 'who forgot the password' }, errors: [tooManyAttempts] },
      schema: { body: z.strictObject({ email: z.email().max(200) }), response: { 202: z.null() } },
      handler: async (request, reply) => {
        const email = request.body.email.toLowerCase()
        await attempts.count([
          { kind: 'mail', name: email },
          { kind: 'mail', name: clientAddress(request) },
        ])
        // Whether there is such an account is told to nobody: the answer is the same.
        await auth.api.requestPasswordReset({ body: { email } })
        return reply.status(202).send(null)
      },
    })

    app.post('/api/v1/password-resets/confirm', {
      config: {
        access: { kind: 'public', why: 'the link of the letter' },
        errors: [badPassword, linkIsOver],
      },
      schema: { body: z.strictObject({ token, password }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        // The account behind the token is not known here; its name and address are not looked at.
        const verdict = judgePassword(request.body.password, { email: '', name: '' })
        if (verdict !== 'good') throw new AppError(badPassword, undefined, { extensions: { verdict } })
        try {
          await auth.api.resetPassword({
            body: { newPassword: request.body.password, token: request.body.token },
          })
        } catch (error) {
          if (refusalOf(error) === null) throw error
          throw new AppError(linkIsOver, undefined, { cause: error })
        }
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/email-verifications', {
      config: { access: { kind: 'public', why: 'the link of the letter' }, errors: [linkIsOver] },
      schema: { body: z.strictObject({ token }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        try {
          await auth.api.verifyEmail({ query: { token: request.body.token } })
        } catch (error) {
          if (refusalOf(error) === null) throw error
          throw new AppError(linkIsOver, undefined, { cause: error })
        }
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/invitations/view', {
      config: { access: { kind: 'public', why: 'the link of the letter' }, errors: [linkIsOver] },
      schema: { body: z.strictObject({ token }), response: { 200: invitedShape } },
      handler: async request => {
        const { tenantName, email, role } = await find(request.body.token)
        return { tenant_name: tenantName, email, role }
      },
    })

    app.post('/api/v1/invitations/accept', {
      config: {
        access: { kind: 'public', why: 'the link of the letter' },
        errors: [badPassword, lastOwner, linkIsOver, tooManyAttempts, wrongPassword],
      },
      schema: {
        body: z.strictObject({ token, name: z.string().trim().min(1).max(100), password }),
        response: { 200: invitedShape },
      },
      handler: async request => {
        const invitation = await find(request.body.token)
        const userId = await accountFor(invitation, request.body, clientAddress(request))
        await platform.db.inTenant(invitation.tenantId, async tx => {
          const outcome = await invitations.accept(tx, invitation, userId)
          if (outcome === 'over') throw new AppError(linkIsOver)
          if (outcome === 'last_owner') throw new AppError(lastOwner)
        })
        return { tenant_name: invitation.tenantName, email: invitation.email, role: invitation.role }
      },
    })
  }

  /** A new account; or the one that the address has, if the password is its own. */
  async function accountFor(
    { email, mailed }: OpenInvitation,
    given: { name: string; password: string },
    address: string,
  ): Promise<string> {
    const subjects = [
      { kind: 'account', name: email },
      { kind: 'address', name: address },
    ] as const
    const userId = await attempts.guess(subjects, () => openedAccount({ email, mailed }, given))
    if (userId === null) throw new AppError(wrongPassword)
    return userId
  }

  async function openedAccount(
    { email, mailed }: Pick<OpenInvitation, 'email' | 'mailed'>,
    { name, password }: { name: string; password: string },
  ): Promise<string | null> {
    const check = await checkPassword(platform, auth, { email, password })
    if (check.kind === 'wrong') return null
    // Whoever has an account keeps the password that was good when it was chosen.
    if (check.kind === 'opens') return check.userId
    const verdict = judgePassword(password, { email, name })
    if (verdict !== 'good') throw new AppError(badPassword, undefined, { extensions: { verdict } })
    const wish = { email, name, passwordHash: check.passwordHash, emailVerified: mailed }
    const { id, made } = await platform.db.acrossTenants('identity: accept an invitation', tx =>
      openAccount(tx, wish),
    )
    // Somebody else made it at this moment, with another password for all we know.
    return made ? id : null
  }
}

const invitedShape = z.object({ tenant_name: z.string(), email: z.string(), role: z.enum(MEMBER_ROLES) })
