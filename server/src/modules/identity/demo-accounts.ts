import { timingSafeEqual } from 'node:crypto'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Tenants } from '../tenants/index.ts'

export type DemoAccount = {
  readonly email: string
  readonly tenantId: TenantId
  readonly slug: string
  readonly tenantName: string
}

/** One owner's login for each tenant, all with the password of this installation. Exists in demo mode only. */
export function createDemoAccounts(tenants: Tenants, password: string) {
  const list = async (): Promise<DemoAccount[]> =>
    (await tenants.list()).map(tenant => ({
      email: `${tenant.slug}@demo.example`,
      tenantId: tenant.id,
      slug: tenant.slug,
      tenantName: tenant.name,
    }))
  return {
    password,
    list,
    logIn: async (email: string, given: string): Promise<DemoAccount | null> => {
      const right = Buffer.from(password)
      const tried = Buffer.from(given)
      const matches = right.length === tried.length && timingSafeEqual(right, tried)
      const account = (await list()).find(candidate => candidate.email === email.trim().toLowerCase())
      return matches && account ? account : null
    },
  }
}

export type DemoAccounts = ReturnType<typeof createDemoAccounts>
