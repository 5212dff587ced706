import { type ApiFault, createApiFaults } from '../api-faults.ts'
import { createWebServer, listen } from '../web-server.ts'
import { registerApiControlRoutes } from './api/api-control-routes.ts'
import { createCallAgents } from './api/call-agents.ts'
import { addNumbers, type KnownNumbers } from './api/known-numbers.ts'
import { registerApi } from './api/register-api.ts'
import { createStoredCalls } from './api/stored-calls.ts'
import { createVersionedAssets } from './api/versioned-assets.ts'
import type { CallRecord } from './call-record.ts'
import type { CallRequestInput } from './call-script.ts'
import { registerControlRoutes } from './control-routes.ts'
import { type DialLine, dialLine, type Line } from './line/dial-line.ts'
import { createLines, type LineLimits } from './lines.ts'
import { type RawAnswer, type RawRequestInput, sendRawRequest } from './raw-request.ts'
import { loadRecordings } from './recordings.ts'
import { createSwitchboard } from './switchboard.ts'
import type { TargetInput } from './target.ts'
import { registerWebCallRoutes } from './web/web-call-routes.ts'
import { createWebCalls } from './web/web-calls.ts'

export type { CallRecord } from './call-record.ts'
export type { CallRequestInput } from './call-script.ts'
export type { AgentTurn, Line } from './line/dial-line.ts'

export interface StartRetell {
  /** 0, the default, takes a free port. */
  readonly port?: number
  readonly host?: string
  /** Epoch milliseconds; dates the calls. */
  readonly now?: () => number
  /** Dates the signatures, for a product that checks them by another clock; default: `now`. */
  readonly signingNow?: () => number
  readonly target?: TargetInput
  /** The waits before the second, third and fourth delivery of an event. */
  readonly retryDelaysMs?: readonly number[]
  /** How long a web call waits for its caller; default: 30 s. */
  readonly joinWithinMs?: number
}

export interface RetellSimulator extends AsyncDisposable {
  readonly url: string
  setTarget(target: TargetInput): void
  /** Starts a call and returns its id. */
  placeCall(request: CallRequestInput): string
  /** Starts a call and resolves with its full log when it has finished. */
  playCall(request: CallRequestInput): Promise<CallRecord>
  call(callId: string): CallRecord
  finished(callId: string): Promise<CallRecord>
  /** A call whose agent is the product itself, over the custom-LLM websocket; whoever dials says when what is said. */
  dial(line: DialLine): Line
  /** The next so many requests of the REST API are answered wrongly. */
  failApi(fault: ApiFault): void
  /** No request fails any more; how many did. */
  mendApi(): number
  /** Numbers that are imported already. */
  knowNumbers(numbers: readonly string[]): void
  /** How many calls there may be at once, and what becomes of one more. */
  limitLines(limits: Partial<LineLimits>): void
  /** One signed request of its own; rejects if the product does not answer. */
  request(request: RawRequestInput): Promise<RawAnswer>
  close(): Promise<void>
}

/** Starts the telephony simulator: the page, the control API, and the calls it places. */
export async function startRetell(options: StartRetell = {}): Promise<RetellSimulator> {
  const { port = 0, host = '127.0.0.1', now = Date.now, retryDelaysMs = [1_000, 2_000, 4_000] } = options
  const { signingNow = now } = options
  const calls = createStoredCalls()
  const numbers: KnownNumbers = new Map()
  const agents = createVersionedAssets({ prefix: 'agent', idField: 'agent_id' }, now)
  const llms = createVersionedAssets({ prefix: 'llm', idField: 'llm_id' }, now)
  const lines = createLines(calls.live)
  const callAgents = createCallAgents(agents, llms, numbers)
  const switchboard = createSwitchboard({
    report: calls.report,
    agents: callAgents,
    lines,
    recordings: await loadRecordings(),
    now,
    signingNow,
    retryDelaysMs,
    ...(options.target === undefined ? {} : { target: options.target }),
  })
  const webCalls = createWebCalls({
    ...{ agents: callAgents, target: switchboard.target, now, signingNow, retryDelaysMs },
    report: calls.report,
    ...(options.joinWithinMs === undefined ? {} : { joinWithinMs: options.joinWithinMs }),
  })
  const server = await createWebServer('retell/page')
  const faults = createApiFaults((_status, message) => ({ status: 'error', message }))
  registerControlRoutes(server, switchboard, signingNow)
  registerApiControlRoutes(server, { faults, numbers, agents, webCalls, lines, now })
  await registerApi(server, { switchboard, calls, faults, numbers, agents, llms, webCalls, lines, now })
  registerWebCallRoutes(server, webCalls)
  const url = await listen(server, { host, port })
  const close = async () => {
    await switchboard.close()
    await webCalls.close()
    await server.close()
  }
  return {
    url,
    setTarget: target => {
      switchboard.setTarget(target)
    },
    placeCall: request => switchboard.place(request).call_id,
    playCall: request => switchboard.finished(switchboard.place(request).call_id),
    call: switchboard.call,
    finished: switchboard.finished,
    dial: dialLine,
    failApi: faults.set,
    mendApi: faults.clear,
    knowNumbers: known => {
      addNumbers(numbers, known, now())
    },
    limitLines: lines.set,
    request: request => sendRawRequest(request, switchboard.target(), signingNow),
    close,
    [Symbol.asyncDispose]: close,
  }
}
