import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import { type Authenticate, mayUse, type Need, type Principal } from '../access/access.ts'
import { accessErrors } from '../access/access-errors.ts'
import { OTHER_LOCATIONS, PERMISSIONS, type Permission } from '../access/permissions.ts'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { Limits } from '../limits/limits.ts'
import { requestContext } from '../observability/request-context.ts'
import { clientAddress, createAddressList, networkOf } from './client-address.ts'
import type { HttpServer } from './http-server.ts'
import { isChange, isFromElsewhere } from './own-origin.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Need
  }
  interface FastifyInstance {
    /** Every route and what it needs: for the rules that go over all of them. */
    declaredRoutes: DeclaredRoute[]
    /** Whether who asked is still who they were, with the same rights: for answers that go on. Counts as no request. */
    isStillTheSame(request: FastifyRequest): Promise<boolean>
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

type TenantNeed = Extract<Need, { kind: 'tenant' }>

export type Guard = {
  readonly authenticate: Authenticate
  readonly limits: Limits
  /** Who may read what only operators of the machine may. */
  readonly metricsAddresses: readonly string[]
  /** Where accounts of operators count; null: everywhere. */
  readonly operatorAddresses: readonly string[] | null
  readonly publicUrl: string
}

/**
 * Every route says what it needs; one that says nothing cannot be registered. Checked before the body is read, and so
 * is how often may be asked. What is signed is counted by its route, once the signature says by whom.
 */
export function enforceAccess(app: HttpServer, guard: Guard): void {
  const readsMetrics = createAddressList(guard.metricsAddresses)
  const operates = guard.operatorAddresses && createAddressList(guard.operatorAddresses)
  app.decorateRequest('principal', null)
  app.decorate('declaredRoutes', [])
  app.decorate('isStillTheSame', async request => {
    const now = await guard.authenticate(request)
    return now !== null && isDeepStrictEqual(now, request.principal)
  })
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
    // Of an address that does not exist there is no route, only the not-found answer.
    if (!need) await countStranger(guard.limits, request)
    if (need?.kind === 'operator-address' && !isDirectly(request, readsMetrics)) {
      await countStranger(guard.limits, request)
      throw new AppError(platformErrors.notFound)
    }
    if (need?.kind === 'secret-address') await guard.limits.count('call', request.url)
    if (need?.kind === 'public') await admitAnybody(request)
    if (need?.kind !== 'tenant') return
    const principal = await admit(request, need)
    request.principal = principal
    const context = requestContext()
    if (!context) return
    context.permissions = principal.permissions
    context.actor = principal.actor
    context.locations = principal.locations
  })

  async function admitAnybody(request: FastifyRequest): Promise<void> {
    const network = networkOf(clientAddress(request))
    await guard.limits.count(isChange(request) ? 'login' : 'open', network)
    refuseForeignPage(request, guard.publicUrl)
  }

  async function admit(request: FastifyRequest, { scope, reach }: TenantNeed): Promise<Principal> {
    const principal = await known(request)
    await guard.limits.count('caller', `${principal.tenantId}/${principal.actor}`)
    await guard.limits.count('tenant', principal.tenantId)
    if (principal.via === 'session') refuseForeignPage(request, guard.publicUrl)
    if (principal.role === 'operator' && operates && !operates(clientAddress(request)))
      throw new AppError(accessErrors.notAllowed, 'Operators are let in from configured addresses only.')
    if (!mayUse(principal, scope)) throw new AppError(accessErrors.notAllowed, refusalDetail(scope))
    if (principal.locations !== null && reach === undefined)
      throw new AppError(accessErrors.notAllowed, OTHER_LOCATIONS.en)
    return principal
  }

  async function known(request: FastifyRequest): Promise<Principal> {
    try {
      const principal = await guard.authenticate(request)
      if (principal) return principal
    } catch (error) {
      if (error instanceof AppError) await countStranger(guard.limits, request)
      throw error
    }
    await countStranger(guard.limits, request)
    throw new AppError(accessErrors.notAuthenticated)
  }
}

/** Whoever proves nothing is counted by address. @throws AppError when it is one too many. */
export async function countStranger(limits: Limits, request: FastifyRequest): Promise<void> {
  await limits.count('stranger', networkOf(clientAddress(request)))
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
function isDirectly(request: FastifyRequest, from: (address: string) => boolean): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  return forwarded === undefined && from(request.ip)
}

/** The caller of a route that needs a tenant. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('This route does not need a tenant.')
  return request.principal
}
