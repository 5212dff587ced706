/** The way from one call to the product: signs, sends, writes every exchange into the call's record. */
import { setTimeout as delay } from 'node:timers/promises'
import type { CallRecord } from './call-record.ts'
import type { SignMode } from './call-script.ts'
import { type Exchange, isAccepted, openExchange, send } from './exchange.ts'
import { signRequest } from './sign-request.ts'
import { productAddress, type RequestKind, type Target } from './target.ts'

interface Delivery {
  readonly kind: RequestKind
  readonly name: string
  /** Null: none, and the signature is over nothing. */
  readonly body: object | null
  /** Another address than the product's for this kind, made of that. */
  readonly url?: ((product: string) => string) | null
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** How long to wait before each further attempt; as many attempts as waits, and the first. */
  readonly retryDelaysMs: readonly number[]
  /** So many answers count as lost, whatever they say. */
  readonly lostAnswers?: number
  /** Says that the answer can be used; a 2xx that cannot counts as a failure. Default: any 2xx. */
  readonly usable?: (exchange: Exchange) => boolean
  /** Called when the first attempt has its answer, or none. */
  readonly onFirstAttempt?: () => void
}

export interface ProductLine {
  /** Sends until an answer is accepted or the attempts are used up; returns the last exchange. */
  deliver(delivery: Delivery): Promise<Exchange>
}

export interface ProductLineOptions {
  readonly target: Target
  readonly now: () => number
  /** The time that the signatures carry. */
  readonly signingNow: () => number
  readonly sign: SignMode
  readonly record: CallRecord
  readonly signal: AbortSignal
}

export function createProductLine({
  target,
  now,
  signingNow,
  sign,
  record,
  signal,
}: ProductLineOptions): ProductLine {
  const attempt = async (delivery: Delivery, number: number): Promise<Exchange> => {
    // Every attempt is signed anew: nothing says whether Retell keeps the first signature (2026-11).
    const body = delivery.body === null ? '' : JSON.stringify(delivery.body)
    const signed = await signRequest(body, { key: target.apiKey, mode: sign, nowMs: signingNow() })
    const { kind, name, body: request } = delivery
    const address = productAddress(target, kind)
    const url = delivery.url?.(address) ?? address
    const exchange = openExchange({ kind, name, attempt: number, url, sent_at: now(), request }, signed)
    record.exchanges.push(exchange)
    const { timeoutMs, method = 'POST', headers = {} } = delivery
    await send(exchange, signed, { timeoutMs, signal, method, headers })
    if (number <= (delivery.lostAnswers ?? 0)) exchange.error = 'the answer was lost on purpose'
    return exchange
  }

  return {
    async deliver(delivery) {
      const usable = delivery.usable ?? isAccepted
      let exchange = await attempt(delivery, 1)
      delivery.onFirstAttempt?.()
      for (const [index, waitMs] of delivery.retryDelaysMs.entries()) {
        if (usable(exchange) || signal.aborted) break
        await delay(waitMs, undefined, { signal }).catch(() => undefined)
        if (signal.aborted) break
        exchange = await attempt(delivery, index + 2)
      }
      return exchange
    },
  }
}
