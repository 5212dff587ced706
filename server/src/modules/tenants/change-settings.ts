import type { Tx } from '../../platform/db/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { keepingChanged } from './events.ts'
import { type TenantSettings, tenantSettings } from './tenant.ts'

export type SettingsWish = {
  readonly name?: string
  readonly locale?: string
  readonly settings?: Partial<TenantSettings>
}

export type ChangeSettings = ReturnType<typeof createChangeSettings>

/**
 * Changes what is named, under the lock of the tenant's row. With `version`, a stale one changes nothing. Whoever keeps
 * something of calls hears of it when less or more of them may be kept.
 */
export function createChangeSettings(jobs: Pick<Jobs, 'publish'>) {
  return async function changeSettings(
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
    const before = tenantSettings.loose().parse(row.settings)
    const settings = { ...before, ...wish.settings }
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
    if (KEEPING.some(name => settings[name] !== before[name]))
      await jobs.publish(tx, keepingChanged, { tenant_id: tx.tenantId })
    return { kind: 'changed' }
  }
}

const KEEPING = ['store_transcripts', 'store_recordings'] as const
