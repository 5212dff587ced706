import type { FastifyRequest } from 'fastify'
import type { LoginAction } from '../../platform/audit/audit-views.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { SessionView } from './accounts/sessions.ts'

/** Address and browser of a request, for the record. */
export function whereFrom(request: FastifyRequest): { address: string; browser: string } {
  return {
    address: clientAddress(request),
    browser: (request.headers['user-agent'] ?? '').slice(0, 200),
  }
}

/** What somebody who is logged in does with the own account. */
export function ofOwn(action: LoginAction, { userId, tenantId }: SessionView, request: FastifyRequest) {
  return { action, account: { id: userId }, alsoIn: tenantId, details: whereFrom(request) }
}
