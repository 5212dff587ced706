import type { LoginAction } from '../../../platform/audit/audit-views.ts'
import { noteLogin } from '../../../platform/audit/note-event.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Lock, Subject } from './attempts.ts'

type Noted = {
  readonly action: LoginAction
  /** Whose account: by id, or by the address that was typed. */
  readonly account: { readonly id: string } | { readonly email: string }
  readonly details?: Readonly<Record<string, string | number>>
  /** Nobody named: whoever owns the account. */
  readonly actor?: string
  /** An operator is no member: the business that they act for knows it all the same. */
  readonly alsoIn?: TenantId
  /** What concerns this business alone. */
  readonly onlyIn?: TenantId
}

/** Of somebody who tried and did not get in, nobody knows who it was. */
const UNKNOWN = 'unknown'

/**
 * What happens to accounts, in the record of changes of every business that the account belongs to. Single wrong
 * tries are counted (`attempts.ts`) and not listed; what locks an account is.
 */
export function createLoginRecord({ db, log }: Platform) {
  const note = async ({ action, account, details = {}, actor, alsoIn, onlyIn }: Noted): Promise<void> => {
    const found = await findAccount(account)
    if (!found) return
    const others = alsoIn === undefined ? [] : [alsoIn]
    const tenants = new Set(onlyIn === undefined ? [...found.tenants, ...others] : [onlyIn])
    if (tenants.size === 0) log.info({ account: found.id, login: action }, 'an account without a business')
    const noted = {
      ...{ action, accountId: found.id, actor: actor ?? `user:${found.email}` },
      ...{ requestId: currentRequestId(), details: { email: found.email, ...details } },
    }
    for (const tenantId of tenants) await db.inTenant(tenantId, tx => noteLogin(tx, noted))
  }

  return {
    note,
    /** A try that was wrong and closed the account for a while. Of an address alone no business knows. */
    noteLock: async (lock: Lock, subjects: readonly Subject[]): Promise<void> => {
      const { kind, name } = lock.subject
      if (kind !== 'account' && kind !== 'second-factor') return
      const address = subjects.find(subject => subject.kind === 'address')?.name
      await note({
        action: 'locked_out',
        account: kind === 'account' ? { email: name } : { id: name },
        actor: UNKNOWN,
        details: { guessed: kind, seconds: lock.seconds, ...(address !== undefined && { address }) },
      })
    },
  }

  async function findAccount(account: Noted['account']) {
    const rows = await db.lookUp('identity: the businesses of an account', look => {
      const accounts = look
        .selectFrom('user_account')
        .leftJoin('membership', 'membership.user_id', 'user_account.id')
        .select(['user_account.id', 'user_account.email', 'membership.tenant_id'])
      const one =
        'id' in account
          ? accounts.where('user_account.id', '=', account.id)
          : accounts.where('user_account.email', '=', account.email)
      return one.compile()
    })
    const [first] = rows
    return (
      first && { ...first, tenants: rows.flatMap(row => (row.tenant_id ? [row.tenant_id as TenantId] : [])) }
    )
  }
}

export type LoginRecord = ReturnType<typeof createLoginRecord>
