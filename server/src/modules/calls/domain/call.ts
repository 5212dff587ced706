/**
 * One phone call, put together from events that may come in any order, twice, or not at all.
 *
 * States: ongoing → ended | not_connected | failed. Nothing leads back: an event that arrives late adds what it
 * knows and never reopens a call. A tool call or `call_analyzed` without `call_started` makes the call all the same.
 */
export type CallState = 'ongoing' | 'ended' | 'not_connected' | 'failed'

/** Who carried the call; the browser's are test calls. */
export type CallProvider = 'retell' | 'browser'

/** What one event says about a call, in our words. Absent: it says nothing about that. */
export type CallReport = {
  readonly state?: CallState
  readonly startedAt?: Temporal.Instant
  readonly endedAt?: Temporal.Instant
  readonly disconnectionReason?: string
  /** US cents times 100. */
  readonly costCentsHundredths?: number
  /** From the caller's last word to the agent's first, over the turns of the call. */
  readonly latency?: { readonly p50Ms: number; readonly p95Ms: number }
  readonly transcript?: ReadonlyArray<{ readonly role: 'agent' | 'user'; readonly text: string }>
  readonly recordingUrl?: string
  readonly analysis?: unknown
  /** When the caller was told that an AI is speaking. */
  readonly disclosedAt?: Temporal.Instant
}

/** A call as far as it is known. */
export type KnownCall = {
  readonly state: CallState
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly disconnectionReason: string | null
}

/** The reason of an end that our own timer assumed because no event told of it. */
export const ASSUMED_END = 'no_end_event'

/**
 * What the call is after the report: a final state stays, the earliest start counts, the first end stays. An end that
 * was only assumed gives way to the one that is told.
 */
export function mergeReport(before: KnownCall, report: CallReport): KnownCall {
  const assumed = before.disconnectionReason === ASSUMED_END && report.state !== undefined
  const known: KnownCall = assumed
    ? { ...before, state: 'ongoing', endedAt: null, disconnectionReason: null }
    : before
  const startedAt =
    report.startedAt && Temporal.Instant.compare(report.startedAt, known.startedAt) < 0
      ? report.startedAt
      : known.startedAt
  return {
    state: known.state === 'ongoing' ? (report.state ?? 'ongoing') : known.state,
    startedAt,
    endedAt: known.endedAt ?? report.endedAt ?? null,
    disconnectionReason: known.disconnectionReason ?? report.disconnectionReason ?? null,
  }
}
