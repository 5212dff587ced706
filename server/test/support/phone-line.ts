import { once } from 'node:events'
import WebSocket from 'ws'
import type { AgentTurn, Line } from '../../../sandbox/retell/start-retell.ts'
import type { TestProduct } from './test-product.ts'

const SALON = '+493023125001'
const CALLER = '+491713920017'

/** A frame as the product sends it. */
type Frame = { response_type: string; [field: string]: unknown }

/** Calls of the salon on the line of the product that a test starts later. */
export function phoneLine(started: () => TestProduct) {
  let calls = 0

  /** Where Retell is told to connect to; the secret of the connection is in it. */
  async function address(connection = 'default', server = started().url): Promise<string> {
    const url = await started().app.modules.voice.lineUrl(server, connection)
    if (url === null) throw new Error(`The connection ${connection} has no line.`)
    return url
  }

  return {
    address,

    async dial(
      wish: { from?: string | null; to?: string; callId?: string; url?: string } = {},
    ): Promise<Line> {
      calls += 1
      const { from = CALLER, to = SALON, callId = `call_line_${calls}` } = wish
      const url = wish.url ?? (await address())
      return started().retell.dial({ url, from, to, callId, stallMs: 20_000 })
    },

    /** How many rows of a call there are, by a statement whose only parameter is the id that Retell gave it. */
    async count(sql: string, line: Line): Promise<number> {
      const [row] = await started().database.query<{ count: number }>(sql, [line.callId])
      return row?.count ?? -1
    },

    /** A socket that speaks frames as they are written. */
    async rawSocket(callId: string): Promise<{ socket: WebSocket; next: (kind: string) => Promise<Frame> }> {
      const socket = new WebSocket(`${await address()}/${callId}`)
      const frames: Frame[] = []
      socket.on('message', content => frames.push(JSON.parse(content.toString())))
      const next = async (kind: string): Promise<Frame> => {
        for (;;) {
          const index = frames.findIndex(frame => frame.response_type === kind)
          if (index !== -1) return frames.splice(index, 1)[0] as Frame
          await once(socket, 'message')
        }
      }
      await once(socket, 'open')
      return { socket, next }
    },
  }
}

/** Says the texts after the greeting; the answer to the last of them. */
export async function sayAll(line: Line, ...texts: readonly string[]): Promise<AgentTurn> {
  let turn = await line.greeting()
  for (const text of texts) turn = await line.say(text)
  return turn
}

/** The frame with which Retell says whose call this is. */
export const details = (callId: string) => ({
  interaction_type: 'call_details',
  call: {
    ...{ call_id: callId, call_type: 'phone_call', direction: 'inbound' },
    ...{ from_number: CALLER, to_number: SALON },
  },
})
