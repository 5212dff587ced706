import { isDeepStrictEqual } from 'node:util'
import type { Exchange } from '../../sandbox/retell/exchange.ts'
import type { Target } from '../../sandbox/retell/target.ts'
import type { CallId } from '../../server/src/platform/ids/ids.ts'
import { callerOf } from '../../server/src/roles/simulate/caller-of.ts'
import { readState } from '../../server/src/roles/simulate/grade/read-state.ts'
import { holdInWorld } from '../../server/src/roles/simulate/hold-in-world.ts'
import type { Line, OpenWorld } from '../../server/src/roles/simulate/open-world.ts'
import { type HeldCall, runCall } from '../../server/src/roles/simulate/run-call.ts'
import type { CallerScript } from '../../server/src/roles/simulate/script.ts'
import { WORLDS } from '../../server/src/worlds/seed-worlds.ts'
import { asTemplates, masked } from './as-templates.ts'
import { type Beat, beatsOf, type ToolAnswer, type ToolBeat } from './beats.ts'
import { createHostedCall, type HostedCall } from './hosted-call.ts'
import { wrongTypes } from './wrong-types.ts'

export type Replayed = {
  readonly tools: number
  readonly requests: number
  readonly problems: readonly string[]
}

/** Where the product listens, in the process of the line on which the calls in text are held. */
export type ServedLine = { readonly line: Line; readonly target: Target }

/** Whoever asks for a person or a callback gets it, whatever else a model sends; more of the same changes nothing. */
const ASKS_FOR_NOTHING = new Set(['request_callback', 'transfer_call'])

/** These write nothing that a state could show. */
const ONLY_READS = new Set([
  'answer_question',
  'find_slots',
  'get_context',
  'list_services',
  'my_appointments',
])

/** A write is asked for again so long after the caller talked over its answer. */
const LATE_MS = 4000

/**
 * Holds a scripted call in text, and then has a hosted model ask for every tool of it over signed HTTP in a world of its
 * own: each twice at the same moment, with arguments of wrong types before, and again after the caller interrupted.
 * The answers must be those of the call in text, and the rows those of the script.
 */
export async function replayScript(served: ServedLine, script: CallerScript): Promise<Replayed> {
  const { line } = served
  const text = await holdInWorld(line, script, world =>
    runCall(line, world, { script, caller: callerOf(script, world) }),
  )
  if (text.problems.length > 0) return { tools: 0, requests: 0, problems: text.problems }
  const beats = await beatsOf(line, text)
  const seen = { tools: 0, requests: 0, problems: [] as string[] }
  const { problems } = await holdInWorld(line, withoutOwnWords(script, text.call), async world => {
    const replay = createReplay(served, { script, world, seen })
    return { ...text.call, callId: await replay(beats) }
  })
  return { ...seen, problems: [...seen.problems, ...problems] }
}

/** What comes of a sentence of the conversation alone does not come of a tool. */
function withoutOwnWords(script: CallerScript, { turns }: HeldCall): CallerScript {
  const acts = new Set(turns.flatMap(turn => turn.acts))
  const ownWords = acts.has('emergency') || acts.has('list_appointments')
  const byHangingUp = script.expect.outcome === 'abandoned' || script.expect.outcome === 'failed'
  return ownWords || byHangingUp ? { ...script, expect: { ...script.expect, outcome: undefined } } : script
}

