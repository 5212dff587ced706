import type { MemberRole } from '../../../platform/access/permissions.ts'
import type { SystemTx, Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { areLocationsHere, limitMember, locationsOfMember } from './member-locations.ts'

export type Member = {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly role: MemberRole
  /** The only locations that this person acts for; null: all of the business. */
  readonly locations: readonly string[] | null
  readonly secondFactor: boolean
  readonly since: Temporal.Instant
}

/** Who works with the account of this business, oldest first. */
export async function listMembers(tx: Tx): Promise<Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('user_account', 'user_account.id', 'membership.user_id')
    .select([
      'membership.user_id',
      'membership.role',
      'membership.created_at',
      locationsOfMember.as('locations'),
      'user_account.email',
      'user_account.name',
      'user_account.two_factor_enabled',
      'user_account.has_passkey',
    ])
    .where('membership.tenant_id', '=', tx.tenantId)
    .orderBy('membership.created_at')
    .orderBy('membership.user_id')
    .execute()
  return rows.map(row => ({
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role as MemberRole,
    locations: row.locations,
    secondFactor: row.two_factor_enabled || row.has_passkey,
    since: row.created_at,
  }))
}

export type MemberChange = 'changed' | 'unknown' | 'last_owner' | 'owner_not_limited' | 'unknown_location'

export type MemberWish = {
  readonly role?: MemberRole | undefined
  /** Null: all; left out: as they are, and all for who becomes an owner. */
  readonly locations?: readonly string[] | null | undefined
}

/**
 * Another role or other locations, or neither: then the login leads nowhere here from the next request on. One owner
 * always stays, and no owner is limited to locations.
 */
export async function changeMember(
  tx: Tx,
  userId: string,
  to: MemberWish | 'removed',
): Promise<MemberChange> {
  const { own, isLastOwner } = await standingOf(tx, userId)
  if (own === null) return 'unknown'
  const role = to === 'removed' ? null : (to.role ?? own)
  if (isLastOwner && role !== 'owner') return 'last_owner'
  if (to !== 'removed' && role !== null) return await assign(tx, userId, { role, locations: to.locations })
  await tx
    .deleteFrom('membership')
    .where('membership.tenant_id', '=', tx.tenantId)
    .where('membership.user_id', '=', userId)
    .execute()
  return 'changed'
}

/** What somebody is here (null: nobody), and whether the business would have no owner without them. Until the end of the transaction nobody else changes who is what. */
export async function standingOf(
  tx: Tx,
  userId: string,
): Promise<{ own: MemberRole | null; isLastOwner: boolean }> {
  const members = await tx
    .selectFrom('membership')
    .select(['membership.user_id', 'membership.role'])
    .where('membership.tenant_id', '=', tx.tenantId)
    .orderBy('membership.user_id')
    // All of them: two owners who remove each other at once take turns, and the second is the last.
    .forUpdate()
    .execute()
  const own = (members.find(({ user_id }) => user_id === userId)?.role ?? null) as MemberRole | null
  const owners = members.filter(({ role }) => role === 'owner')
  return { own, isLastOwner: own === 'owner' && owners.length === 1 }
}

async function assign(
  tx: Tx,
  userId: string,
  { role, locations }: { role: MemberRole; locations: readonly string[] | null | undefined },
): Promise<MemberChange> {
  if (role === 'owner' && locations) return 'owner_not_limited'
  if (locations && !(await areLocationsHere(tx, locations))) return 'unknown_location'
  // Before the role: the table takes no owner who is limited.
  if (role === 'owner') await limitMember(tx, { userId, role }, null)
  await tx
    .updateTable('membership')
    .set({ role })
    .where('membership.tenant_id', '=', tx.tenantId)
    .where('membership.user_id', '=', userId)
    .execute()
  if (role !== 'owner' && locations !== undefined) await limitMember(tx, { userId, role }, locations)
  return 'changed'
}

export async function readLoginRules(tx: Tx): Promise<MemberRole[]> {
  const row = await tx
    .selectFrom('login_rule')
    .select('login_rule.second_factor_roles')
    .where('login_rule.tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return (row?.second_factor_roles ?? []) as MemberRole[]
}

export async function saveLoginRules(tx: Tx, roles: readonly MemberRole[]): Promise<void> {
  await tx
    .insertInto('login_rule')
    .values({ second_factor_roles: [...roles] })
    .onConflict(conflict => conflict.column('tenant_id').doUpdateSet({ second_factor_roles: [...roles] }))
    .execute()
}

/** The businesses that somebody may act for, by name; an operator for all. */
export async function tenantsOf(
  tx: SystemTx,
  userId: string,
): Promise<Array<{ id: string; slug: string; name: string }>> {
  const account = await tx
    .selectFrom('user_account')
    .select('user_account.platform_role')
    .where('user_account.id', '=', userId)
    .executeTakeFirst()
  const tenants = tx.selectFrom('tenant').select(['tenant.id', 'tenant.slug', 'tenant.name'])
  const mine =
    account?.platform_role === 'operator'
      ? tenants
      : tenants.where(eb =>
          eb.exists(
            eb
              .selectFrom('membership')
              .select('membership.user_id')
              .whereRef('membership.tenant_id', '=', 'tenant.id')
              .where('membership.user_id', '=', userId),
          ),
        )
  return await mine.orderBy('tenant.name').orderBy('tenant.id').execute()
}

/** The business that a new session begins in: the first that somebody became a member of, else an operator's first. */
export function createFirstTenant({ db }: Platform) {
  return async (userId: string): Promise<string | null> =>
    await db.acrossTenants('identity: where a session begins', async tx => {
      const first = await tx
        .selectFrom('membership')
        .select('membership.tenant_id')
        .where('membership.user_id', '=', userId)
        .orderBy('membership.created_at')
        .orderBy('membership.tenant_id')
        .executeTakeFirst()
      return first?.tenant_id ?? (await tenantsOf(tx, userId))[0]?.id ?? null
    })
}
