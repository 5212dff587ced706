import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { ErrorDefinition } from '../errors/app-error.ts'
import { API_PREFIX } from './declared-problems.ts'
import type { HttpServer } from './http-server.ts'

/** Of the <style> in the picture that swagger-ui draws itself; a new version may need another. */
const LOGO_STYLE = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='

type Operation = {
  parameters?: Array<{ in: string; name: string }>
  responses: Record<string, unknown>
}
type ApiDocument = { paths?: Record<string, Record<string, Operation>>; components?: Record<string, unknown> }

/** Describes everything under `/api/v1` as OpenAPI 3.1, made from the routes' own schemas. Before any route. */
export async function describeApi(app: HttpServer, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'AskProAI',
        version,
        description:
          'Everything of one business. Failures are problem details (RFC 9457): decide by `type`. Every answer carries `x-request-id`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'askpro_session' },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
    },
    transform: route => {
      if (!route.url.startsWith(API_PREFIX)) return { ...jsonSchemaTransform(route), schema: { hide: true } }
      const described = jsonSchemaTransform(route)
      return { ...described, schema: { ...described.schema, tags: [topicOf(route.url)] } }
    },
    transformObject: described =>
      withProblems(
        'openapiObject' in described ? described.openapiObject : {},
        app.declaredProblems,
      ) as never,
  })
  // Its own files, under the policy that every answer carries and one exception: the style inside its logo.
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    transformStaticCSP: policy => policy.replace("style-src 'self'", `style-src 'self' '${LOGO_STYLE}'`),
    theme: { title: 'AskProAI: API' },
    uiConfig: { docExpansion: 'none', filter: true, persistAuthorization: false },
  })
  app.get('/api/openapi.json', {
    config: { access: { kind: 'public', why: 'the description of the API has no secrets' } },
    handler: async (_request, reply) => reply.type('application/json').send(app.swagger()),
  })
}

/** `appointments` for `/api/v1/appointments/:id`: what the page of the API groups by. */
function topicOf(url: string): string {
  return url.slice(API_PREFIX.length).split('/')[0] ?? ''
}

/** Each failure a route can answer, by status, with the types that stand for it; and nothing else above 399. */
function withProblems(
  document: object,
  declared: ReadonlyMap<string, readonly ErrorDefinition[]>,
): ApiDocument {
  const { paths = {}, components = {}, ...rest } = document as ApiDocument
  return {
    ...rest,
    components: { ...components, schemas: { ...(components.schemas ?? {}), Problem: PROBLEM } },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => {
            const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
            return [method, withProblemsOf(operation, declared.get(route) ?? [])]
          }),
        ),
      ]),
    ),
  }
}

function withProblemsOf(operation: Operation, errors: readonly ErrorDefinition[]): Operation {
  const successes = Object.entries(operation.responses).filter(([status]) => Number(status) < 400)
  const takesKey = operation.parameters?.some(({ name }) => name === 'idempotency-key') ?? false
  const problems = [...Map.groupBy(errors, error => error.status)]
    .toSorted(([one], [other]) => one - other)
    .map(([status, same]) => [String(status), problemResponse(same)] as const)
  return {
    ...operation,
    responses: Object.fromEntries([
      ...successes.map(([status, answer]) => [
        status,
        takesKey ? { ...(answer as object), headers: REPLAYED } : answer,
      ]),
      ...problems,
    ]),
  }
}

function problemResponse(errors: readonly ErrorDefinition[]): object {
  return {
    description: errors.map(error => error.title).join(' '),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { type: { enum: errors.map(error => `/errors/${error.code}`) } } },
          ],
        },
      },
    },
  }
}

const REPLAYED = {
  'Idempotency-Replayed': {
    description: '`true` when this is the stored answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance'],
  properties: {
    type: { type: 'string', description: '`/errors/` and the code; stable.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The request id.' },
  },
}
