import type { Act, ToolRun } from '../../modules/reception/index.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import { newId } from '../../platform/ids/ids.ts'
import type { Caller, Move } from './caller/caller.ts'
import type { HeardTurn, Option } from './caller/hear-turn.ts'
import { unproven } from './grade/unproven.ts'
import type { Line, OpenWorld } from './open-world.ts'
import type { CallerScript } from './script.ts'

/** One turn of the receptionist, with what it said without proof. */
export type HeldTurn = {
  readonly caller: string | null
  readonly text: string
  readonly acts: readonly Act[]
  readonly at: Temporal.Instant
  /** The language in which the call was held by then. */
  readonly lang: 'de' | 'en'
  /** The tools that ran for it. */
  readonly ran: readonly ToolRun[]
  readonly unproven: readonly string[]
}

export type HeldCall = {
  readonly callId: CallId
  readonly turns: readonly HeldTurn[]
  readonly ended: boolean
}

/** What the receptionist says to what was said, and what it did for it. */
export type Answer = {
  readonly turn: { text: string; acts: readonly string[] }
  readonly ended: boolean
  readonly ran: readonly ToolRun[]
}

/** The way on which words go between a caller and the receptionist, for one call. */
export type CallChannel = {
  begin(): Promise<{ callId: CallId; turn: Answer['turn'] }>
  hear(callId: CallId, move: Move): Promise<Answer>
  /** The caller hangs up, or was put through. */
  end(callId: CallId): Promise<void>
}
export type OpenChannel = (line: Line, world: OpenWorld, script: CallerScript) => CallChannel

const TURN_MS = 6000
const SILENCE_MS = 10_000
const MOST_TURNS = 60
const EMERGENCY_NUMBERS = ['112', '116117']

/** Holds a call to its end: in the receptionist's goodbye, or when the caller hangs up. */
export async function runCall(
  line: Line,
  world: OpenWorld,
  { script, caller, openChannel }: { script: CallerScript; caller: Caller; openChannel?: OpenChannel },
): Promise<HeldCall> {
  const channel = (openChannel ?? textChannel)(line, world, script)
  const begun = await channel.begin()
  const { callId } = begun
  const ran: ToolRun[] = []
  const turns: HeldTurn[] = []
  let answer: Answer = { turn: begun.turn, ended: false, ran: [] }
  let said: string | null = null
  while (turns.length < MOST_TURNS) {
    ran.push(...answer.ran)
    turns.push(await heldTurn(line, world, { callId, said, answer, ran, script }))
    if (answer.ended) return { callId, turns, ended: true }
    const code = answer.turn.acts.includes('ask_code') ? await codeIn(line, world, callId) : null
    const move = caller.hear({ ...heardTurn(line, world, answer, ran), code })
    if (move.kind === 'hang_up' || answer.turn.acts.includes('transfer')) {
      await channel.end(callId)
      return { callId, turns, ended: true }
    }
    line.clock.advance(move.kind === 'silence' ? TURN_MS + SILENCE_MS : TURN_MS)
    said = move.kind === 'say' ? move.text : ''
    answer = await channel.hear(callId, move)
  }
  await channel.end(callId)
  return { callId, turns, ended: false }
}

/** Words alone, without a provider in between. */
const textChannel: OpenChannel = (line, world, script) => ({
  begin: () => begin(line, world, script),
  hear: (callId, move) => hear(line, world, callId, move),
  end: callId => line.app.modules.reception.conversation.end(world.tenantId, callId),
})

async function begin({ app }: Line, world: OpenWorld, script: CallerScript) {
  const connection = await app.modules.voice.connections.find('browser')
  if (!connection) throw new Error('The platform’s connection for conversations in text is missing.')
  return await app.platform.db.inTenant(world.tenantId, tx =>
    app.modules.reception.conversation.start(tx, {
      connectionId: connection.id,
      provider: 'browser',
      providerCallId: `simulated_${newId<'simulation'>()}`,
      locationId: world.locationId,
      direction: 'inbound',
      callerE164: script.call.from,
      calledE164: script.call.to ?? world.number,
    }),
  )
}

