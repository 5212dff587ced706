import type { FastifyRequest } from 'fastify'
import { type Authenticate, mayUse, type Need, type Principal } from '../access/access.ts'
import { accessErrors } from '../access/access-errors.ts'
import { PERMISSIONS, type Permission } from '../access/permissions.ts'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import { requestContext } from '../observability/request-context.ts'
import type { HttpServer } from './http-server.ts'
import { isChange, isFromElsewhere } from './own-origin.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Need
  }
  interface FastifyInstance {
    /** Every route and what it needs: for the rules that go over all of them. */
    declaredRoutes: DeclaredRoute[]
  }
  interface FastifyRequest {
    principal: Principal | null
  }
}

/** The page that shows the API's description: made by a plugin, whose routes cannot say it themselves. */
const READING_PAGE = {
  prefix: '/api/docs',
  access: { kind: 'public', why: 'the description of the API has no secrets' },
} as const

export type DeclaredRoute = { readonly method: string; readonly url: string; readonly access: Need }

/** Every route says what it needs; one that says nothing cannot be registered. Checked before the body is read. */
export function enforceAccess(
  app: HttpServer,
  platform: { authenticate: Authenticate; operatorAddresses: readonly string[]; publicUrl: string },
): void {
  app.decorateRequest('principal', null)
  app.decorate('declaredRoutes', [])
  app.addHook('onRoute', route => {
    if (route.url.startsWith(READING_PAGE.prefix))
      route.config = { ...route.config, access: READING_PAGE.access }
    const access = route.config?.access
    if (!access) throw new Error(`${String(route.method)} ${route.url} does not declare its access.`)
    for (const method of [route.method].flat())
      if (method !== 'HEAD') app.declaredRoutes.push({ method, url: route.url, access })
  })
  app.addHook('onRequest', async request => {
    const need = request.routeOptions.config.access
    if (!need) return // the not-found answer is no route
    if (need.kind === 'operator-address' && !isOperator(request, platform.operatorAddresses))
      throw new AppError(platformErrors.notFound)
    if (need.kind === 'public') refuseForeignPage(request, platform.publicUrl)
    if (need.kind !== 'tenant') return
    const principal = await admit(request, need.scope)
    request.principal = principal
    const context = requestContext()
    if (context) context.permissions = principal.permissions
  })

  async function admit(request: FastifyRequest, scope: Permission): Promise<Principal> {
    const principal = await platform.authenticate(request)
    if (!principal) throw new AppError(accessErrors.notAuthenticated)
    if (principal.via === 'session') refuseForeignPage(request, platform.publicUrl)
    if (!mayUse(principal, scope)) throw new AppError(accessErrors.notAllowed, refusalDetail(scope))
    return principal
  }
}

/** A second barrier behind the token of the session, and the only one where there is no session yet: at the login. */
function refuseForeignPage(request: FastifyRequest, publicUrl: string): void {
  if (isChange(request) && isFromElsewhere(request, publicUrl)) throw new AppError(accessErrors.foreignPage)
}

function refusalDetail(permission: Permission): string {
  const { roles, keys } = PERMISSIONS[permission]
  const list = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '))
  return `This needs "${permission}": roles ${list(roles)}; scopes of a key ${list(keys)}.`
}

/** A request that came through a proxy has the proxy's address, which says nothing of who sent it. */
function isOperator(request: FastifyRequest, addresses: readonly string[]): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  return forwarded === undefined && addresses.includes(request.ip)
}

/** The caller of a route that needs a tenant. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('This route does not need a tenant.')
  return request.principal
}
