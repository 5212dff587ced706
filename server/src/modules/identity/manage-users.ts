import type { MemberRole } from '../../platform/access/permissions.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Invitations } from './accounts/invitations.ts'
import type { LoginRecord } from './accounts/login-record.ts'
import { invitationLink } from './links.ts'

/** What the command line does with people: the first owner of a business, and operators. */
export function manageUsers(
  { db }: Platform,
  {
    invitations,
    record,
    linkBase,
  }: { invitations: Invitations; record: LoginRecord; linkBase: () => string },
) {
  return {
    /** A link to hand over, good for 72 hours and once. */
    async invite(wish: {
      tenantId: TenantId
      email: string
      role: MemberRole
      /** Where the product is, if another process knows better. */
      address?: string | undefined
    }): Promise<{ link: string; expiresAt: Temporal.Instant }> {
      const email = wish.email.toLowerCase()
      const made = await db.inTenant(wish.tenantId, tx =>
        invitations.invite(tx, { email, role: wish.role, invitedBy: 'command line', mailed: false }),
      )
      return { link: invitationLink(wish.address ?? linkBase(), made.token), expiresAt: made.expiresAt }
    },
    /** An operator acts for every business, and needs a second factor before anything else. */
    async setOperator(email: string, to: 'operator' | 'none'): Promise<'changed' | 'unknown'> {
      const changed = await db.acrossTenants('identity: make or end an operator', tx =>
        tx
          .updateTable('user_account')
          .set({ platform_role: to === 'operator' ? 'operator' : null })
          .where('user_account.email', '=', email.toLowerCase())
          .returning('user_account.id')
          .executeTakeFirst(),
      )
      return changed ? 'changed' : 'unknown'
    },
    /** For whoever lost authenticator and backup codes, or the device of a passkey. Every session ends; the password stays. */
    async resetSecondFactor(email: string): Promise<'reset' | 'unknown'> {
      const reset = await db.acrossTenants('identity: a lost second factor', async tx => {
        const account = await tx
          .updateTable('user_account')
          .set({ two_factor_enabled: false, has_passkey: false })
          .where('user_account.email', '=', email.toLowerCase())
          .returning('user_account.id')
          .executeTakeFirst()
        if (!account) return null
        await tx
          .deleteFrom('user_second_factor')
          .where('user_second_factor.user_id', '=', account.id)
          .execute()
        await tx.deleteFrom('user_passkey').where('user_passkey.user_id', '=', account.id).execute()
        await tx.deleteFrom('user_session').where('user_session.user_id', '=', account.id).execute()
        return account.id
      })
      if (reset === null) return 'unknown'
      await record.note({ action: 'second_factor_off', account: { id: reset }, actor: 'system' })
      return 'reset'
    },
  }
}
