import type { ProblemBody, Slot } from './contract.ts'

/** A request that was refused (`status` ≥ 400) or never answered (`status` 0). */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly title: string
  readonly detail: string | null
  readonly requestId: string | null
  readonly type: string | null
  readonly verdict: string | null
  readonly alternatives: readonly Slot[]
  readonly terms: ProblemBody['terms'] | null

  constructor(facts: { status: number; body?: ProblemBody; requestId?: string | null; cause?: unknown }) {
    super(facts.body?.title ?? `HTTP ${facts.status}`, { cause: facts.cause })
    this.status = facts.status
    this.title = facts.body?.title ?? ''
    this.detail = facts.body?.detail ?? null
    this.requestId = facts.body?.instance ?? facts.requestId ?? null
    this.type = facts.body?.type ?? null
    this.verdict = facts.body?.verdict ?? null
    this.alternatives = facts.body?.alternatives ?? []
    this.terms = facts.body?.terms ?? null
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem({ status: 0, cause: error })

export const isUnauthenticated = (error: unknown) => error instanceof Problem && error.status === 401
export const isNotFound = (error: unknown) => error instanceof Problem && error.status === 404
