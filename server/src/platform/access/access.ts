import type { FastifyRequest } from 'fastify'
import type { TenantId } from '../ids/ids.ts'

/** What a route needs from whoever calls it. Every route declares one; a route without refuses to be registered. */
export type Need =
  /** Open to everybody, and why that is right. */
  | { readonly kind: 'public'; readonly why: string }
  /** Proves itself by a provider's signature, checked in the route before anything else. */
  | { readonly kind: 'signed'; readonly by: 'retell' }
  /** Proves itself by a secret in its address, compared before anything it says is read. */
  | { readonly kind: 'secret-address'; readonly by: 'retell' }
  /** Acts for one tenant: API key or session. */
  | { readonly kind: 'tenant'; readonly scope: Scope | 'all' }
  /** Only from addresses that the configuration allows. */
  | { readonly kind: 'operator-address' }

export type Scope = 'read' | 'write'

/** Who is calling, once known. */
export type Principal = {
  readonly tenantId: TenantId
  /** For the record of changes: `api-key:<prefix>` or `user:<email>`. */
  readonly actor: string
  readonly scopes: readonly ('all' | Scope)[]
  readonly via: 'api-key' | 'session'
}

/** Filled by `identity` in `app.ts`. Null: nobody we know. Throws `AppError` when the attempt itself is wrong. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal | null>

export function mayUse(principal: Principal, scope: Scope | 'all'): boolean {
  return principal.scopes.includes('all') || principal.scopes.includes(scope)
}
