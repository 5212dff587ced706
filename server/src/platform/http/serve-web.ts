import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { HttpServer } from './server.ts'

const ROOT = join(import.meta.dirname, '../../../../web/dist')
const open = { access: { kind: 'public', why: 'the application itself; its data needs a login' } } as const

/** The built web application under `/app/`; every address of it that is not a file is its first page. */
export async function serveWeb(app: HttpServer): Promise<void> {
  await app.register(fastifyStatic, { root: ROOT, serve: false })
  app.get('/', { config: open }, async (_request, reply) => reply.redirect('/app/'))
  app.get('/app', { config: open }, async (_request, reply) => reply.redirect('/app/'))
  app.get('/app/*', { config: open }, async (request, reply) => {
    const path = (request.params as { '*': string })['*']
    const isFile = /^assets\/[\w.-]+$|^[\w-]+\.(svg|png|ico|webmanifest)$/.test(path)
    if (isFile)
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .sendFile(path, { cacheControl: false })
    if (!existsSync(join(ROOT, 'index.html')))
      return reply
        .status(503)
        .type('text/plain; charset=utf-8')
        .send('The web application is not built: npm run build:web')
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
}
