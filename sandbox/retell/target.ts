import { z } from 'zod'

/** Where the product is, and the API key of the connection whose signature it accepts. */
export const Target = z.strictObject({
  productUrl: z.url({ protocol: /^https?$/ }),
  connection: z.string().min(1).default('default'),
  apiKey: z.string().min(1),
})
export type Target = z.infer<typeof Target>
export type TargetInput = z.input<typeof Target>

/** What Retell sends: call events, the question before a call is answered, and calls of custom functions. */
export const RequestKind = z.enum(['webhook', 'inbound', 'tools'])
export type RequestKind = z.infer<typeof RequestKind>

const PATHS: Record<RequestKind, (connection: string) => string> = {
  webhook: connection => `/webhooks/retell/${connection}`,
  inbound: connection => `/voice/retell/${connection}/inbound`,
  tools: connection => `/voice/retell/${connection}/tools`,
}

export function productAddress(target: Target, kind: RequestKind): string {
  return target.productUrl.replace(/\/+$/, '') + PATHS[kind](encodeURIComponent(target.connection))
}
