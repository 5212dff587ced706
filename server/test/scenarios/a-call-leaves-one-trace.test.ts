import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTracing, type Tracing } from '../../src/platform/observability/start-tracing.ts'
import { callTrace, currentTraceparent, inSpan } from '../../src/platform/observability/tracing.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'
import { startTraceCollector, type TraceCollector } from '../support/trace-collector.ts'

const OTHER_CALL = 'call_trace_0002'
let CALL = ''
let collector: TraceCollector
let tracing: Tracing
let product: TestProduct

beforeAll(async () => {
  collector = await startTraceCollector()
  tracing = await startTracing({ endpoint: collector.endpoint, version: 'test', role: 'start' })
  product = await startProduct()
  const played = await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  expect(played.problems).toEqual([])
  CALL = played.call_id
  await phoneCall(product, { id: OTHER_CALL }).tool('list_services', {})
  await fetch(`${product.url}/webhooks/retell/default`, {
    method: 'POST',
    body: '{"call":{"call_id":"call_x"}}',
  })
  await fetch(`${product.url}/api/v1/services`, {
    headers: {
      authorization: `Bearer ${product.keys.salon}`,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  })
  await product.settled()
  await product.stop()
  await tracing.stop()
})
afterAll(() => collector.close())

const traceIdOf = (callId: string): string => callTrace({ connection: 'default', callId }).split('-')[1] ?? ''
const namesIn = (traceId: string): string[] =>
  collector.spans.filter(span => span.traceId === traceId).map(span => span.name)

test('one trace holds the tool call, its statements, the jobs that followed, and the e-mail', () => {
  expect(namesIn(traceIdOf(CALL))).toEqual(
    expect.arrayContaining([
      'POST /voice/retell/:connection/inbound',
      'POST /webhooks/retell/:connection',
      'platform.process-inbox-event',
      'POST /voice/retell/:connection/tools',
      'insert appointment',
      'messaging.confirm-booked-appointment',
      'messaging.send-confirmation',
      'smtp send',
    ]),
  )
})

test('every piece of work belongs to the one it followed from', () => {
  const inside = collector.spans.filter(span => span.traceId === traceIdOf(CALL))
  const parentOf = (name: string): string | undefined => {
    const span = inside.find(candidate => candidate.name === name)
    return inside.find(candidate => candidate.spanId === span?.parentSpanId)?.name
  }
  expect(parentOf('insert appointment')).toBe('POST /voice/retell/:connection/tools')
  expect(parentOf('messaging.confirm-booked-appointment')).toBe('POST /voice/retell/:connection/tools')
  expect(parentOf('messaging.send-confirmation')).toBe('messaging.confirm-booked-appointment')
  expect(parentOf('smtp send')).toBe('messaging.send-confirmation')
})

test('two calls have two traces', () => {
  expect(traceIdOf(OTHER_CALL)).not.toBe(traceIdOf(CALL))
  expect(namesIn(traceIdOf(OTHER_CALL))).toContain('POST /voice/retell/:connection/tools')
})

test('a tool call says which tool it was and how it was answered', () => {
  const tools = collector.spans.filter(
    span => span.traceId === traceIdOf(CALL) && span.attributes['askpro.tool'],
  )
  expect(tools.map(span => span.attributes)).toContainEqual(
    expect.objectContaining({ 'askpro.tool': 'book_appointment', 'askpro.status': 'booked' }),
  )
})

test('an unsigned body does not choose its trace', () => {
  expect(namesIn(traceIdOf('call_x'))).toEqual([])
  expect(collector.spans).toContainEqual(
    expect.objectContaining({
      name: 'POST /webhooks/retell/:connection',
      attributes: expect.objectContaining({ 'http.response.status_code': 401 }),
    }),
  )
})

test('a request that brings a trace continues it', () => {
  expect(namesIn('0af7651916cd43dd8448eb211c80319c')).toEqual(
    expect.arrayContaining(['GET /api/v1/services', 'select qualification']),
  )
})

test('times are those of the work', () => {
  for (const span of collector.spans) {
    expect(span.tookMs).toBeGreaterThanOrEqual(0)
    expect(span.tookMs).toBeLessThan(30_000)
  }
})

test('no name, number, address or value of a person is in any span', () => {
  const sent = collector.text()
  for (const word of ['Behrend', 'example.org', '4917139200', '4930231250']) expect(sent).not.toContain(word)
})

test('without a collector nothing is traced', async () => {
  expect(await inSpan('nothing', {}, async () => currentTraceparent())).toBeNull()
})
