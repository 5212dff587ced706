import type { LifecycleEvent } from './agent-settings.ts'
import type { Exchange } from './exchange.ts'
import type { WovenItem } from './transcript.ts'

/** The full log of one placed call, as `/_control/calls/{id}` shows it. */
export interface CallRecord {
  readonly call_id: string
  readonly title: string
  readonly recording: string | null
  readonly from: string
  readonly to: string
  readonly pace: 'instant' | 'natural'
  readonly placed_at: number
  finished_at: number | null
  /** `failed`: the script could not be played to its end, or the product broke the contract. */
  state: 'running' | 'done' | 'failed'
  /** The first of the problems. */
  problem: string | null
  readonly problems: string[]
  /** What the product said before the call was answered; `skipped` for outbound calls. */
  inbound: 'waiting' | 'accepted' | 'rejected' | 'failed' | 'skipped'
  /** How long the caller heard it ring, in ms; null: not yet answered, or an outbound call. */
  ringing_ms: number | null
  /** Events that a fault kept from being sent. */
  readonly dropped: LifecycleEvent[]
  readonly exchanges: Exchange[]
  transcript: readonly WovenItem[]
}

/** Notes what went wrong; the call goes on, as it would on the phone. */
export function noteProblem(record: CallRecord, problem: string): void {
  record.problem ??= problem
  record.problems.push(problem)
}
