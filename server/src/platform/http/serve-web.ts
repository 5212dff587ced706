import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { HttpServer } from './http-server.ts'

const ROOT = join(import.meta.dirname, '../../../../web/dist')
const open = { access: { kind: 'public', why: 'the application itself; its data needs a login' } } as const

/** The built web application under `/app/`; every address of it that is not a file is its first page. */
export async function serveWeb(app: HttpServer): Promise<void> {
  const files = await builtFiles()
  if (existsSync(ROOT)) await app.register(fastifyStatic, { root: ROOT, serve: false, preCompressed: true })
  app.get('/', { config: open }, async (_request, reply) => reply.redirect('/app/'))
  app.get('/app', { config: open }, async (_request, reply) => reply.redirect('/app/'))
  app.get('/app/*', { config: open }, async (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (files.has(path)) {
      // Names below assets/ carry the hash of their content; the others may change with the next version.
      const cache = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.header('cache-control', cache).sendFile(path, { cacheControl: false })
    }
    if (!existsSync(join(ROOT, 'index.html')))
      return reply
        .status(503)
        .type('text/plain; charset=utf-8')
        .send('The web application is not built: npm run build:web')
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
}

/**
 * Paths of the build, relative to it: only these are files, everything else is an address of the application. What the
 * build compressed stands beside its original (`web/compressed-files.ts`) and is sent instead to whoever understands it.
 */
async function builtFiles(): Promise<ReadonlySet<string>> {
  if (!existsSync(ROOT)) return new Set()
  const entries = await readdir(ROOT, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter(entry => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
      .map(entry => relative(ROOT, join(entry.parentPath, entry.name))),
  )
}
