import { AsyncLocalStorage } from 'node:async_hooks'

/** What travels with a piece of work through HTTP, SQL, jobs and logs. */
export type RequestContext = {
  readonly requestId: string
  readonly tenantId?: string
  /** What whoever asks reads; where nobody asks, German. */
  readonly language?: 'de' | 'en'
  /** Who changes what is changed, for the record of changes; nobody named: the system. */
  actor?: string
  /** What whoever asked may do, once known (`platform/http/enforce-access.ts`). */
  permissions?: ReadonlySet<string>
  /** The only locations of the tenant that whoever asks acts for; null, and where nobody asks: all of them. */
  locations?: readonly string[] | null
}

const storage = new AsyncLocalStorage<RequestContext>()

/** Runs `work` so that everything it logs, enqueues and records carries this context. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work)
}

export function currentRequestId(): string | null {
  return storage.getStore()?.requestId ?? null
}

export function requestContext(): RequestContext | undefined {
  return storage.getStore()
}
