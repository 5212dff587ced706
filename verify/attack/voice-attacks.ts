import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'undici'
import type { SignMode } from '../../sandbox/retell/call-script.ts'
import { signRequest } from '../../sandbox/retell/sign-request.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import { outcomeOf } from './outcome.ts'

/** RFC 6455: the other side broke the rules. */
const POLICY = 1008
const OPEN_FOR_MS = 400

/** What was tried on the telephone's side, what came of it, and what should have. */
export type Tried = { readonly what: string; readonly came: string; readonly expected: string }

/** Requests of the provider whose signature is missing, old, of other bytes, of another key or of nobody's line. */
export async function attackSigned(product: ProductProcess, urls: readonly string[]): Promise<Tried[]> {
  const ways: readonly [mode: SignMode, connection: string, expected: string][] = [
    ['none', 'default', 'unsigned'],
    ['wrong_key', 'default', 'unsigned'],
    ['stale', 'default', 'unsigned'],
    ['reserialised', 'default', 'unsigned'],
    ['valid', 'somebody-elses', 'unsigned'],
    ['valid', 'default', 'in'],
  ]
  const tried: Tried[] = []
  for (const url of urls)
    for (const [mode, connection, expected] of ways) {
      const given = { key: RETELL_KEY, mode, nowMs: Date.now() }
      const { body, signature } = await signRequest(JSON.stringify({ event: 'attack' }), given)
      const answer = await fetch(product.url + url.replace(':connection', connection), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(signature === null ? {} : { 'x-retell-signature': signature }),
        },
        body,
      })
      const came = outcomeOf('signed', { status: answer.status, body: await answer.text() })
      tried.push({ what: `POST ${url}, signature ${mode}, connection ${connection}`, came, expected })
    }
  return tried
}

/** The websocket of the line, whose address has the secret. */
export async function attackLine(product: ProductProcess): Promise<Tried[]> {
  const words = ['voice', 'addresses']
  const { llm_websocket_url: address } = (await product.command(words)) as { llm_websocket_url: string }
  const genuine = `${product.url.replace('http', 'ws')}${new URL(address).pathname}`
  const secret = genuine.split('/').at(-1) ?? ''
  const ways: readonly [what: string, address: string, expected: string][] = [
    ['the genuine address', genuine, 'open'],
    ['no secret', genuine.replace(secret, 'x'), 'closed'],
    [
      'another ending',
      genuine.replace(secret, `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`),
      'closed',
    ],
    ['another connection', genuine.replace('/default/', '/somebody-elses/'), 'closed'],
  ]
  const tried: Tried[] = []
  for (const [what, url, expected] of ways)
    tried.push({ what: `the line, ${what}`, came: await dial(`${url}/call_attack`), expected })
  return tried
}

async function dial(url: string): Promise<string> {
  const socket = new WebSocket(url)
  const closed = once(socket, 'close').then(([event]) => (event as CloseEvent).code)
  const code = await Promise.race([closed, wait(OPEN_FOR_MS, null)])
  socket.close()
  if (code === null) return 'open'
  return code === POLICY ? 'closed' : `closed with ${code}`
}
