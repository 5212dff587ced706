import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accessErrors } from '../../platform/access/access-errors.ts'
import { PERMISSION_NAMES, ROLES } from '../../platform/access/permissions.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { tenantsOf } from './accounts/people.ts'
import { permissionsOf, type SessionView } from './accounts/sessions.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { locationsShape } from './locations-shape.ts'

export const sessionShape = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    email_verified: z.boolean(),
    role: z.enum(ROLES),
    second_factor: z
      .enum(['on', 'off', 'needed'])
      .describe(
        'on: an authenticator is set up, or a passkey opened this session. needed: the role asks for one; until then only the own login can be used.',
      ),
    authenticator: z.boolean().describe('A code is asked for when logging in by password.'),
  }),
  tenant: z.object({
    slug: z.string(),
    name: z.string(),
    time_zone: z.string(),
    locale: z.string(),
    phone_numbers: z.array(z.string()),
  }),
  tenants: z.array(z.object({ slug: z.string(), name: z.string() })).describe('Where one may switch to.'),
  locations: locationsShape,
  permissions: z.array(z.enum(PERMISSION_NAMES as [string, ...string[]])),
  csrf_token: z.string(),
  demo: z.boolean(),
})

/** The session behind a request whose principal came by one. */
export async function sessionOf(parts: IdentityParts, request: FastifyRequest): Promise<SessionView> {
  const session = await parts.sessions(request.cookies[parts.cookies.session] ?? '')
  if (!session) throw new AppError(accessErrors.notAuthenticated)
  return session
}

/**
 * The same where factors are changed. An account whose factor is a passkey is changed by whoever used it: with the
 * password alone, a second way in could be made past the passkey. @throws AppError for others.
 */
export async function factorsOf(parts: IdentityParts, request: FastifyRequest): Promise<SessionView> {
  const session = await sessionOf(parts, request)
  if (session.passkey === 'made' && !session.authenticator) throw new AppError(identityErrors.passkeyNeeded)
  return session
}

export async function presentSession(
  { platform, tenants, demo }: IdentityParts,
  session: SessionView,
): Promise<z.infer<typeof sessionShape>> {
  const { tenant, numbers } = await platform.db.inTenant(session.tenantId, async tx => ({
    tenant: await tenants.read(tx),
    numbers: await tenants.numbers(tx),
  }))
  const mine = await platform.db.acrossTenants('identity: where one may switch to', tx =>
    tenantsOf(tx, session.userId),
  )
  return {
    user: {
      id: session.userId,
      name: session.name,
      email: session.email,
      email_verified: session.emailVerified,
      role: session.role,
      second_factor: session.secondFactor,
      authenticator: session.authenticator,
    },
    tenant: {
      slug: tenant.slug,
      name: tenant.name,
      time_zone: tenant.timeZone,
      locale: tenant.locale,
      phone_numbers: numbers,
    },
    tenants: mine.map(({ slug, name }) => ({ slug, name })),
    locations: session.locations && [...session.locations],
    permissions: [...permissionsOf(session)],
    csrf_token: platform.keys.sign('csrf', session.token),
    demo: demo !== null,
  }
}