/** Two requests with the same words may arrive beside each other; the caller hears whatever answers last. */
async function hear({ app }: Line, world: OpenWorld, callId: CallId, move: Move): Promise<Answer> {
  const { conversation } = app.modules.reception
  const text = move.kind === 'say' ? move.text : ''
  const request = (): Promise<Answer> => conversation.hear(world.tenantId, { callId, text })
  if (move.kind !== 'say' || move.requests === 1) return await request()
  const [first, second] = await Promise.all([request(), request()])
  return { ...first, ran: [...first.ran, ...second.ran] }
}

function heardTurn({ app }: Line, world: OpenWorld, { turn }: Answer, ran: readonly ToolRun[]): HeardTurn {
  return {
    acts: turn.acts as readonly Act[],
    text: turn.text,
    options: optionsIn(app, world, turn.text, ran),
    readings: listIn(ran.at(-1)?.answer.candidates),
    code: null,
  }
}

/** What a caller reads in the mail that was sent to them. */
async function codeIn({ app, clock }: Line, world: OpenWorld, callId: CallId): Promise<string | null> {
  return await app.platform.db.readTenant(world.tenantId, tx =>
    app.modules.customers.codes.sentIn(tx, callId, clock.now()),
  )
}

/** The slots of the sentence that a tool made; else those that the words name one by one; else those found last. */
function optionsIn(app: Line['app'], world: OpenWorld, text: string, ran: readonly ToolRun[]): Option[] {
  const offers = ran.filter(({ answer }) => slotsIn(answer).length > 0).map(({ answer }) => answer)
  const said = offers.findLast(({ say }) => text.includes(say))
  const named = dedupe(offers.flatMap(slotsIn).filter(({ spoken }) => text.includes(spoken)))
  const last = offers.at(-1)
  const meant = said ? slotsIn(said) : named.length > 0 ? named : last ? slotsIn(last) : []
  return meant.flatMap(({ token, spoken }) => {
    const start = app.modules.scheduling.slotStart(world.tenantId, token)
    return start === null ? [] : [{ start, spoken, staff: world.staff.filter(name => spoken.includes(name)) }]
  })
}

type Offered = { readonly token: string; readonly spoken: string }

function slotsIn(answer: ToolRun['answer']): Offered[] {
  return [answer.slots, answer.alternatives, visitsIn(answer)]
    .flatMap(list => (Array.isArray(list) ? (list as Partial<Offered>[]) : []))
    .filter((slot): slot is Offered => typeof slot.token === 'string' && typeof slot.spoken === 'string')
}

/** Of a visit its first appointment, which the offer names. */
function visitsIn({ visits }: ToolRun['answer']): Partial<Offered>[] {
  if (!Array.isArray(visits)) return []
  return (visits as { tokens: string[]; spoken: string }[]).map(({ tokens, spoken }) => ({
    spoken,
    ...(tokens[0] === undefined ? {} : { token: tokens[0] }),
  }))
}

function dedupe(slots: readonly Offered[]): Offered[] {
  return [...new Map(slots.map(slot => [slot.spoken, slot])).values()]
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

/** What is committed by then is read in a transaction of its own, after the turn was. */
async function heldTurn(
  { app, clock }: Line,
  world: OpenWorld,
  {
    callId,
    said,
    answer,
    ran,
    script,
  }: { callId: CallId; said: string | null; answer: Answer; ran: readonly ToolRun[]; script: CallerScript },
): Promise<HeldTurn> {
  const view = await app.platform.db.readTenant(world.tenantId, tx => app.modules.calls.readCall(tx, callId))
  const { facts = [], language: lang = script.language } = view ?? {}
  const turn = { ...answer.turn, acts: answer.turn.acts as readonly Act[], ended: answer.ended }
  const own = [...EMERGENCY_NUMBERS, world.name, ...world.services, ...ownWords(script)]
  const { text, acts } = turn
  const held = { caller: said, text, acts, at: clock.now(), lang, ran: answer.ran }
  return { ...held, unproven: unproven(turn, { facts, ran, own }) }
}

/** What the caller is called and where mail goes to may be read back. */
function ownWords({ caller, given }: CallerScript): string[] {
  const { name, email } = caller.facts ?? {}
  return [name, email, ...given.customers.map(one => one.name)].filter(
    word => word !== null && word !== undefined,
  )
}
