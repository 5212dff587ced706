import { createHmac } from 'node:crypto'
import type { Request } from './load.ts'

/** A POST signed as Retell signs (contract section 3): HMAC-SHA256 over body and time in milliseconds. */
export function signedRequest(path: string, body: string, key: string): Request {
  const at = Date.now()
  const digest = createHmac('sha256', key).update(`${body}${at}`).digest('hex')
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'x-retell-signature': `v=${at},d=${digest}` },
    body,
  }
}
