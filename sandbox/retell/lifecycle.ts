/**
 * Sends the events of one call. In order, but a failing event holds nobody up: the call goes on after the first
 * attempt has been answered or has taken as long as a sentence, and further attempts run beside it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { AgentSettings, LifecycleEvent } from './agent-settings.ts'
import { type CallRecord, noteProblem } from './call-record.ts'
import type { Faults } from './call-script.ts'
import { isAccepted, outcomeOf } from './exchange.ts'
import type { ProductLine } from './product-line.ts'
import { fillKnown } from './template.ts'

export interface Lifecycle {
  /** Sends an event, if the agent is subscribed to it and no fault swallows it. */
  emit(event: LifecycleEvent, body: object): Promise<void>
  /** Sends what was kept back and resolves once every delivery has ended, one way or the other. */
  settle(): Promise<void>
}

export interface LifecycleOptions {
  readonly line: ProductLine
  readonly record: CallRecord
  readonly agent: AgentSettings
  readonly faults: Faults
  readonly retryDelaysMs: readonly number[]
  /** For variables in the agent's address. */
  readonly variables: Readonly<Record<string, string>>
}

const HEAD_START_MS = 1_000

export function createLifecycle({
  line,
  record,
  agent,
  faults,
  retryDelaysMs,
  variables,
}: LifecycleOptions): Lifecycle {
  const { webhook_url: ofAgent } = agent
  const url = ofAgent === null ? null : () => fillKnown(ofAgent, variables)
  const keptBack: { event: LifecycleEvent; body: object }[] = []
  const deliveries: Promise<void>[] = []

  const deliver = async (event: LifecycleEvent, body: object, onFirstAttempt: () => void) => {
    if (faults.delay_ms > 0) await delay(faults.delay_ms)
    const exchange = await line.deliver({
      kind: 'webhook',
      url,
      name: event,
      body: { event, ...withMore(body, faults.body) },
      timeoutMs: agent.webhook_timeout_ms,
      retryDelaysMs,
      lostAnswers: faults.lost_answers,
      onFirstAttempt,
    })
    if (isAccepted(exchange)) return
    noteProblem(record, `${event} was not accepted in ${exchange.attempt} attempts: ${outcomeOf(exchange)}`)
  }

  const start = async (event: LifecycleEvent, body: object) => {
    const firstAttempts = Array.from({ length: faults.duplicate ? 2 : 1 }, () => {
      const first = Promise.withResolvers<void>()
      deliveries.push(deliver(event, body, first.resolve))
      return first.promise
    })
    if (faults.delay_ms > 0) return
    const patience = new AbortController()
    await Promise.race([
      Promise.all(firstAttempts),
      delay(HEAD_START_MS, undefined, { signal: patience.signal }).catch(() => undefined),
    ])
    patience.abort()
  }

  return {
    async emit(event, body) {
      if (!agent.webhook_events.includes(event)) return
      if (faults.drop.includes(event)) {
        record.dropped.push(event)
      } else if (faults.reorder && event !== 'transcript_updated') {
        keptBack.push({ event, body })
      } else {
        await start(event, body)
      }
    },
    async settle() {
      for (const { event, body } of keptBack.reverse()) await start(event, body)
      await Promise.all(deliveries)
    },
  }
}

const UMLAUTS = 'Grüße aus Köln: Äpfel, Öl, Übermut, weiß, naïve Señorita, 日本語, 💇'
const MEGABYTE = 1024 * 1024

/** Words that nobody said stand where Retell puts what was injected into a call. */
function withMore(body: object, kind: Faults['body']): object {
  if (kind === 'plain') return body
  const content = kind === 'umlauts' ? UMLAUTS : UMLAUTS.repeat(Math.ceil(MEGABYTE / UMLAUTS.length))
  const { call, ...beside } = body as { call: { transcript_with_tool_calls?: unknown[] } }
  const woven = [...(call.transcript_with_tool_calls ?? []), { role: 'injected', content, time_sec: 0 }]
  return { call: { ...call, transcript_with_tool_calls: woven }, ...beside }
}
