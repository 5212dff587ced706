/** A small real server that stands where the product would, checks every signature with the SDK, and remembers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Retell from 'retell-sdk'

export const TEST_KEY = 'key_salon_demo_4f1c2b7a9d3e'

interface ReceivedRequest {
  readonly path: string
  /** The event or the tool. */
  readonly name: string
  readonly raw: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: ReceivedBody
  readonly signature: string | undefined
}

interface ReceivedBody {
  event?: string
  name?: string
  args?: Record<string, unknown>
  call?: Record<string, unknown>
  call_inbound?: Record<string, unknown>
  transcript_with_tool_calls?: unknown[]
}

interface ProductAnswer {
  readonly status: number
  readonly body?: unknown
}

/** What to answer to a request whose signature is good; undefined: what a healthy product would. */
export type Answering = (
  request: ReceivedRequest,
) => ProductAnswer | undefined | Promise<ProductAnswer | undefined>

export interface TestProduct extends AsyncDisposable {
  readonly url: string
  /** All requests with a good signature, in the order in which they arrived. */
  readonly accepted: readonly ReceivedRequest[]
  /** The names of `accepted`. */
  names(): string[]
  /** The accepted requests of one event or tool. */
  of(name: string): ReceivedRequest[]
}

export async function startTestProduct(answering: Answering = () => undefined): Promise<TestProduct> {
  const accepted: ReceivedRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    const raw = await text(incoming)
    const signature = incoming.headers['x-retell-signature']?.toString()
    const answer = await answerTo(raw, signature)
    outgoing.writeHead(answer.status, { 'content-type': 'application/json' })
    outgoing.end(answer.body === undefined ? '' : JSON.stringify(answer.body))

    async function answerTo(bytes: string, header: string | undefined): Promise<ProductAnswer> {
      if (header === undefined || !(await Retell.verify(bytes, TEST_KEY, header))) return { status: 401 }
      const body = (bytes === '' ? {} : JSON.parse(bytes)) as ReceivedBody
      const name = body.event ?? body.name ?? ''
      const request = {
        path: incoming.url ?? '',
        name,
        raw: bytes,
        body,
        signature: header,
        headers: incoming.headers,
      }
      accepted.push(request)
      return (await answering(request)) ?? healthyAnswer(request)
    }
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    names: () => accepted.map(({ name }) => name),
    of: name => accepted.filter(request => request.name === name),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(closed => server.close(closed))
    },
  }
}

function healthyAnswer({ path, name }: ReceivedRequest): ProductAnswer {
  if (path.startsWith('/webhooks/') || path.startsWith('/own')) return { status: 204 }
  if (path.endsWith('/inbound'))
    return { status: 200, body: { call_inbound: { dynamic_variables: { tenant_name: 'Salon Morgenrot' } } } }
  const say = `Antwort von ${name}.`
  if (name !== 'find_slots') return { status: 200, body: { status: 'ok', say } }
  const slots = [{ token: 'st1.first', spoken: 'Dienstag um neun Uhr' }]
  return { status: 200, body: { status: 'free', say, slots, requested: true } }
}
