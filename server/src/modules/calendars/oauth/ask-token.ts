import { z } from 'zod'
import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Failure } from '../provider-failure.ts'
import { failureOf, readJson } from '../provider-failure.ts'

export type TokenAnswer = {
  readonly token: string
  readonly lastsSeconds: number
  /** Only with a consent, or when the provider replaces the old one. */
  readonly refreshToken: string | null
  readonly scopes: readonly string[]
}

/** `providerTime`: what the other side's clock shows, for those who have to know. */
export type Refused = Failure & { readonly error?: string; readonly providerTime?: Temporal.Instant | null }

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().int().positive().default(3600),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().default(''),
})
const refused = z.object({ error: z.string(), error_description: z.string().default('') })

/**
 * Asks a provider's token endpoint (RFC 6749 §3.2). Everything that only a person can mend is `unauthorised`, with the
 * provider's own words.
 */
export async function askToken(
  outbound: Outbound,
  wanted: {
    provider: string
    connection: string
    tenantId: string
    url: string
    form: Readonly<Record<string, string>>
  },
): Promise<{ readonly kind: 'done'; readonly value: TokenAnswer } | Refused> {
  const { provider, connection, tenantId, url, form } = wanted
  try {
    const response = await outbound.request({
      ...{ provider, connection, tenantId, url, operation: 'get token', method: 'POST' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      expect: [400, 401, 403],
      // A code or token that was used is refused the second time, and harms nobody.
      repeat: 'safe',
    })
    const json = readJson(response.text)
    if (response.status < 300) {
      const token = granted.safeParse(json)
      if (!token.success) return { kind: 'later', detail: 'The token cannot be read.', afterSeconds: null }
      return { kind: 'done', value: toAnswer(token.data) }
    }
    const { error, error_description } = refused.catch({ error: '', error_description: '' }).parse(json)
    const detail = `${error || response.status}: ${error_description}`.slice(0, 500)
    return { kind: 'unauthorised', detail, error, providerTime: readDate(response.headers.date) }
  } catch (error) {
    return failureOf(error, 'reads')
  }
}

function toAnswer({ access_token, expires_in, refresh_token, scope }: z.infer<typeof granted>): TokenAnswer {
  return {
    token: access_token,
    lastsSeconds: expires_in,
    refreshToken: refresh_token ?? null,
    scopes: scope.split(' ').filter(one => one !== ''),
  }
}

function readDate(header: string | undefined): Temporal.Instant | null {
  const epochMs = Date.parse(header ?? '')
  return Number.isNaN(epochMs) ? null : Temporal.Instant.fromEpochMilliseconds(epochMs)
}
