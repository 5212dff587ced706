import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { LineTurn } from '../../../reception/index.ts'
import type { FrameOut } from './frames.ts'
import { holdLine, LINE_LIMITS, type LineEnds, type LineSocket } from './hold-line.ts'

/** A socket without a network: what is sent is kept. */
class Wire extends EventEmitter implements LineSocket {
  readyState = 1
  bufferedAmount = 0
  readonly sent: FrameOut[] = []
  closed: number | 'cut' | null = null
  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  close(code: number): void {
    this.closed = code
    this.readyState = 3
    this.emit('close')
  }
  terminate(): void {
    this.closed = 'cut'
    this.readyState = 3
    this.emit('close')
  }
  says(frame: object): void {
    this.emit('message', Buffer.from(JSON.stringify(frame)), false)
  }
}

const turn = (text: string): LineTurn => ({
  turn: { text, acts: [] },
  lang: 'de',
  mark: null,
  afterwards: 'listen',
  transferTo: null,
  ran: [],
})

function openLine(follow: () => Promise<LineTurn>, limits: Partial<typeof LINE_LIMITS> = {}) {
  const wire = new Wire()
  const failures: unknown[] = []
  const ends: LineEnds = {
    pickUp: async () => ({ kind: 'begun', turn: { text: 'Guten Tag.' } }),
    follow,
    words: () => ({ oneMoment: 'Moment.', sayAgain: 'Noch einmal?' }),
    newToolCallId: () => 'tool_1',
    failed: error => failures.push(error),
  }
  const underWay = holdLine(wire, ends, { ...LINE_LIMITS, ...limits })
  wire.says({ interaction_type: 'call_details', call: {} })
  return { wire, failures, underWay }
}
const request = (id: number) => ({ interaction_type: 'response_required', response_id: id, transcript: [] })
const spoken = (wire: Wire) => wire.sent.filter(frame => 'content' in frame && 'content_complete' in frame)

test('an answer that comes too late for its response is spoken as an interruption', async () => {
  const { promise, resolve } = Promise.withResolvers<LineTurn>()
  const { wire, underWay } = openLine(() => promise, { holdingMs: 5, lateMs: 30 })
  wire.says(request(1))
  await expect
    .poll(() => spoken(wire).at(-1))
    .toMatchObject({ response_id: 1, content: '', content_complete: true })
  resolve(turn('Gebucht.'))
  await underWay()
  expect(spoken(wire).at(-1)).toMatchObject({
    response_type: 'agent_interrupt',
    interrupt_id: 1,
    content: 'Gebucht.',
  })
})

test('an answer that comes after the caller has spoken on is not spoken', async () => {
  const first = Promise.withResolvers<LineTurn>()
  const answers = [first.promise, Promise.resolve(turn('Zweite.'))]
  const { wire, underWay } = openLine(() => answers.shift() ?? first.promise)
  wire.says(request(1))
  await new Promise(started => setTimeout(started, 5))
  wire.says(request(2))
  first.resolve(turn('Erste.'))
  await underWay()
  expect(JSON.stringify(wire.sent)).not.toContain('Erste.')
  expect(spoken(wire).at(-1)).toMatchObject({ response_id: 2, content: 'Zweite.', content_complete: true })
})

test('a request with an older or the same id is not answered again', async () => {
  let asked = 0
  const { wire, underWay } = openLine(async () => turn(`${++asked}`))
  for (const id of [2, 2, 1]) wire.says(request(id))
  await underWay()
  expect(asked).toBe(1)
})

test('a failed turn is told once and asks the caller to say it again', async () => {
  const { wire, failures, underWay } = openLine(async () => {
    throw new Error('broken')
  })
  wire.says(request(1))
  await underWay()
  expect(spoken(wire).at(-1)).toMatchObject({ content: 'Noch einmal?', content_complete: true })
  expect(failures).toHaveLength(1)
})

test('a reader that does not read is cut off', async () => {
  const { wire, underWay } = openLine(async () => turn('Ja.'), { mostBuffered: 10 })
  await underWay()
  wire.bufferedAmount = 11
  wire.says({ interaction_type: 'ping_pong', timestamp: 1 })
  expect(wire.closed).toBe('cut')
})

test.each([
  ['is closed', () => {}],
  [
    'is closed though there are signs of life',
    (wire: Wire) => wire.says({ interaction_type: 'ping_pong', timestamp: 1 }),
  ],
])('a line on which nobody says who calls %s', async (_, meanwhile) => {
  const wire = new Wire()
  const never = new Promise<never>(() => {})
  holdLine(
    wire,
    {
      pickUp: () => never,
      follow: () => never,
      words: () => ({ oneMoment: '', sayAgain: '' }),
      newToolCallId: () => '',
      failed: () => {},
    },
    { ...LINE_LIMITS, detailsMs: 200 },
  )
  await expect
    .poll(
      () => {
        meanwhile(wire)
        return wire.closed
      },
      { interval: 100, timeout: 5000 },
    )
    .toBe(1008)
})
