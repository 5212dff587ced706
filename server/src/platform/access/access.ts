import type { FastifyRequest } from 'fastify'
import type { TenantId } from '../ids/ids.ts'
import type { Permission, Role } from './permissions.ts'

/** What a route needs from whoever calls it. Every route declares one; a route without refuses to be registered. */
export type Need =
  /** Open to everybody, and why that is right. */
  | { readonly kind: 'public'; readonly why: string }
  /** Proves itself by a provider's signature, or the secret that a provider was given, checked in the route before anything else. */
  | { readonly kind: 'signed'; readonly by: 'retell' | 'calcom' | 'google' | 'microsoft' }
  /** Proves itself by a secret in its address, compared before anything it says is read. */
  | { readonly kind: 'secret-address'; readonly by: 'retell' }
  /** Acts for one tenant, by API key or session, with a permission of the table. */
  | { readonly kind: 'tenant'; readonly scope: Permission; readonly reach?: Reach }
  /** Only from addresses that the configuration allows. */
  | { readonly kind: 'operator-address' }

/**
 * What somebody limited to some locations meets at a route. `location`: what belongs to these locations, as the
 * policies of the database say. `business`: what is of no location and meant for them too. A route that says nothing
 * refuses them.
 */
export type Reach = 'location' | 'business'

/** Who is calling, once known. */
export type Principal = {
  readonly tenantId: TenantId
  /** For the record of changes: `api-key:<prefix>` or `user:<email>`. */
  readonly actor: string
  /** Null for an API key. */
  readonly role: Role | null
  readonly permissions: ReadonlySet<Permission>
  /** The only locations that they act for; null: all of the business. */
  readonly locations: readonly string[] | null
  readonly via: 'api-key' | 'session'
}

/** Filled by `identity` in `app.ts`. Null: nobody we know. Throws `AppError` when the attempt itself is wrong. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal | null>

export function mayUse(principal: Principal, permission: Permission): boolean {
  return principal.permissions.has(permission)
}
