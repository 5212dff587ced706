import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { refusalOf } from './accounts/auth.ts'
import { headersOf, passCookies } from './accounts/auth-call.ts'
import { confirmPassword } from './confirm-password.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { factorsOf, sessionOf } from './session-shape.ts'
import { ofOwn } from './where-from.ts'

const own = { kind: 'tenant', scope: 'own', reach: 'business' } as const
const password = z.string().max(200)
const { wrongPassword, wrongCode, secondFactorState, secondFactorRequired, tooManyAttempts, passkeyNeeded } =
  identityErrors
const codesShape = z.object({
  backup_codes: z.array(z.string()).describe('Shown this once; each opens once.'),
})

/** The second factor of one's own account: set up in two steps, switched off, and its backup codes. */
export function secondFactorRoutes(parts: IdentityParts) {
  const { auth, attempts, usedCodes, record } = parts

  return (app: HttpServer): void => {
    app.post('/api/v1/profile/second-factor', {
      config: { access: own, errors: [wrongPassword, secondFactorState, passkeyNeeded, tooManyAttempts] },
      schema: {
        body: z.strictObject({ password }),
        response: { 200: codesShape.extend({ totp_uri: z.string().describe('For the QR code.') }) },
      },
      handler: async request => {
        await confirmPassword(parts, request, { ...(await factorsOf(parts, request)), ...request.body })
        const begun = await refused(
          auth.api.enableTwoFactor({ body: request.body, headers: headersOf(request, parts) }),
          secondFactorState,
        )
        if (begun.method !== 'totp') throw new AppError(secondFactorState)
        return { totp_uri: begun.totpURI, backup_codes: begun.backupCodes }
      },
    })

    app.post('/api/v1/profile/second-factor/confirm', {
      config: { access: own, errors: [wrongCode, passkeyNeeded, tooManyAttempts] },
      schema: { body: z.strictObject({ code: z.string().min(6).max(10) }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const session = await factorsOf(parts, request)
        const { userId } = session
        const subjects = [{ kind: 'second-factor', name: userId }] as const
        const code = request.body.code.replaceAll(/\s/g, '')
        const call = {
          body: { code },
          headers: headersOf(request, parts),
          returnHeaders: true,
        } as const
        const verified = await attempts.guess(subjects, () =>
          refused(
            usedCodes.once(userId, code, () => auth.api.verifyTOTP(call)),
            wrongCode,
          ),
        )
        if (verified === null) throw new AppError(wrongCode)
        await record.note(ofOwn('second_factor_on', session, request))
        passCookies(reply, verified.headers)
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/profile/second-factor/disable', {
      config: {
        access: own,
        errors: [wrongPassword, secondFactorState, secondFactorRequired, tooManyAttempts],
      },
      schema: { body: z.strictObject({ password }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const session = await sessionOf(parts, request)
        if (session.secondFactorAsked) throw new AppError(secondFactorRequired)
        if (!session.authenticator) throw new AppError(secondFactorState)
        await confirmPassword(parts, request, { ...session, ...request.body })
        const { headers } = await auth.api.disableTwoFactor({
          body: request.body,
          headers: headersOf(request, parts),
          returnHeaders: true,
        })
        await record.note(ofOwn('second_factor_off', session, request))
        passCookies(reply, headers)
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/profile/backup-codes', {
      config: { access: own, errors: [wrongPassword, secondFactorState, tooManyAttempts] },
      schema: { body: z.strictObject({ password }), response: { 200: codesShape } },
      handler: async request => {
        const session = await sessionOf(parts, request)
        if (!session.authenticator) throw new AppError(secondFactorState)
        await confirmPassword(parts, request, { ...session, ...request.body })
        const made = await auth.api.generateBackupCodes({
          body: request.body,
          headers: headersOf(request, parts),
        })
        await record.note(ofOwn('backup_codes_made', session, request))
        return { backup_codes: made.backupCodes }
      },
    })
  }
}

/** Turns a refusal of the library into ours; anything else is a bug and goes on. */
async function refused<T>(
  call: Promise<T>,
  definition: typeof wrongCode | typeof secondFactorState,
): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (refusalOf(error) === null) throw error
    throw new AppError(definition, undefined, { cause: error })
  }
}
