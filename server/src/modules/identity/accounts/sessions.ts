import {
  type MemberRole,
  type Permission,
  permissionsAt,
  permissionsOfRole,
  type Role,
} from '../../../platform/access/permissions.ts'
import { shareRunning } from '../../../platform/db/share-running.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { accountSecrets } from './auth.ts'
import { locationsOfMember } from './member-locations.ts'
import { tokenIn } from './signed-cookie.ts'

/** Who is logged in, for which business, and in which role. */
export type SessionView = {
  readonly id: string
  readonly token: string
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly emailVerified: boolean
  readonly tenantId: TenantId
  readonly role: Role
  /** The only locations that this person acts for; null: all of the business. */
  readonly locations: readonly string[] | null
  readonly secondFactor: 'on' | 'off' | 'needed'
  /** A code of an authenticator is asked for when logging in by password. */
  readonly authenticator: boolean
  readonly passkey: 'none' | 'made' | 'used'
  /** Whether the role asks for one. */
  readonly secondFactorAsked: boolean
}

/**
 * Reads the session of a cookie, from its rows on every request: what was revoked, taken away or locked counts from
 * the next request on. Null: nobody, or nobody any more.
 */
export function createSessionReader({ db, clock, keys }: Platform) {
  const find = shareRunning((token: string) =>
    db.lookUp('identity: find a session', look =>
      look
        .selectFrom('user_session')
        .innerJoin('user_account', 'user_account.id', 'user_session.user_id')
        .innerJoin('tenant', 'tenant.id', 'user_session.active_tenant')
        .leftJoin('membership', join =>
          join
            .onRef('membership.user_id', '=', 'user_session.user_id')
            .onRef('membership.tenant_id', '=', 'user_session.active_tenant'),
        )
        .leftJoin('login_rule', 'login_rule.tenant_id', 'user_session.active_tenant')
        .select([
          'user_session.id',
          'user_session.user_id',
          'user_session.expires_at',
          'user_session.opened_by_passkey',
          'user_account.email',
          'user_account.name',
          'user_account.email_verified',
          'user_account.two_factor_enabled',
          'user_account.has_passkey',
          'user_account.platform_role',
          'tenant.id as tenant_id',
          'membership.role',
          locationsOfMember.as('locations'),
          'login_rule.second_factor_roles',
        ])
        .where('user_session.token', '=', token)
        .compile(),
    ),
  )
  return async (cookie: string): Promise<SessionView | null> => {
    const token = tokenIn(cookie, accountSecrets(keys))
    const [row] = token === null ? [] : await find(token)
    if (!row || token === null || Temporal.Instant.compare(row.expires_at, clock.now()) <= 0) return null
    const role = row.platform_role === 'operator' ? 'operator' : (row.role as MemberRole | null)
    if (role === null) return null
    const asked = role === 'operator' || (row.second_factor_roles ?? []).includes(role)
    return {
      id: row.id,
      token,
      userId: row.user_id,
      email: row.email,
      name: row.name,
      emailVerified: row.email_verified,
      tenantId: row.tenant_id as TenantId,
      role,
      locations: role === 'operator' ? null : row.locations,
      secondFactorAsked: asked,
      authenticator: row.two_factor_enabled,
      passkey: passkeyOf(row),
      secondFactor: secondFactorOf({ enabled: row.two_factor_enabled || row.opened_by_passkey, asked }),
    }
  }
}

function passkeyOf(row: { has_passkey: boolean; opened_by_passkey: boolean }): SessionView['passkey'] {
  if (row.opened_by_passkey) return 'used'
  return row.has_passkey ? 'made' : 'none'
}

function secondFactorOf({ enabled, asked }: { enabled: boolean; asked: boolean }): 'on' | 'off' | 'needed' {
  if (enabled) return 'on'
  return asked ? 'needed' : 'off'
}

/** Until the second factor that the role needs is set up, there is the own login and nothing else. */
export function permissionsOf({ role, locations, secondFactor }: SessionView): ReadonlySet<Permission> {
  return secondFactor === 'needed'
    ? new Set<Permission>(['own'])
    : permissionsAt(locations, permissionsOfRole(role))
}

export type SessionReader = ReturnType<typeof createSessionReader>
