import type { SystemTx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Auth } from './auth.ts'

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  readonly emailVerified: boolean
}

/** Makes an account with a password; the id of the one that was there if the address has one. */
export async function openAccount(tx: SystemTx, account: NewAccount): Promise<{ id: string; made: boolean }> {
  const id = newId<'account'>()
  const made = await tx
    .insertInto('user_account')
    .values({ id, email: account.email, name: account.name, email_verified: account.emailVerified })
    .onConflict(conflict => conflict.column('email').doNothing())
    .returning('user_account.id')
    .executeTakeFirst()
  if (!made) {
    const there = await tx
      .selectFrom('user_account')
      .select('user_account.id')
      .where('user_account.email', '=', account.email)
      .executeTakeFirstOrThrow()
    return { id: there.id, made: false }
  }
  await tx
    .insertInto('user_credential')
    .values({
      id: newId<'credential'>(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: account.passwordHash,
    })
    .execute()
  return { id, made: true }
}

export type PasswordCheck =
  | { readonly kind: 'opens'; readonly userId: string }
  | { readonly kind: 'wrong' }
  /** Nobody has the address; the password as it would be stored, which takes as long as comparing one. */
  | { readonly kind: 'no_account'; readonly passwordHash: string }

/** Whether a password opens the account of an address. */
export async function checkPassword(
  { db }: Platform,
  auth: Auth,
  { email, password }: { email: string; password: string },
): Promise<PasswordCheck> {
  const context = await auth.$context
  const [row] = await db.lookUp('identity: the password of an account', look =>
    look
      .selectFrom('user_account')
      .innerJoin('user_credential', 'user_credential.user_id', 'user_account.id')
      .select(['user_account.id', 'user_credential.password'])
      .where('user_account.email', '=', email)
      .where('user_credential.provider_id', '=', 'credential')
      .compile(),
  )
  if (!row?.password) return { kind: 'no_account', passwordHash: await context.password.hash(password) }
  const opens = await context.password.verify({ hash: row.password, password })
  return opens ? { kind: 'opens', userId: row.id } : { kind: 'wrong' }
}

/** Notes a browser; `new` when the account has others and this one was not among them. */
export async function noteDevice(
  { db, clock }: Platform,
  device: { userId: string; hash: string },
): Promise<'first' | 'known' | 'new'> {
  return await db.acrossTenants('identity: the browser of a login', async tx => {
    const others = await tx
      .selectFrom('user_device')
      .select('user_device.device_hash')
      .where('user_device.user_id', '=', device.userId)
      .limit(1)
      .execute()
    const noted = await tx
      .insertInto('user_device')
      .values({ user_id: device.userId, device_hash: device.hash, first_seen_at: isoText(clock.now()) })
      .onConflict(conflict => conflict.columns(['user_id', 'device_hash']).doNothing())
      .returning('user_device.user_id')
      .executeTakeFirst()
    if (!noted) return 'known'
    return others.length === 0 ? 'first' : 'new'
  })
}
