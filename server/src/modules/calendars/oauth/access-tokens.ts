import type { Clock } from '../../../platform/time/clock.ts'
import type { CalendarAccount } from '../port.ts'
import type { Failure } from '../provider-failure.ts'

export type FreshToken = {
  readonly token: string
  readonly lastsSeconds: number
  /** The secrets that count from now on, if the provider has replaced some. */
  readonly secrets?: unknown
}
export type TokenResult = { readonly kind: 'done'; readonly value: string } | Failure

/** Before it ends: a request that is under way then must still be believed. */
const EARLY_SECONDS = 60
const MOST = 5000

/**
 * Access tokens, kept in this process for as long as they live. One that belongs to other secrets than the account has
 * now is not used: who connects anew is not served by the old consent. Those who ask at once share one request.
 */
export function createAccessTokens(
  clock: Clock,
  fetchToken: (
    account: CalendarAccount,
  ) => Promise<{ readonly kind: 'done'; readonly value: FreshToken } | Failure>,
) {
  const kept = new Map<string, { secrets: string; token: string; until: number }>()
  const running = new Map<string, Promise<TokenResult>>()

  const fetchNew = async (account: CalendarAccount): Promise<TokenResult> => {
    const fetched = await fetchToken(account)
    if (fetched.kind !== 'done') return fetched
    const { token, lastsSeconds, secrets } = fetched.value
    if (secrets !== undefined) await account.keepSecrets(secrets)
    const until = clock.now().epochMilliseconds + (lastsSeconds - EARLY_SECONDS) * 1000
    kept.delete(account.connectionId)
    kept.set(account.connectionId, { secrets: JSON.stringify(secrets ?? account.secrets), token, until })
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return { kind: 'done', value: token }
  }

  return {
    async get(account: CalendarAccount): Promise<TokenResult> {
      const secrets = JSON.stringify(account.secrets)
      const known = kept.get(account.connectionId)
      if (known?.secrets === secrets && known.until > clock.now().epochMilliseconds)
        return { kind: 'done', value: known.token }
      const question = `${account.connectionId} ${secrets}`
      const asked = running.get(question) ?? fetchNew(account).finally(() => running.delete(question))
      running.set(question, asked)
      return await asked
    },
    /** The provider no longer takes it. */
    forget(account: CalendarAccount, token: string): void {
      if (kept.get(account.connectionId)?.token === token) kept.delete(account.connectionId)
    },
  }
}

export type AccessTokens = ReturnType<typeof createAccessTokens>
