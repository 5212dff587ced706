/** Holds where the product is, the recordings and the calls placed so far, and places new ones. */
import type { PhoneCallResponse } from 'retell-sdk/resources/call'
import { ControlError } from '../web-server.ts'
import type { CallAgents } from './api/call-agents.ts'
import { type CallRecord, noteProblem } from './call-record.ts'
import { CallRequest, type CallRequestInput, type CallScript, type Recording } from './call-script.ts'
import { newCallId } from './ids.ts'
import type { InboundSetup } from './inbound-answer.ts'
import type { Lines } from './lines.ts'
import { placeCall } from './place-call.ts'
import { Target, type TargetInput } from './target.ts'

export interface Switchboard {
  readonly recordings: readonly Recording[]
  setTarget(target: TargetInput): Target
  /** Throws 409 until a target is set. */
  target(): Target
  /** Starts a call and returns its record, which fills in while the call runs. `setup`: of an outbound call. */
  place(request: CallRequestInput, setup?: InboundSetup): CallRecord
  /** Ends a call that is running. */
  stop(callId: string): void
  /** The latest calls, newest first. */
  calls(): readonly CallRecord[]
  /** Throws 404 for an id that was never given, or long ago. */
  call(callId: string): CallRecord
  /** The record of a call once it has finished. */
  finished(callId: string): Promise<CallRecord>
  /** Breaks off running calls and resolves when none is left. */
  close(): Promise<void>
}

export interface SwitchboardOptions {
  readonly recordings: ReadonlyMap<string, Recording>
  readonly now: () => number
  readonly signingNow: () => number
  readonly target?: TargetInput
  /** The waits before the second, third and fourth delivery; Retell does not document its own. */
  readonly retryDelaysMs: readonly number[]
  /** What the REST API shows of a call from now on. */
  readonly report: (call: PhoneCallResponse) => void
  readonly agents: CallAgents
  readonly lines: Lines
}

const CALLS_KEPT = 1_000

export function createSwitchboard(options: SwitchboardOptions): Switchboard {
  const { recordings, now, signingNow, retryDelaysMs, agents, lines } = options
  let target = options.target === undefined ? undefined : Target.parse(options.target)
  const placed = new Map<string, { record: CallRecord; finished: Promise<void>; stop: () => void }>()
  const closing = new AbortController()

  const currentTarget = (): Target => {
    if (target === undefined)
      throw new ControlError(409, 'nobody to call: PUT /_control/target {productUrl, apiKey} first')
    return target
  }

  const scriptOf = (request: CallRequest): CallScript => {
    const script = request.script ?? recordings.get(request.recording ?? '')
    if (script === undefined) throw new ControlError(404, `there is no recording "${request.recording}"`)
    return script
  }

  const entry = (callId: string) => {
    const found = placed.get(callId)
    if (found === undefined) throw new ControlError(404, `there is no call "${callId}"`)
    return found
  }

  return {
    recordings: [...recordings.values()],
    setTarget: given => {
      target = Target.parse(given)
      return target
    },
    target: currentTarget,
    place(input, setup) {
      const request = CallRequest.parse(input)
      const script = scriptOf(request)
      const general = currentTarget()
      const record = openRecord(request, script, now())
      const stopped = new AbortController()
      const play = async () => {
        await placeCall({
          record,
          script,
          request,
          now,
          signingNow,
          retryDelaysMs,
          signal: closing.signal,
          stopped: stopped.signal,
          report: options.report,
          ...{ agents, lines },
          ...(setup === undefined ? {} : { setup }),
          target: {
            ...general,
            connection: request.connection ?? general.connection,
            apiKey: request.key ?? general.apiKey,
          },
        }).catch((error: unknown) => {
          if (!closing.signal.aborted) noteProblem(record, String(error))
        })
        record.finished_at = now()
        record.state = record.problem === null ? 'done' : 'failed'
      }
      const stop = () => {
        stopped.abort()
      }
      placed.set(record.call_id, { record, finished: play(), stop })
      forgetOldest(placed)
      return record
    },
    stop: callId => {
      entry(callId).stop()
    },
    calls: () => [...placed.values()].map(({ record }) => record).reverse(),
    call: callId => entry(callId).record,
    async finished(callId) {
      const { record, finished } = entry(callId)
      await finished
      return record
    },
    async close() {
      for (const { record } of placed.values())
        if (record.state === 'running') noteProblem(record, 'broken off')
      closing.abort()
      await Promise.all([...placed.values()].map(({ finished }) => finished))
    },
  }
}

function openRecord(request: CallRequest, script: CallScript, placedAt: number): CallRecord {
  const from = request.from === undefined ? script.from : request.from
  return {
    call_id: newCallId(),
    title: script.title ?? 'Eigenes Skript',
    recording: request.recording ?? null,
    from: request.faults.withheld || from === null ? 'anonymous' : from,
    to: request.to ?? script.to,
    pace: request.pace,
    placed_at: placedAt,
    finished_at: null,
    state: 'running',
    problem: null,
    problems: [],
    inbound: 'waiting',
    ringing_ms: null,
    dropped: [],
    exchanges: [],
    transcript: [],
  }
}

/** Drops the oldest finished calls beyond the limit; running ones stay. */
function forgetOldest(placed: Map<string, { record: CallRecord }>): void {
  for (const [callId, { record }] of placed) {
    if (placed.size <= CALLS_KEPT) return
    if (record.state !== 'running') placed.delete(callId)
  }
}
