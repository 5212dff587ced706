import { createHash } from 'node:crypto'
import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api'

/**
 * Traces over our own doors: HTTP requests, SQL statements, jobs, requests to the outside. Each door says itself what
 * it does; nothing is patched. Without a collector no span exists and every function here returns at once.
 *
 * All requests of one phone call share a trace: its id is derived from the call (`callTrace`), so that webhook, tool
 * call and job find it without asking each other, on any process. Names and attributes never hold values.
 */
export type SpanFacts = {
  readonly kind?: keyof typeof KINDS
  readonly attributes?: Attributes
  /** `traceparent` of W3C Trace Context; without one the span belongs to what is going on here, or begins a trace. */
  readonly parent?: string | null | undefined
  /** When it began, by `performance.now()`, if that was before now. */
  readonly begunAt?: number
}

export type OpenSpan = {
  /** Runs `work` so that what it does belongs to this span. */
  run<T>(work: () => T): T
  note(attributes: Attributes): void
  end(result: 'ok' | 'failed'): void
}

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
}

let tracer: Tracer | null = null

/** To be called by `start-tracing.ts` only; null ends tracing. */
export function useTracer(next: Tracer | null): void {
  tracer = next
}

export function isTracing(): boolean {
  return tracer !== null
}

/** A span that the caller ends; null while nothing is traced. */
export function beginSpan(name: string, facts: SpanFacts = {}): OpenSpan | null {
  if (!tracer) return null
  const parent = facts.parent === undefined ? context.active() : (contextOf(facts.parent) ?? ROOT_CONTEXT)
  const span = tracer.startSpan(
    name,
    {
      kind: KINDS[facts.kind ?? 'internal'],
      attributes: facts.attributes ?? {},
      ...(facts.begunAt === undefined ? {} : { startTime: facts.begunAt }),
    },
    parent,
  )
  return openSpan(span, trace.setSpan(parent, span))
}

/** Runs `work` inside a span, which fails with it. */
export async function inSpan<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  const span = beginSpan(name, facts)
  if (!span) return await work()
  try {
    const value = await span.run(work)
    span.end('ok')
    return value
  } catch (error) {
    span.note({ 'error.type': error instanceof Error ? error.name : 'unknown' })
    span.end('failed')
    throw error
  }
}

/** Something that is over: a span inside the current one. Outside any trace nothing is recorded. */
export function recordSpan(
  name: string,
  facts: SpanFacts & { readonly tookMs: number; readonly result: 'ok' | 'failed' },
): void {
  if (!tracer || !trace.getSpan(context.active())) return
  beginSpan(name, { ...facts, begunAt: performance.now() - facts.tookMs })?.end(facts.result)
}

/** Adds to the span of the current work, if there is one. */
export function noteOnSpan(attributes: Attributes): void {
  if (tracer) trace.getSpan(context.active())?.setAttributes(attributes)
}

/** What the next one needs to continue this trace: for a job's envelope or a request's header. */
export function currentTraceparent(): string | null {
  const found = tracer && trace.getSpan(context.active())?.spanContext()
  return found ? `00-${found.traceId}-${found.spanId}-0${found.traceFlags & TraceFlags.SAMPLED}` : null
}

export function currentTraceId(): string | null {
  return (tracer && trace.getSpan(context.active())?.spanContext().traceId) ?? null
}

/** The trace of a phone call, as a parent: the same for everybody who knows the call. */
export function callTrace(call: { readonly connection: string; readonly callId: string }): string {
  const digest = createHash('sha256').update(`${call.connection}\n${call.callId}`).digest('hex')
  return `00-${digest.slice(0, 32)}-${digest.slice(32, 48)}-01`
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-|$)/

/** Null for what is no parent: it came from outside and is then as good as none. */
function contextOf(traceparent: string | null): Context | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? []
  if (!traceId || !spanId || !flags || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}

function openSpan(span: Span, inside: Context): OpenSpan {
  return {
    run: work => context.with(inside, work),
    note: attributes => {
      span.setAttributes(attributes)
    },
    end: result => {
      if (result === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(performance.now())
    },
  }
}
