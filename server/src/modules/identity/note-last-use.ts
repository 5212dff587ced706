import { isoText } from '../../platform/db/instant-sql.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

const PRECISION_MS = 60_000
/** Beyond it the oldest is forgotten and written once more than needed. */
const MOST_REMEMBERED = 10_000

/**
 * When a key was last used, to the minute: a request does not wait for it, and a busy key costs one small update a
 * minute in each process. What cannot be written is logged and written the next time.
 */
export function createLastUse({ db, clock, log }: Platform) {
  const written = new Map<string, number>()
  const pending = new Set<Promise<void>>()
  const write = async (tenantId: TenantId, prefix: string, newHash: string | null): Promise<void> => {
    try {
      await db.inTenant(tenantId, tx =>
        tx
          .updateTable('api_key')
          .set({ last_used_at: isoText(clock.now()), ...(newHash === null ? {} : { hash: newHash }) })
          .where('api_key.tenant_id', '=', tx.tenantId)
          .where('api_key.prefix', '=', prefix)
          .execute(),
      )
    } catch (error) {
      written.delete(prefix)
      log.warn({ err: error }, 'the last use of an API key was not noted')
    }
  }
  return {
    /** `newHash`: that of the current secret key, which takes the place of an older one's. */
    note(tenantId: TenantId, prefix: string, newHash: string | null): void {
      const now = clock.now().epochMilliseconds
      if (newHash === null && now - (written.get(prefix) ?? 0) < PRECISION_MS) return
      if (written.size >= MOST_REMEMBERED) written.delete(written.keys().next().value ?? '')
      written.set(prefix, now)
      const writing = write(tenantId, prefix, newHash)
      pending.add(writing)
      void writing.finally(() => pending.delete(writing))
    },
    /** Waits for what is being written. */
    close: async (): Promise<void> => {
      await Promise.all(pending)
    },
  }
}

export type LastUse = ReturnType<typeof createLastUse>
