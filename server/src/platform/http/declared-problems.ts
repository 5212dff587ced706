import type { FastifyRequest, RouteOptions } from 'fastify'
import { accessErrors } from '../access/access-errors.ts'
import type { ErrorDefinition } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { HttpServer } from './http-server.ts'
import { idempotencyHeaders } from './idempotency.ts'
import type { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Failures of this route's own. Those that any route of its kind can meet are added to them. */
    errors?: readonly ErrorDefinition[]
  }
  interface FastifyInstance {
    /** What every route under `/api/v1` may answer instead of success, by `GET /api/v1/calls/:id`. */
    declaredProblems: Map<string, readonly ErrorDefinition[]>
  }
}

export const API_PREFIX = '/api/v1/'

/** Notes for every route of the API which problems it can answer: the document and the check below read it. */
export function declareProblems(app: HttpServer): void {
  app.decorate('declaredProblems', new Map())
  app.addHook('onRoute', route => {
    if (!route.url.startsWith(API_PREFIX)) return
    for (const method of [route.method].flat())
      app.declaredProblems.set(`${method} ${route.url}`, [
        ...commonErrors(route, method),
        ...(route.config?.errors ?? []),
      ])
  })
}

/**
 * A problem that its route does not declare is a promise nobody made: in tests it becomes `platform/internal` and
 * names itself, elsewhere it is logged and answered.
 */
export function createProblemCheck(app: HttpServer, mode: 'throw' | 'log') {
  return (problem: Problem, request: FastifyRequest): Problem => {
    const route = `${request.method} ${request.routeOptions.url}`
    const declared = app.declaredProblems.get(route)
    const { code } = problem.definition
    if (!declared || declared.some(definition => definition.code === code)) return problem
    const text = `${route} answered the undeclared problem ${code}`
    request.log.error(text)
    return mode === 'throw' ? { definition: platformErrors.internal, detail: text } : problem
  }
}

function commonErrors(route: RouteOptions, method: string): ErrorDefinition[] {
  const changes = method !== 'GET'
  const guarded = route.config?.access?.kind === 'tenant'
  const takesKey = route.schema?.headers === idempotencyHeaders
  return [
    platformErrors.invalidRequest,
    platformErrors.internal,
    platformErrors.tooManyRequests,
    platformErrors.overloaded,
    platformErrors.unavailable,
    ...(guarded ? [accessErrors.notAuthenticated, accessErrors.notAllowed] : []),
    ...(guarded && changes ? [accessErrors.csrf] : []),
    ...(changes && (guarded || route.config?.access?.kind === 'public') ? [accessErrors.foreignPage] : []),
    ...(changes
      ? [platformErrors.malformedBody, platformErrors.bodyTooLarge, platformErrors.unsupportedMediaType]
      : []),
    ...(takesKey ? [platformErrors.idempotencyKeyReused] : []),
  ]
}
