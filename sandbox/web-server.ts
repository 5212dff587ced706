import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A refusal of the control API, answered as `{"error": message}` with this status. */
export class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * A Fastify server for one simulator: zod for the control API, refusals as `{"error": "…"}`, and the page in
 * `pageFolder`, if it has one, under `/` without inline script or style. Bodies up to 8 MB, so that oversized requests can be
 * composed here and refused by the product.
 */
export async function createWebServer(pageFolder: string | null) {
  const server = Fastify({ bodyLimit: 8 * 1024 * 1024, forceCloseConnections: true })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler<Error & { status?: number; statusCode?: number }>((error, _request, reply) =>
    reply.code(error.status ?? error.statusCode ?? 500).send({ error: error.message }),
  )
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `${request.method} ${request.url} does not exist here` }),
  )
  await server.register(fastifyStatic, {
    root: [...(pageFolder === null ? [] : [pageFolder]), 'page'].map(folder =>
      join(import.meta.dirname, folder),
    ),
    setHeaders: reply => {
      reply.header('content-security-policy', PAGE_POLICY)
      reply.header('x-content-type-options', 'nosniff')
      reply.header('cache-control', 'no-store')
    },
  })
  return server.withTypeProvider<ZodTypeProvider>()
}

export type WebServer = Awaited<ReturnType<typeof createWebServer>>

/** Listens (port 0: any free one) and returns the address as `http://host:port`. */
export async function listen(server: WebServer, options: { host: string; port: number }): Promise<string> {
  await server.listen(options)
  const { port } = server.server.address() as AddressInfo
  return `http://${urlHost(options.host)}:${port}`
}

/** A host as it stands in an address: IPv6 in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
