import swagger from '@fastify/swagger'
import type { FastifySchema, RouteOptions } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { HttpServer } from './http-server.ts'
import { idempotencyHeaders } from './idempotency.ts'
import { problemSchema } from './problem.ts'

const PUBLIC_PREFIX = '/api/v1/'

/** Describes everything under `/api/v1` as OpenAPI 3.1, made from the routes' own schemas. Before any route. */
export async function describeApi(app: HttpServer, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'AskProAI',
        version,
        description: 'Free times, holds, appointments and calls of one business.',
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
    transform: described => {
      const { schema, url, route } = described
      if (!url.startsWith(PUBLIC_PREFIX)) return { schema: { hide: true }, url }
      return jsonSchemaTransform({ ...described, schema: withCommonAnswers(schema, route) })
    },
  })
  app.get('/api/openapi.json', {
    config: { access: { kind: 'public', why: 'the description of the API has no secrets' } },
    handler: async (_request, reply) => reply.type('application/json').send(app.swagger()),
  })
}

/** What the platform answers by itself, before or around any handler, belongs to every route. */
function withCommonAnswers(schema: FastifySchema | undefined, route: RouteOptions): FastifySchema {
  const takesBody = [route.method].flat().some(method => !['GET', 'HEAD'].includes(method))
  const statuses = [
    400,
    ...(route.config?.access?.kind === 'tenant' ? [401, 403] : []),
    ...(takesBody ? [413, 415] : []),
    ...(schema?.headers === idempotencyHeaders ? [422] : []),
  ]
  const common = Object.fromEntries(statuses.map(status => [status, problemSchema]))
  return { ...schema, response: { ...common, ...(schema?.response as object | undefined) } }
}
