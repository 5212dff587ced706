import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError, type ErrorDefinition } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import { invalidRequestDetail } from './problem-detail.ts'

/** RFC 9457 problem details; `type` is `/errors/<code>` and stable. Extensions are in snake_case. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  instance: z.string(),
  say: z.object({ de: z.string(), en: z.string() }).optional().describe('The sentence to speak to a caller.'),
})

/** They pass by themselves, and whoever met them was told once for all (`patient-pool.ts`). */
const PASSING = new Set<ErrorDefinition>([platformErrors.unavailable, platformErrors.overloaded])
const RETRY_AFTER_SECONDS = 2

export type Problem = {
  readonly definition: ErrorDefinition
  readonly detail?: string
  readonly extensions?: Record<string, unknown>
}

export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wait = problem.extensions?.retry_after
  if (typeof wait === 'number') reply.header('retry-after', wait)
  if (problem.definition.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  return reply
    .status(problem.definition.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `/errors/${problem.definition.code}`,
      title: problem.definition.title,
      status: problem.definition.status,
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      instance: request.id,
      ...(problem.definition.spoken === undefined ? {} : { say: problem.definition.spoken }),
      ...problem.extensions,
    })
}

/** The one place where an error becomes a problem. What is not expected is a bug: logged once, shown as `internal`. */
export function toProblem(error: unknown, request: FastifyRequest): Problem {
  const problem = explain(error)
  if (problem.definition.status >= 500 && !PASSING.has(problem.definition))
    request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
  return problem
}

function explain(error: unknown): Problem {
  if (error instanceof AppError)
    return {
      definition: error.definition,
      ...(error.message === error.definition.title ? {} : { detail: error.message }),
      extensions: error.extensions,
    }
  if (isResponseSerializationError(error)) return { definition: platformErrors.internal }
  if (hasZodFastifySchemaValidationErrors(error))
    return {
      definition: platformErrors.invalidRequest,
      detail: invalidRequestDetail(error.validation),
    }
  return { definition: definitionFor(error as Partial<FastifyError> | null) }
}

function definitionFor(error: Partial<FastifyError> | null): ErrorDefinition {
  switch (error?.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return platformErrors.bodyTooLarge
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return platformErrors.unsupportedMediaType
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return platformErrors.malformedBody
    default:
      return error?.statusCode === 400 ? platformErrors.invalidRequest : platformErrors.internal
  }
}
