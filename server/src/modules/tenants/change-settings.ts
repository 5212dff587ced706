import type { Tx } from '../../platform/db/database.ts'
import { type TenantSettings, tenantSettings } from './tenant.ts'

export type SettingsWish = {
  readonly name?: string
  readonly locale?: string
  readonly settings?: Partial<TenantSettings>
}

/** Changes what is named, under the lock of the tenant's row. With `version`, a stale one changes nothing. */
export async function changeSettings(
  tx: Tx,
  version: number | null,
  wish: SettingsWish,
): Promise<{ kind: 'changed' | 'stale' }> {
  const row = await tx
    .selectFrom('tenant')
    .select(['tenant.version', 'tenant.settings'])
    .where('tenant.id', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (version !== null && version !== row.version) return { kind: 'stale' }
  const settings = { ...tenantSettings.loose().parse(row.settings), ...wish.settings }
  await tx
    .updateTable('tenant')
    .set({
      version: row.version + 1,
      settings: JSON.stringify(settings),
      ...(wish.name === undefined ? {} : { name: wish.name }),
      ...(wish.locale === undefined ? {} : { locale: wish.locale }),
    })
    .where('tenant.id', '=', tx.tenantId)
    .execute()
  return { kind: 'changed' }
}
