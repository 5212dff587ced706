import { z } from 'zod'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

const LIFETIME_MS = 12 * 60 * 60 * 1000

const content = z.object({ tenant: z.uuid(), email: z.string(), expires: z.number() })

export type Session = { readonly tenantId: TenantId; readonly email: string }

/** A session as signed text in a cookie. Its CSRF token is derived from it, so neither needs a row. */
export function createSessionTokens({ keys, clock }: Pick<Platform, 'keys' | 'clock'>) {
  return {
    lifetimeSeconds: LIFETIME_MS / 1000,
    issue(session: Session): string {
      const expires = clock.now().epochMilliseconds + LIFETIME_MS
      const text = JSON.stringify({ tenant: session.tenantId, email: session.email, expires })
      const body = Buffer.from(text).toString('base64url')
      return `${body}.${keys.sign('session', body)}`
    },
    /** Null when it was not made by us or is over. */
    read(token: string): Session | null {
      const [body, signature] = token.split('.')
      if (!body || !signature || !keys.verify('session', body, signature)) return null
      const parsed = content.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
      if (parsed.expires <= clock.now().epochMilliseconds) return null
      return { tenantId: parsed.tenant as TenantId, email: parsed.email }
    },
    csrfFor: (token: string): string => keys.sign('csrf', token),
    csrfMatches: (token: string, csrf: string): boolean => keys.verify('csrf', token, csrf),
  }
}

export type SessionTokens = ReturnType<typeof createSessionTokens>
