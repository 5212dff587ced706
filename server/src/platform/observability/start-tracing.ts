import { context, trace } from '@opentelemetry/api'
import { useTracer } from './tracing.ts'

export type Tracing = {
  /** Sends what is left, within two seconds. */
  stop(): Promise<void>
}

const LONGEST_FLUSH_MS = 2000
const SEND_EVERY_MS = 2000

/**
 * Sends traces to a collector by OTLP over HTTP (JSON), to `<endpoint>/v1/traces`. To be called before the database
 * is connected to. Without an endpoint nothing is loaded. Everything is kept: what to throw away is the collector's
 * to decide. The SDK also reads its own `OTEL_…` variables, such as `OTEL_EXPORTER_OTLP_HEADERS`.
 */
export async function startTracing(options: {
  endpoint: string | null
  version: string
  role: string
}): Promise<Tracing> {
  if (options.endpoint === null) return { stop: async () => {} }
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
    ])
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: LONGEST_FLUSH_MS,
  })
  const provider = new sdk.BasicTracerProvider({
    sampler: new sdk.AlwaysOnSampler(),
    resource: resourceFromAttributes({
      'service.name': 'askpro',
      'service.version': options.version,
      'askpro.role': options.role,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { scheduledDelayMillis: SEND_EVERY_MS })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  useTracer(provider.getTracer('askpro', options.version))
  return {
    stop: async () => {
      useTracer(null)
      const late = new Promise<void>(resolve => setTimeout(resolve, LONGEST_FLUSH_MS).unref())
      // A collector that is away must not hold up a stop.
      await Promise.race([provider.shutdown().catch(() => {}), late])
      context.disable()
      trace.disable()
    },
  }
}
