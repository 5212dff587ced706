/** One request to the product with a chosen body and signature, outside any call. */
import { z } from 'zod'
import { SignMode } from './call-script.ts'
import { openExchange, send } from './exchange.ts'
import { signRequest } from './sign-request.ts'
import { productAddress, RequestKind, type Target } from './target.ts'

export const RawRequest = z.strictObject({
  kind: RequestKind,
  /** A string is sent as it is, anything else as compact JSON. */
  body: z.unknown(),
  sign: SignMode.default('valid'),
  key: z.string().min(1).optional(),
  connection: z.string().min(1).optional(),
})
export type RawRequestInput = z.input<typeof RawRequest>

export interface RawAnswer {
  readonly status: number
  readonly took_ms: number
  readonly body: unknown
}

const TIMEOUT_MS = 30_000

/** Sends it once and returns the product's answer; throws if there is none. */
export async function sendRawRequest(
  input: RawRequestInput,
  target: Target,
  signingNow: () => number,
): Promise<RawAnswer> {
  const { kind, body, sign, key, connection } = RawRequest.parse(input)
  const sentAt = signingNow()
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  const signed = await signRequest(text, { key: key ?? target.apiKey, mode: sign, nowMs: sentAt })
  const exchange = openExchange(
    {
      kind,
      name: kind,
      attempt: 1,
      url: productAddress({ ...target, connection: connection ?? target.connection }, kind),
      sent_at: sentAt,
      request: body,
    },
    signed,
  )
  await send(exchange, signed, { timeoutMs: TIMEOUT_MS, signal: new AbortController().signal })
  if (exchange.status === null) throw new Error(`the product did not answer: ${exchange.error}`)
  return { status: exchange.status, took_ms: exchange.took_ms ?? 0, body: exchange.response }
}
