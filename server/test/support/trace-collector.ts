import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CollectedSpan = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string
  readonly name: string
  readonly kind: number
  readonly failed: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  readonly tookMs: number
}

export type TraceCollector = {
  readonly endpoint: string
  readonly spans: readonly CollectedSpan[]
  /** Everything that arrived, as text. */
  text(): string
  close(): Promise<void>
}

type Value = { stringValue?: string; intValue?: string | number; doubleValue?: number; boolValue?: boolean }
type SentSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  status?: { code?: number }
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes?: Array<{ key: string; value: Value }>
}
type Sent = { resourceSpans: Array<{ scopeSpans: Array<{ spans: SentSpan[] }> }> }

/** A collector of traces as a vendor runs one: OTLP over HTTP, JSON, at `/v1/traces`. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const bodies: string[] = []
  const spans: CollectedSpan[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      if (request.url !== '/v1/traces') return response.writeHead(404).end()
      const body = Buffer.concat(parts).toString('utf8')
      bodies.push(body)
      const sent = JSON.parse(body) as Sent
      for (const { scopeSpans } of sent.resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans.map(toCollected))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    text: () => bodies.join('\n'),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function toCollected(span: SentSpan): CollectedSpan {
  const values = (span.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]])
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ?? '',
    name: span.name,
    kind: span.kind,
    failed: span.status?.code === 2,
    attributes: Object.fromEntries(values),
    tookMs: Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6,
  }
}
