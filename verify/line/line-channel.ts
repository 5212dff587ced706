/** A scripted caller on the telephone: over the websocket that Retell dials, to a product that listens. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Line as DialledLine, dialLine } from '../../sandbox/retell/line/dial-line.ts'
import type { ToolRun } from '../../server/src/modules/reception/index.ts'
import { LANGUAGES } from '../../server/src/platform/i18n/language.ts'
import type { CallId } from '../../server/src/platform/ids/ids.ts'
import type { Line } from '../../server/src/roles/simulate/open-world.ts'
import type { Answer, CallChannel, OpenChannel } from '../../server/src/roles/simulate/run-call.ts'

const CONNECTION = 'default'
/** A turn that was still going on when its response was completed, and how long its words may take to arrive. */
const NOTICEABLE_MS = 5
const LATE_MS = 2000
const KEYS = /^#[\d*#]+$/

type Move = Parameters<CallChannel['hear']>[1]
type Turn = Awaited<ReturnType<DialledLine['greeting']>>
/** What the wire does not say: by which acts the receptionist spoke, and what its tools answered. */
type Known = {
  callId: CallId
  acts: readonly string[]
  ran: ToolRun[]
  /** Turns that are being worked on. */
  turns: Promise<unknown>
}

/** Every simulated line listens on a port of its own, because it has a clock of its own. */
export function createLineChannels() {
  const served = new Map<Line, Promise<{ url: string; known: (callId: string) => Known }>>()
  const closers: (() => Promise<void>)[] = []

  const serve = async (line: Line) => {
    const known = overhear(line)
    const http = await line.app.createHttp()
    const address = await http.listen({ port: 0, host: '127.0.0.1' })
    closers.push(async () => await http.close())
    return { url: (await line.app.modules.voice.lineUrl(address, CONNECTION)) ?? '', known }
  }
  const servedAs = (line: Line) => {
    const there = served.get(line) ?? serve(line)
    served.set(line, there)
    return there
  }

  const open: OpenChannel = (line, world, script) => {
    let dialled: DialledLine | null = null
    const hangUp = async (callId: CallId): Promise<void> => {
      dialled?.hangUp()
      // Retell would say so by an event; what follows from it is what the end of a call in text does.
      await line.app.modules.reception.conversation.end(world.tenantId, callId)
    }
    const heard = async (turn: Turn): Promise<Answer & { callId: CallId }> => {
      const { known } = await servedAs(line)
      const of = known(dialled?.callId ?? '')
      const late = await lateWords(of, dialled)
      const { callId, acts, ran } = of
      const ended = turn.afterwards?.kind === 'end_call'
      if (ended) await hangUp(callId)
      const text = withoutHoldingLine(line, [turn.content, ...late].join(' '))
      return { callId, turn: { text, acts }, ended, ran: ran.splice(0) }
    }
    return {
      begin: async () => {
        const { url } = await servedAs(line)
        const { db } = line.app.platform
        const [to = ''] = await db.inTenant(world.tenantId, line.app.modules.tenants.numbers)
        dialled = dialLine({ url, from: script.call.from, to })
        return await heard(await dialled.greeting())
      },
      hear: async (_, move) => {
        if (dialled === null) throw new Error('Nobody has dialled.')
        const turn = await speak(dialled, move)
        if (turn.state !== 'complete') throw new Error(`The answer on the line is ${turn.state}.`)
        return await heard(turn)
      },
      end: hangUp,
    }
  }
  return {
    open,
    close: async (): Promise<void> => {
      await Promise.all(closers.map(close => close()))
    },
  }
}

/** Listens to what the conversation of the product answers to the line, and changes nothing of it. */
function overhear({ app }: Line): (providerCallId: string) => Known {
  const { conversation } = app.modules.reception
  const { pickUp, follow } = conversation
  const byCall = new Map<CallId, Known>()
  const byProvider = new Map<string, Known>()
  conversation.pickUp = async (tx, identity, opening) => {
    const picked = await pickUp(tx, identity, opening)
    const known = { callId: picked.callId, acts: picked.turn.acts, ran: [], turns: Promise.resolve() }
    byCall.set(picked.callId, known)
    byProvider.set(identity.providerCallId, known)
    return picked
  }
  conversation.follow = async (tenantId, line) => {
    const known = byCall.get(line.callId)
    const following = follow(tenantId, line)
    if (known) known.turns = Promise.allSettled([known.turns, following])
    const turn = await following
    if (known) {
      known.acts = turn.turn.acts
      known.ran.push(...turn.ran)
    }
    return turn
  }
  return providerCallId => {
    const known = byProvider.get(providerCallId)
    if (!known) throw new Error('Nobody picked up.')
    return known
  }
}

/** On a machine that is busy an answer may come after its response was completed: then it is said unasked. */
async function lateWords({ turns }: Known, dialled: DialledLine | null): Promise<readonly string[]> {
  const before = dialled?.interrupts.length ?? 0
  const begun = performance.now()
  await turns
  if (performance.now() - begun < NOTICEABLE_MS) return []
  for (let waited = 0; waited < LATE_MS && dialled?.interrupts.length === before; waited += 20) await wait(20)
  return dialled?.interrupts.slice(before) ?? []
}

/** What is said while a turn takes long is no part of it. */
function withoutHoldingLine({ app }: Line, content: string): string {
  const holding = LANGUAGES.map(lang => app.modules.reception.onTheLine(lang).oneMoment)
  return holding.reduce((text, sentence) => text.replace(sentence, ''), content).trim()
}

async function speak(dialled: DialledLine, move: Move): Promise<Turn> {
  if (move.kind !== 'say') return await dialled.remind()
  if (KEYS.test(move.text)) return await dialled.press(move.text.slice(1))
  return await (move.requests === 2 ? dialled.sayTwice(move.text) : dialled.say(move.text))
}
