import type { PermissionPage, RouteNeed } from './permission-page.ts'

/** What an answer says about who may. `in`: let through to the route, whatever that made of the request. */
export type Outcome =
  | 'in'
  | 'nobody'
  | 'not allowed'
  | 'no token'
  | 'foreign page'
  | 'unsigned'
  | 'hidden'
  | 'no socket'

/** Who asks, as far as it decides. */
export type Standing =
  /** Proves nothing, or something that is over, taken back or tampered with. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'key'; readonly scope: string; readonly limited?: true }
  | {
      readonly kind: 'session'
      readonly role: string
      /** To some locations of the business. */
      readonly limited?: true
      readonly fault?: 'no token' | 'foreign page' | 'no second factor'
    }

const REFUSALS: Readonly<Record<string, Outcome>> = {
  '401 /errors/access/not-authenticated': 'nobody',
  '401 /errors/access/bad-signature': 'unsigned',
  '403 /errors/access/not-allowed': 'not allowed',
  '403 /errors/access/csrf': 'no token',
  '403 /errors/access/foreign-page': 'foreign page',
  '404 /errors/platform/not-found': 'hidden',
}

export function outcomeOf(
  need: RouteNeed['need']['kind'],
  { status, body }: { readonly status: number; readonly body: string },
): Outcome | `answered ${number}` {
  if (status >= 500) return `answered ${status}`
  if (need === 'secret-address' && status === 404) return 'no socket'
  const outcome = REFUSALS[`${status} ${typeOf(body)}`] ?? 'in'
  // What is open to everybody may have nothing under a name.
  return need === 'public' && outcome === 'hidden' ? 'in' : outcome
}

/** What the page promises. Addresses are those of a client that came through a proxy. */
export function expectedOutcome(
  { granted }: PermissionPage,
  { need, method }: RouteNeed,
  asks: Standing & { readonly foreignPage?: boolean },
): Outcome {
  const changes = method !== 'GET'
  switch (need.kind) {
    case 'public':
      return changes && asks.foreignPage ? 'foreign page' : 'in'
    case 'signed':
      return 'unsigned'
    case 'secret-address':
      // Not a socket: the secret is not looked at (`voice-attacks.ts` dials).
      return 'no socket'
    case 'operator-address':
      return 'hidden'
    case 'tenant':
      if (asks.kind !== 'nobody' && asks.limited && need.atLocations === 'refused') return 'not allowed'
      return forTenant(granted.get(need.permission) ?? new Set(), asks, {
        changes,
        own: need.permission === 'own',
      })
    default:
      return need satisfies never
  }
}

function forTenant(
  granted: ReadonlySet<string>,
  asks: Standing,
  { changes, own }: { changes: boolean; own: boolean },
): Outcome {
  if (asks.kind === 'nobody') return 'nobody'
  if (asks.kind === 'key') return granted.has(`scope ${asks.scope}`) ? 'in' : 'not allowed'
  if (changes && asks.fault === 'no token') return 'no token'
  if (changes && asks.fault === 'foreign page') return 'foreign page'
  if (asks.fault === 'no second factor' && !own) return 'not allowed'
  return granted.has(`role ${asks.role}`) ? 'in' : 'not allowed'
}

function typeOf(body: string): string {
  try {
    return String((JSON.parse(body) as { type?: unknown }).type)
  } catch {
    return ''
  }
}
