import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What went by: the request and its answer, as text. */
export type Passed = { readonly path: string; readonly sent: string; readonly answered: string }

/** A line to a simulator on which everything that goes by is heard: secrets that are made on the way are known so. */
export async function startTap(target: string, heard: (passed: Passed) => void) {
  const server = createServer(async (request, response) => {
    const sent = await buffer(request)
    const path = request.url ?? '/'
    const answer = await fetch(target + path, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      redirect: 'manual',
      ...(sent.length > 0 ? { body: new Uint8Array(sent) } : {}),
    })
    const body = Buffer.from(await answer.arrayBuffer())
    heard({ path, sent: sent.toString(), answered: body.toString() })
    const headers = Object.fromEntries(answer.headers)
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
      delete headers[name]
    response.writeHead(answer.status, headers).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const own = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'keep-alive']
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !own.includes(name) ? [[name, value]] : [],
    ),
  )
}