function createReplay(
  { line, target }: ServedLine,
  about: {
    script: CallerScript
    world: OpenWorld
    seen: { tools: number; requests: number; problems: string[] }
  },
) {
  const { script, world, seen } = about
  const { db } = line.app.platform
  const phone = { target, from: script.call.from ?? 'anonymous', to: world.ownNumber }
  const now = (): number => line.clock.now().epochMilliseconds
  const call = createHostedCall({ ...phone, now, requests: 2 })
  const stranger = createHostedCall({ ...phone, now, requests: 1 })
  const services = WORLDS[script.world]?.catalogue.services ?? []
  const drawn = services.some(({ assignment }) => assignment === 'weighted') ? world.staff : []
  const shown = (answer: unknown): unknown => masked(answer as ToolAnswer, drawn)
  const state = async () => await db.inTenant(world.tenantId, readState)

  return async (beats: readonly Beat[]): Promise<CallId> => {
    await check({ name: 'get_context', args: {}, answer: null })
    const callId = await idOf(call)
    const answers: ToolAnswer[] = []
    for (const beat of beats) {
      if (beat.kind === 'said') await call.said(beat.role, beat.text)
      else await replayTool(beat, answers, callId)
    }
    return callId
  }

  async function replayTool(beat: ToolBeat, answers: ToolAnswer[], callId: CallId): Promise<void> {
    line.clock.set(beat.at.toString())
    if (!ASKS_FOR_NOTHING.has(beat.name)) await sendWrongTypes(beat)
    const args = { ...asTemplates(await withCode(beat, callId), answers), language: beat.lang }
    const { name, answer } = beat
    const given = await check({ name, args, answer, save: `a${answers.length}` })
    answers.push(answer)
    if (given === undefined) return
    const before = ONLY_READS.has(name) ? null : await state()
    await askLate({ name, args, given })
    if (before !== null && !isDeepStrictEqual(await state(), before))
      seen.problems.push(`${name}, asked late, wrote again`)
  }

  /** No timeline keeps a code; whoever is called gets one of their own. */
  async function withCode({ name, args, answer }: ToolBeat, callId: CallId): Promise<ToolAnswer> {
    if (name !== 'verify_code' || answer.status !== 'verified') return args
    const code = await db.inTenant(world.tenantId, tx =>
      line.app.modules.customers.codes.sentIn(tx, callId, line.clock.now()),
    )
    return { ...args, code }
  }

  /** Both requests of a tool are answered as the call in text was; returns the answer. */
  async function check(asked: {
    name: string
    args: Record<string, unknown>
    answer: ToolAnswer | null
    save?: string
  }): Promise<ToolAnswer | undefined> {
    const exchanges = await call.ask(asked)
    seen.tools += 1
    seen.requests += exchanges.length
    const wanted = asked.answer ?? (exchanges[0]?.response as ToolAnswer)
    for (const exchange of exchanges)
      if (!isSentence(exchange) || !isDeepStrictEqual(shown(exchange.response), shown(wanted)))
        report(exchange, `not as in text, where it was ${JSON.stringify(wanted)}`)
    return exchanges[0]?.response as ToolAnswer | undefined
  }

  /** A write that comes again after the caller interrupted is the same write. */
  async function askLate({
    name,
    args,
    given,
  }: {
    name: string
    args: Record<string, unknown>
    given: ToolAnswer
  }) {
    line.clock.advance(LATE_MS)
    await call.said('user', 'Moment, Moment!')
    const wrong = ASKS_FOR_NOTHING.has(name) ? wrongTypes(args, seen.tools) : []
    for (const again of [args, ...wrong])
      for (const exchange of await call.ask({ name, args: again })) {
        seen.requests += 1
        if (!isSentence(exchange) || (exchange.response as ToolAnswer).status !== given.status)
          report(exchange, `late, not as before: ${JSON.stringify(given)}`)
      }
  }

  async function sendWrongTypes({ name, args }: ToolBeat): Promise<void> {
    const before = await state()
    for (const wrong of wrongTypes(args, seen.tools))
      for (const exchange of await stranger.ask({ name, args: wrong })) {
        seen.requests += 1
        if (!isSentence(exchange)) report(exchange, 'no sentence')
      }
    if (!isDeepStrictEqual(await state(), before)) seen.problems.push(`${name} wrote with wrong types`)
  }

  function report({ name, request, status, error, response }: Exchange, why: string): void {
    const { args } = request as { args: unknown }
    seen.problems.push(
      `${name} ${JSON.stringify(args)}: ${error ?? status} ${JSON.stringify(response)}: ${why}`,
    )
  }

  async function idOf({ id }: HostedCall): Promise<CallId> {
    const wanted = { from: null, to: null, after: null, providerCallId: id, limit: 1 }
    const [view] = await db.inTenant(world.tenantId, tx => line.app.modules.calls.listCalls(tx, wanted))
    if (!view) throw new Error('The first tool opens the call.')
    return view.id
  }
}

function isSentence({ error, status, response }: Exchange): boolean {
  const { status: word, say } = (response ?? {}) as ToolAnswer
  return error === null && status === 200 && typeof word === 'string' && typeof say === 'string'
}
