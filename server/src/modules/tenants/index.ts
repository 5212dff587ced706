import type { Platform } from '../../platform/platform.ts'
import { assignNumber } from './assign-number.ts'
import { createChangeSettings } from './change-settings.ts'
import { createTenant } from './create-tenant.ts'
import { resolveCalledNumber } from './resolve-called-number.ts'
import { tenantRoutes } from './routes.ts'
import { readTransfer } from './settings-views.ts'
import { changeTransfer } from './transfer.ts'
import { findTenantBySlug, listTenants, numbersOfTenant, readTenant } from './views.ts'

export type { NewTenant } from './create-tenant.ts'
export { keepingChanged } from './events.ts'
export type { CalledNumber } from './resolve-called-number.ts'
export { proofFor, settingsShape, type Tenant } from './tenant.ts'
export type { Transfer } from './transfer.ts'

export type Tenants = ReturnType<typeof createTenants>

/** Who our customers are, where they are, and which number leads to them. */
export function createTenants(platform: Platform) {
  const { db } = platform
  const changeSettings = createChangeSettings(platform.jobs)
  return {
    /**
     * Which tenant a called number belongs to, if the connection that signed may speak for it. There is no
     * fallback: an unknown or foreign number touches no tenant.
     */
    resolveCalledNumber: resolveCalledNumber.bind(null, db),
    /** Makes a tenant with one location. Throws `tenants/slug-taken`. */
    createTenant: createTenant.bind(null, db),
    findBySlug: findTenantBySlug.bind(null, db),
    list: listTenants.bind(null, db),
    /** The tenant of the transaction. */
    read: readTenant,
    /** Changes what is named of them. */
    changeSettings,
    /** Lets a called number lead to the tenant of the transaction. */
    assignNumber,
    /** Called numbers of the tenant, E.164. */
    numbers: numbersOfTenant,
    /** Where callers are put through to, and when; null: nowhere. */
    readTransfer,
    /** Replaces that as a whole. */
    changeTransfer,
    routes: tenantRoutes(platform, changeSettings),
  }
}
