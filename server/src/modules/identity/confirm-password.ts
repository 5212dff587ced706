import type { FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import { checkPassword } from './accounts/open-account.ts'
import type { SessionView } from './accounts/sessions.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'

/**
 * What weakens an account asks for its password again. Guesses with a stolen session are counted like those at the
 * login. @throws AppError unless the password is right.
 */
export async function confirmPassword(
  { auth, attempts, platform }: IdentityParts,
  request: FastifyRequest,
  { email, password }: Pick<SessionView, 'email'> & { password: string },
): Promise<void> {
  const subjects = [
    { kind: 'account', name: email },
    { kind: 'address', name: clientAddress(request) },
  ] as const
  const opens = await attempts.guess(subjects, async () => {
    const { kind } = await checkPassword(platform, auth, { email, password })
    return kind === 'opens' ? kind : null
  })
  if (opens === null) throw new AppError(identityErrors.wrongPassword)
}
