import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import { languageAccepted } from '../i18n/language.ts'
import { newId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { withRequestContext } from '../observability/request-context.ts'
import { answerClientError, connectionLimits, limitConnections } from './connection-limits.ts'
import { createProblemCheck, declareProblems } from './declared-problems.ts'
import { enforceAccess, type Guard } from './enforce-access.ts'
import type { HttpServer } from './http-server.ts'
import { parseJson } from './parse-json.ts'
import { answerProblem, toProblem } from './problem.ts'
import { createSecurityHeaders, securityHeaders } from './security-headers.ts'
import { traceRequests } from './trace-requests.ts'
import { acceptWebsockets } from './websockets.ts'

const BODY_LIMIT = 256 * 1024
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/

/**
 * The HTTP server before any route: request ids, problem answers, access, security headers, metrics.
 * `undeclaredAnswers`: a status that a route's schema does not declare throws in tests and is logged elsewhere.
 */
export function createHttpServer(
  platform: Guard & { log: Log; metrics: Metrics; undeclaredAnswers: 'throw' | 'log' },
): HttpServer {
  const setSecurityHeaders = createSecurityHeaders(platform.publicUrl)
  const app = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    // Every request is in the metrics, failures are logged where they stop.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: request => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId<'request'>()
    },
    ...connectionLimits,
    clientErrorHandler: answerClientError,
    forceCloseConnections: 'idle',
    // A HEAD of a stream would never end.
    exposeHeadRoutes: false,
    // Addresses that cannot be read never reach a hook.
    frameworkErrors: (_error, request, reply) => {
      reply.header('x-request-id', request.id)
      setSecurityHeaders(reply as unknown as FastifyReply)
      const problem = new AppError(platformErrors.invalidRequest, 'The address is not a valid one.')
      answerProblem(problem, request as FastifyRequest, reply as unknown as FastifyReply)
    },
    routerOptions: { maxParamLength: 500 },
  }).withTypeProvider<ZodTypeProvider>() as HttpServer

  limitConnections(app.server)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJson(String(body)))
    } catch {
      done(new AppError(platformErrors.malformedBody))
    }
  })
  app.register(cookie)
  acceptWebsockets(app)
  const declared = createProblemCheck(app, platform.undeclaredAnswers)
  app.setErrorHandler((error, request, reply) =>
    answerProblem(declared(toProblem(error, request), request), request, reply),
  )
  app.setNotFoundHandler((request, reply) =>
    answerProblem({ definition: platformErrors.notFound }, request, reply),
  )

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    // No address of ours has a NUL in it, and the database stores none.
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
      return done(new AppError(platformErrors.invalidRequest, 'The request has no Host header.'))
    if (/%00/.test(request.url))
      return done(new AppError(platformErrors.invalidRequest, 'The address has a NUL character.'))
    withRequestContext(
      { requestId: request.id, language: languageAccepted(request.headers['accept-language']) },
      done,
    )
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    platform.metrics.httpRequests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    done()
  })
  traceRequests(app)
  securityHeaders(app, setSecurityHeaders)
  enforceAccess(app, platform)
  declareProblems(app)
  watchDeclaredAnswers(app, platform.undeclaredAnswers)
  return app
}

function watchDeclaredAnswers(app: HttpServer, mode: 'throw' | 'log'): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const declared = request.routeOptions.schema?.response as Record<string, unknown> | undefined
    const problem = String(reply.getHeader('content-type') ?? '').startsWith('application/problem+json')
    if (!declared || problem || declared[reply.statusCode]) return payload
    const text = `${request.method} ${request.routeOptions.url} answered the undeclared status ${reply.statusCode}`
    if (mode === 'throw') throw new Error(text)
    request.log.error(text)
    return payload
  })
}
