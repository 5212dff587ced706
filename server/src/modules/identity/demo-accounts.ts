import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import type { Auth } from './accounts/auth.ts'
import { openAccount } from './accounts/open-account.ts'

export type DemoAccount = {
  readonly email: string
  readonly tenantId: TenantId
  readonly slug: string
  readonly tenantName: string
}

/**
 * One owner's account for each business, all with the password of this installation. Exists in demo mode only. They
 * are accounts like any other, and are made when somebody logs in with one: also for businesses made meanwhile.
 */
export function createDemoAccounts(
  { db }: Platform,
  { tenants, auth, password }: { tenants: Tenants; auth: Auth; password: string },
) {
  const made = new Map<string, Promise<void>>()

  const list = async (): Promise<DemoAccount[]> =>
    (await tenants.list()).map(tenant => ({
      email: `${tenant.slug}${AT_DEMO}`,
      tenantId: tenant.id,
      slug: tenant.slug,
      tenantName: tenant.name,
    }))

  return {
    password,
    list,
    /** Makes the account of an address if it is one of the demo and not there; several at once make one. */
    async ensure(address: string): Promise<void> {
      const email = address.trim().toLowerCase()
      if (!isOfDemo(email)) return
      const account = (await list()).find(candidate => candidate.email === email)
      if (!account) return
      const making = made.get(email) ?? make(account)
      made.set(email, making)
      try {
        await making
      } catch (error) {
        made.delete(email)
        throw error
      }
    },
  }

  async function make({ email, tenantId, tenantName }: DemoAccount): Promise<void> {
    const { password: hasher } = await auth.$context
    const passwordHash = await hasher.hash(password)
    const userId = await db.acrossTenants('identity: a demo account', tx =>
      openAccount(tx, { email, name: `Demo ${tenantName}`, passwordHash, emailVerified: true }),
    )
    if (!userId.made) await renew(userId.id, passwordHash)
    await db.inTenant(tenantId, tx =>
      tx
        .insertInto('membership')
        .values({ user_id: userId.id, role: 'owner' })
        .onConflict(conflict => conflict.columns(['tenant_id', 'user_id']).doNothing())
        .execute(),
    )
  }

  /** The folder of the password may be another than that of the database, and the password a new one. */
  async function renew(userId: string, passwordHash: string): Promise<void> {
    await db.acrossTenants('identity: the password of the demo', tx =>
      tx
        .updateTable('user_credential')
        .set({ password: passwordHash })
        .where('user_credential.user_id', '=', userId)
        .execute(),
    )
  }
}

/** Everybody uses these, with one password. */
export function isOfDemo(email: string): boolean {
  return email.endsWith(AT_DEMO)
}

const AT_DEMO = '@demo.example'

export type DemoAccounts = ReturnType<typeof createDemoAccounts>
