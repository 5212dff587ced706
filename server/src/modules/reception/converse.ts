import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { CallId, TenantId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { CallIdentity, CallRecord, Calls } from '../calls/index.ts'
import { createCallTool } from './call-tool.ts'
import { knownSurroundings } from './caller-name.ts'
import type { Lang } from './domain/dialogue/acts.ts'
import {
  afterChange,
  changeLanguage,
  followLanguage,
  saysMoreThanLanguage,
} from './domain/dialogue/decide/change-language.ts'
import { decide } from './domain/dialogue/decide/decide.ts'
import { type DialogueState, expectingOf, noWish } from './domain/dialogue/decide/dialogue-state.ts'
import { onToolAnswer } from './domain/dialogue/decide/on-tool-answer.ts'
import { startDialogue } from './domain/dialogue/decide/start-dialogue.ts'
import type { Speak, Turn } from './domain/dialogue/decide/turn.ts'
import { unmetWish } from './domain/dialogue/decide/unmet-wish.ts'
import type { ToolAnswers } from './domain/dialogue/tools.ts'
import { understand } from './domain/dialogue/understand/understand.ts'
import type { Expecting, Understanding } from './domain/dialogue/understand/understanding.ts'
import { receptionErrors } from './errors.ts'
import { type OpeningQuestion, questionIn } from './opening-question.ts'
import { homeLanguage } from './tools/home-language.ts'
import { upcomingServices } from './tools/own-appointments.ts'
import type { Tool, ToolAnswer, ToolContext, ToolParts } from './tools/tool.ts'
import type { LanguageModel } from './understanding/language-model.ts'
import { createReadAhead, hearWith, type ReadAhead } from './understanding/read-ahead.ts'

/** What the receptionist says in one turn. */
export type SpokenTurn = { readonly text: string; readonly acts: readonly string[] }

/** A tool that ran in a turn: what the turn's facts stand on. */
export type ToolRun = { readonly name: string; readonly args: unknown; readonly answer: ToolAnswer }

type Spoken = { readonly state: DialogueState; readonly next: Speak; readonly ran: readonly ToolRun[] }

/** How far a line has listened, and whatever else it must know again when it is dialled anew: plain JSON of its own. */
export type Mark = Readonly<Record<string, string | number>>

/** Looks at how far the line had listened and says what is new; null: nothing. Pure: it may be asked again. */
export type Listen = (mark: Mark | null, last: SpokenTurn) => { text: string; mark: Mark } | null

/** What is said on a line, and what the provider shall do once it was spoken. */
export type LineTurn = {
  readonly turn: SpokenTurn
  readonly lang: Lang
  readonly mark: Mark | null
  readonly afterwards: 'listen' | 'hang_up'
  readonly transferTo: string | null
  readonly ran: readonly ToolRun[]
}

/** What is stored between two turns: also what was heard last, to know it when it comes again, and what follows. */
type Stored = DialogueState & {
  readonly heard?: { readonly text: string; readonly at: string }
  readonly mark?: Mark
  readonly after?: Pick<LineTurn, 'afterwards' | 'transferTo'>
}

/** Nobody says the same sentence twice within this time, with our answer in between; a request that is repeated does. */
const SAME_REQUEST_MS = 1500

/** A rule that loops would hold the caller's transaction open; no turn needs more. */
const MOST_TOOLS_PER_TURN = 8

/**
 * A conversation in text: the pure dialogue, with the tools run in between. One turn is one transaction; the state
 * between two turns is a row, so a conversation survives a restart.
 */
export function createConverse(
  parts: ToolParts,
  { tools, model }: { tools: ReadonlyMap<string, Tool>; model: LanguageModel | null },
) {
  const { platform, calls } = parts
  const readAhead = createReadAhead(parts, model, loadState)
  const { begun, contextFor, greet, takeTurn, noteUnmetWish, hangUp } = createTurns(parts, tools)

  return {
    /** Picks up: opens the call and greets, with the disclosure that an AI is speaking. */
    start: async (tx: Tx, identity: CallIdentity): Promise<{ callId: CallId; turn: SpokenTurn }> => {
      const call = await calls.openCall(tx, identity)
      return { callId: call.id, turn: await greet(tx, call, 'kept') }
    },

    /** As `start`; a conversation that had begun is taken up where it was, for a line that broke and was dialled anew. */
    pickUp: async (
      tx: Tx,
      identity: CallIdentity,
      opening: OpeningQuestion | null = null,
    ): Promise<{ callId: CallId; turn: SpokenTurn; lang: Lang; kind: 'begun' | 'resumed' }> => {
      const call = await calls.openCall(tx, identity)
      const opened = { callId: call.id, lang: call.language }
      const before = await loadState(tx, call.id)
      if (before) return { ...opened, turn: before.lastTurn, kind: 'resumed' }
      return { ...opened, turn: await greet(tx, call, 'as_allowed', opening), kind: 'begun' }
    },

    /**
     * The caller says something; the same request sent twice is answered twice and heard once. Throws `calls/unknown`
     * and `reception/call-over`.
     */
    hear: async (
      tenantId: TenantId,
      heard: { callId: CallId; text: string },
    ): Promise<{ turn: SpokenTurn; ended: boolean; ran: readonly ToolRun[] }> => {
      const ahead = await readAhead(tenantId, { callId: heard.callId, textAfter: () => heard.text })
      return await platform.db.inTenant(tenantId, async tx => {
        const { call, before, context } = await begun(tx, heard.callId)
        if (isSameRequest(before, heard.text, platform.clock.now()))
          return { turn: before.lastTurn, ended: call.state !== 'ongoing', ran: [] }
        if (call.state !== 'ongoing') throw new AppError(receptionErrors.callOver)
        const { next, ran } = await takeTurn(context, before, { text: heard.text, ahead, words: 'kept' })
        const ended = next.afterwards === 'hang_up'
        if (ended) await hangUp(context, 'agent_hangup')
        return { turn: toTurn(next), ended, ran }
      })
    },

    /**
     * One turn on a provider's line, which tells all that was said so far again and again. `listen` finds what is new
     * under the lock of the call: however often and on however many sockets it is asked, it is heard once; without
     * anything new the last turn is the answer again. The provider ends the call. Throws `calls/unknown` and
     * `reception/call-over`.
     */
    follow: async (tenantId: TenantId, line: { callId: CallId; listen: Listen }): Promise<LineTurn> => {
      const newIn = (before: Stored) => line.listen(before.mark ?? null, before.lastTurn)
      const ahead = await readAhead(tenantId, {
        callId: line.callId,
        textAfter: before => newIn(before)?.text ?? null,
      })
      return await platform.db.inTenant(tenantId, async tx => {
        const { call, before, context } = await begun(tx, line.callId)
        if (call.state !== 'ongoing') throw new AppError(receptionErrors.callOver)
        const heard = newIn(before)
        const { lastTurn: turn, lang, mark: known = null, after = LISTENING } = before
        if (heard === null) return { turn, lang, mark: known, ran: [], ...after }
        const { text, mark } = heard
        const { state, next, ran } = await takeTurn(context, reopened(before, text), {
          ...{ text, mark, ahead },
          words: 'as_allowed',
        })
        return { turn: toTurn(next), lang: state.lang, mark, ran, ...afterTurn(next, ran) }
      })
    },

    /** A call of the line that is over, told by its provider: what was asked for in vain is noted. Said again, once. */
    hungUp: async (tx: Tx, callId: CallId): Promise<void> => {
      const call = await calls.lockCall(tx, callId)
      const state = call && (await loadState(tx, callId))
      if (!call || !state || state.waitsFor === 'ended') return
      await noteUnmetWish(await contextFor(tx, call), state)
      await saveState(tx, callId, { ...state, waitsFor: 'ended' })
    },

    /** The caller hangs up. Said again, nothing changes. */
    end: async (tenantId: TenantId, callId: CallId): Promise<void> =>
      await platform.db.inTenant(tenantId, async tx => {
        const call = await calls.lockCall(tx, callId)
        if (!call) throw new AppError(calls.errors.unknown)
        if (call.state !== 'ongoing') return
        const context = await contextFor(tx, call)
        const state = await loadState(tx, callId)
        if (state) await noteUnmetWish(context, state)
        await hangUp(context, 'user_hangup')
      }),
  }
}

/** What happens in a turn, inside its transaction. */
function createTurns(parts: ToolParts, tools: ReadonlyMap<string, Tool>) {
  const { platform, calls, tenants, catalogue } = parts
  const callTool = createCallTool(parts, tools)
  const hangUp = createHangUp(parts)

  return { begun, contextFor, greet, takeTurn, noteUnmetWish, hangUp }

  /** Once the call is locked, everything a turn begins with is asked for at once. */
  async function begun(
    tx: Tx,
    callId: CallId,
  ): Promise<{ call: CallRecord; before: Stored; context: ToolContext }> {
    const call = await calls.lockCall(tx, callId)
    if (!call) throw new AppError(calls.errors.unknown)
    const [before, context] = await Promise.all([loadState(tx, call.id), contextFor(tx, call)])
    if (!before) throw new AppError(receptionErrors.callOver)
    return { call, before, context }
  }

  async function greet(
    tx: Tx,
    call: CallRecord,
    words: Words,
    question: OpeningQuestion | null = null,
  ): Promise<SpokenTurn> {
    const context = await contextFor(tx, call)
    const { catalogue } = knownSurroundings(parts, context)
    const opening = startDialogue({
      lang: context.lang,
      homeLang: homeLanguage(context.tenant),
      catalogue,
      callerNumber: call.callerE164 === null ? 'withheld' : 'shown',
      upcoming: await upcomingServices(parts, context),
      mail: parts.messaging.mail(),
      question: questionIn(question, context.lang),
    })
    const spoken = await untilSpoken(context, opening)
    await Promise.all([
      saveState(tx, call.id, spoken.state),
      calls.markDisclosed(tx, call.id, context.now),
      recordTurn(context, 'receptionist', spoken.next, words),
    ])
    return toTurn(spoken.next)
  }

  async function takeTurn(
    context: ToolContext,
    before: Stored,
    { text, mark, ahead, words }: { text: string; mark?: Mark; ahead: ReadAhead | null; words: Words },
  ): Promise<Spoken> {
    const [spoken] = await Promise.all([
      respond(context, before, { text, ahead }),
      recordTurn(context, 'caller', { text }, words),
    ])
    const after = mark ? { mark, after: afterTurn(spoken.next, spoken.ran) } : {}
    const stored = { ...spoken.state, heard: { text, at: context.now.toString() }, ...after }
    await Promise.all([
      saveState(context.tx, context.call.id, stored),
      recordTurn(context, 'receptionist', spoken.next, words),
      recordWhatWasSaid(calls, context, spoken.next),
    ])
    if (spoken.next.afterwards === 'hang_up') await noteUnmetWish(context, spoken.state)
    return spoken
  }

  async function contextFor(tx: Tx, call: CallRecord): Promise<ToolContext> {
    const [tenant, known] = await Promise.all([tenants.read(tx), catalogue.knownBasics(tx)])
    return { tx, call, tenant, known, now: platform.clock.now(), lang: call.language }
  }

  async function respond(
    context: ToolContext,
    before: DialogueState,
    { text, ahead }: { text: string; ahead: ReadAhead | null },
  ): Promise<Spoken> {
    const { catalogue, findTimeIn } = knownSurroundings(parts, context)
    const aroundIn = (lang: Lang) => ({ lang, catalogue, findTime: findTimeIn(lang) })
    const readAs = (expecting: Expecting, lang: Lang) => understand(text, expecting, aroundIn(lang))
    const { state, changeTo } = followLanguage(before, text, lang => readAs(expectingOf(before), lang))
    if (changeTo !== null) return await respondInOther({ ...context, lang: changeTo }, state, readAs)
    const expecting = expectingOf(state)
    const asked = { expecting, around: aroundIn(state.lang) }
    const heard = hearWith(platform.metrics, readAs(expecting, state.lang), ahead, asked)
    return await untilSpoken(context, decide(state, heard))
  }

  /** The open question again in the new language; then whatever else was said is an answer to it. */
  async function respondInOther(
    context: ToolContext,
    before: DialogueState,
    readAs: (expecting: Expecting, lang: Lang) => Understanding,
  ): Promise<Spoken> {
    await calls.changeLanguage(context.tx, context.call.id, context.lang)
    const asked = await untilSpoken(context, changeLanguage(before, context.lang))
    const heard = readAs(expectingOf(asked.state), asked.state.lang)
    if (!saysMoreThanLanguage(asked.state, heard)) return asked
    const spoken = await untilSpoken(context, decide(afterChange(asked.state), heard))
    return { ...spoken, ran: [...asked.ran, ...spoken.ran] }
  }

  async function untilSpoken(context: ToolContext, first: Turn): Promise<Spoken> {
    let { state, next } = first
    const ran: ToolRun[] = []
    for (let count = 0; next.kind === 'call_tool'; count += 1) {
      if (count === MOST_TOOLS_PER_TURN)
        throw new Error(`A turn wanted more than ${MOST_TOOLS_PER_TURN} tools.`)
      const answer = await callTool(context, next)
      ran.push({ name: next.name, args: next.args, answer })
      ;({ state, next } = onToolAnswer(state, next.name, answer as unknown as ToolAnswers[typeof next.name]))
    }
    return { state, next, ran }
  }

  /** Who leaves in the middle of it has still asked for times and taken none. */
  async function noteUnmetWish(context: ToolContext, state: DialogueState): Promise<void> {
    const args = unmetWish(state)
    if (args !== null) await callTool(context, { kind: 'call_tool', name: 'record_wish', args })
  }

  async function recordTurn(
    context: ToolContext,
    who: 'caller' | 'receptionist',
    said: { text: string; acts?: readonly string[] },
    words: Words,
  ): Promise<void> {
    const kept = words === 'kept' || context.tenant.settings.store_transcripts
    await calls.recordEntry(context.tx, {
      callId: context.call.id,
      kind: 'turn',
      name: who,
      at: platform.clock.now(),
      arguments: { ...(kept ? { text: said.text } : {}), ...(said.acts ? { acts: said.acts } : {}) },
      tookMs: null,
      requestId: currentRequestId() ?? '',
      keep: 'words',
    })
  }
}

function createHangUp({ platform, calls }: ToolParts) {
  return async function hangUp({ tx, call }: ToolContext, reason: string): Promise<void> {
    const ended = { state: 'ended', endedAt: platform.clock.now(), disconnectionReason: reason } as const
    await calls.reportCall(tx, call.id, ended, { transcripts: false, recordings: false })
  }
}

/** Words of a test call are the owner's own and may be kept; those of callers only if the business keeps transcripts. */
type Words = 'kept' | 'as_allowed'

const LISTENING = { afterwards: 'listen', transferTo: null } as const

function afterTurn(
  { afterwards, acts }: Speak,
  ran: readonly ToolRun[],
): Pick<LineTurn, 'afterwards' | 'transferTo'> {
  const number = acts.includes('transfer')
    ? ran.findLast(({ answer }) => answer.status === 'transfer')?.answer.number
    : undefined
  return { afterwards, transferTo: typeof number === 'string' ? number : null }
}

/** Whoever speaks into the goodbye has not hung up: the provider keeps the line, and we listen again. */
function reopened(before: Stored, text: string): Stored {
  return before.waitsFor === 'ended' && text.trim() !== ''
    ? { ...before, waitsFor: 'anything_else', leaving: 'no' }
    : before
}

/** What is achieved by saying it: the caller was sent to help, or heard their appointments. */
async function recordWhatWasSaid(calls: Calls, { tx, call }: ToolContext, { acts }: Speak): Promise<void> {
  const fact = { callId: call.id, entityId: null }
  if (acts.includes('emergency')) await calls.recordFact(tx, { ...fact, kind: 'emergency' })
  if (acts.includes('list_appointments')) await calls.recordFact(tx, { ...fact, kind: 'answered' })
}

function toTurn(spoken: Speak): SpokenTurn {
  return { text: spoken.text, acts: spoken.acts }
}

function isSameRequest({ heard }: Stored, text: string, now: Temporal.Instant): boolean {
  if (heard === undefined || text.trim() === '' || text !== heard.text) return false
  return now.epochMilliseconds - Temporal.Instant.from(heard.at).epochMilliseconds < SAME_REQUEST_MS
}

async function saveState(tx: Tx, callId: CallId, state: Stored): Promise<void> {
  const text = JSON.stringify(state)
  await tx
    .insertInto('dialogue_state')
    .values({ call_id: callId, state: text })
    .onConflict(conflict => conflict.columns(['tenant_id', 'call_id']).doUpdateSet({ state: text }))
    .execute()
}

async function loadState(tx: Tx, callId: CallId): Promise<Stored | null> {
  const row = await tx
    .selectFrom('dialogue_state')
    .select('dialogue_state.state')
    .where('dialogue_state.tenant_id', '=', tx.tenantId)
    .where('dialogue_state.call_id', '=', callId)
    .executeTakeFirst()
  if (!row) return null
  const state = row.state as unknown as Stored
  // A call that began before an update lacks what that added.
  return {
    ...state,
    homeLang: state.homeLang ?? state.lang,
    wish: { ...noWish, ...state.wish },
    change: state.change ?? null,
    pendingQuestion: state.pendingQuestion ?? null,
  }
}
