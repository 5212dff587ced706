import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { HttpServer } from './http-server.ts'

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
    transform: route => ({
      ...jsonSchemaTransform(route),
      ...(route.url.startsWith(PUBLIC_PREFIX) ? {} : { schema: { hide: true } }),
    }),
  })
  app.get('/api/openapi.json', {
    config: { access: { kind: 'public', why: 'the description of the API has no secrets' } },
    handler: async (_request, reply) => reply.type('application/json').send(app.swagger()),
  })
}
