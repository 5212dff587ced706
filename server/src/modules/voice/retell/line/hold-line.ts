import type { LineTurn, Listen } from '../../../reception/index.ts'
import { createFrameRate } from './frame-rate.ts'
import { type FrameIn, type FrameOut, readFrame, type Spoken } from './frames.ts'
import { listenTo } from './listen.ts'
import { spokenOf, toolFrames } from './spoken-frames.ts'

/** What a line needs of a socket; that of `ws` has it. */
export type LineSocket = {
  readonly readyState: number
  readonly bufferedAmount: number
  send(text: string): void
  close(code: number): void
  terminate(): void
  on(event: 'message', listener: (content: Buffer, isBinary: boolean) => void): void
  on(event: 'close', listener: () => void): void
}

export type PickedUp =
  | { readonly kind: 'begun' | 'resumed'; readonly turn: { readonly text: string } }
  /** A number that is nobody's: one polite sentence. */
  | { readonly kind: 'nobody'; readonly say: string }

/** The receptionist at the other end, of one call. */
export type LineEnds = {
  pickUp(call: unknown): Promise<PickedUp>
  follow(listen: Listen): Promise<LineTurn | 'over'>
  /** In the language of the call. */
  words(): { readonly oneMoment: string; readonly sayAgain: string }
  newToolCallId(): string
  failed(error: unknown): void
}

export type LineLimits = {
  /** A pause that a caller takes for a dead line. */
  readonly holdingMs: number
  /** From then on the answer is spoken when it comes, whatever is going on by then. */
  readonly lateMs: number
  /** Retell says who calls at once, and sends a sign of life every two seconds. */
  readonly detailsMs: number
  readonly silenceMs: number
  readonly mostBuffered: number
}

export const LINE_LIMITS: LineLimits = {
  holdingMs: 700,
  lateMs: 6000,
  detailsMs: 10_000,
  silenceMs: 60_000,
  mostBuffered: 1024 * 1024,
}

const OPEN = 1
const CONFIG = { auto_reconnect: true, call_details: true, transcript_with_tool_calls: true } as const
/** Close codes (RFC 6455): the other side broke the rules. */
const POLICY = 1008

type Request = Extract<FrameIn, { transcript: unknown }>

/**
 * One socket of one call. What is read is never held up by what is worked on: signs of life are answered while a turn
 * runs. Turns run one after the other; a request that a newer one has overtaken is not heard, for the newer one has its
 * words too. Every response that was begun is completed. Nothing of the conversation is kept here: `follow` knows it.
 * Returns what is still under way, for a product that stops.
 */
export function holdLine(
  socket: LineSocket,
  ends: LineEnds,
  limits: LineLimits = LINE_LIMITS,
): () => Promise<void> {
  const rate = createFrameRate()
  let latest = 0
  let interrupts = 0
  let turns: Promise<unknown> = Promise.resolve()
  let who: { details: unknown; picked: PickedUp | null } | null = null
  const openedAt = performance.now()
  let heardOf = openedAt

  const send = (frame: FrameOut): void => {
    if (socket.readyState !== OPEN) return
    if (socket.bufferedAmount > limits.mostBuffered) socket.terminate()
    else socket.send(JSON.stringify(frame))
  }
  const say = (responseId: number, spoken: Spoken): void => {
    if (responseId === latest) send({ response_type: 'response', response_id: responseId, ...spoken })
  }

  const watch = setInterval(() => {
    const now = performance.now()
    if (who === null && now - openedAt > limits.detailsMs) socket.close(POLICY)
    else if (now - heardOf > limits.silenceMs) socket.terminate()
  }, 1000)
  watch.unref()
  socket.on('close', () => clearInterval(watch))
  socket.on('message', (content, isBinary) => {
    if (!rate.admits()) return socket.close(POLICY)
    const frame = isBinary ? null : readFrame(content.toString('utf8'))
    if (frame === null) return
    heardOf = performance.now()
    receive(frame)
  })
  send({ response_type: 'config', config: CONFIG })
  return async () => {
    await turns
  }

  function receive(frame: FrameIn): void {
    switch (frame.kind) {
      case 'ping_pong':
        send({ response_type: 'ping_pong', timestamp: frame.timestamp })
        return
      case 'call_details':
        if (who !== null) return
        who = { details: frame.call, picked: null }
        turns = turns.then(greet)
        return
      case 'update_only':
        return
      default:
        if (frame.responseId <= latest) return
        latest = frame.responseId
        turns = respond(frame, turns).catch(ends.failed)
    }
  }

  async function greet(): Promise<void> {
    const picked = await pickUp()
    if (picked === null) return say(0, { content: ends.words().sayAgain, content_complete: true })
    if (picked.kind === 'nobody') return say(0, turnedAway(picked.say))
    // Whoever is dialled anew has been greeted; nothing says whether Retell then waits for a response 0 (2026-11).
    const content = picked.kind === 'begun' ? picked.turn.text : ''
    say(0, { content, content_complete: true })
  }

  /** Null: it failed, and the next request tries again. */
  async function pickUp(): Promise<PickedUp | null> {
    if (who === null) return null
    if (who.picked !== null) return who.picked
    try {
      who.picked = await ends.pickUp(who.details)
    } catch (error) {
      ends.failed(error)
    }
    return who.picked
  }

  /** Speaks in time: a holding line after a breath, and an answer that comes too late for its response as an interruption. */
  async function respond(request: Request, before: Promise<unknown>): Promise<void> {
    const id = request.responseId
    let open = true
    const complete = (spoken: Spoken): void => {
      if (open) say(id, spoken)
      else if (id === latest && spoken.content !== '')
        send({
          response_type: 'agent_interrupt',
          interrupt_id: ++interrupts,
          ...spoken,
          no_interruption_allowed: true,
        })
      open = false
    }
    const holding = setTimeout(
      () => say(id, { content: `${ends.words().oneMoment} `, content_complete: false }),
      limits.holdingMs,
    )
    const late = setTimeout(() => complete({ content: '', content_complete: true }), limits.lateMs)
    try {
      await before
      if (id !== latest) return
      complete(await answerTo(request))
    } finally {
      clearTimeout(holding)
      clearTimeout(late)
      if (open) complete({ content: '', content_complete: true })
    }
  }

  async function answerTo(request: Request): Promise<Spoken> {
    try {
      const picked = await pickUp()
      if (picked === null) return { content: ends.words().sayAgain, content_complete: true }
      if (picked.kind === 'nobody') return turnedAway(picked.say)
      const turn = await ends.follow(listenTo(request))
      if (turn === 'over') return { content: '', content_complete: true, end_call: true }
      if (request.responseId === latest) toolFrames(turn.ran, ends.newToolCallId).forEach(send)
      return spokenOf(turn)
    } catch (error) {
      ends.failed(error)
      return { content: ends.words().sayAgain, content_complete: true }
    }
  }
}

function turnedAway(say: string): Spoken {
  return { content: say, content_complete: true, end_call: true }
}
