import { parse } from 'node:querystring'
import type { WebServer } from './web-server.ts'

/** Bodies of forms, as OAuth sends them. */
export function readForms(server: WebServer): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, { ...parse(String(body)) })
    },
  )
}
