/**
 * The socket of one call as Retell keeps it: three attempts to open it, pings, reconnects after a missed sign of life
 * or an abnormal end, and what each close code means for the call.
 */
import WebSocket from 'ws'
import type { DisconnectionReason } from '../disconnection.ts'
import type { LineClock } from './line-clock.ts'
import { readServerFrame, type ServerFrame } from './line-frames.ts'

const LINE_TIMES = {
  attempts: 3,
  attemptMs: 7_000,
  betweenAttemptsMs: 3_000,
  pingMs: 2_000,
  pongMs: 5_000,
  reconnectsAfterSilence: 2,
  reconnectsAfterBreak: 4,
} as const

export interface LineSocket {
  send(frame: object): void
  /** The network breaks: no close frame in either direction. */
  cut(): void
  /** The call is over. */
  hangUp(): void
}

export interface LineEvents {
  /** A socket is open and the server has said what it wants; `first` only once. */
  configured(config: { call_details: boolean; transcript_with_tool_calls: boolean }): void
  frame(frame: ServerFrame): void
  /** A frame that Retell drops. */
  dropped(text: string): void
  ended(reason: DisconnectionReason): void
}

export function connectLine(url: string, clock: LineClock, events: LineEvents): LineSocket {
  let socket: WebSocket | null = null
  let over = false
  let silences = 0
  let breaks = 0
  let stopPinging = (): void => undefined

  const end = (reason: DisconnectionReason) => {
    if (over) return
    over = true
    stopPinging()
    events.ended(reason)
  }

  const dial = (attempt: number) => {
    if (over) return
    const dialled = new WebSocket(url)
    socket = dialled
    let opened = false
    const giveUp = clock.after(LINE_TIMES.attemptMs, () => {
      dialled.terminate()
    })
    dialled.on('error', () => undefined)
    dialled.on('open', () => {
      opened = true
      giveUp()
    })
    dialled.on('message', (content, isBinary) => {
      if (socket === dialled) receive(dialled, content, isBinary)
    })
    dialled.on('close', code => {
      giveUp()
      if (socket !== dialled || over) return
      stopPinging()
      if (opened) closed(code)
      else if (attempt < LINE_TIMES.attempts)
        clock.after(LINE_TIMES.betweenAttemptsMs, () => {
          dial(attempt + 1)
        })
      else end('error_llm_websocket_open')
    })
  }

  const receive = (from: WebSocket, content: WebSocket.RawData, isBinary: boolean) => {
    if (isBinary) {
      from.close(1007)
      end('error_llm_websocket_corrupt_payload')
      return
    }
    const text = content.toString()
    const frame = readServerFrame(text)
    if (frame === null) events.dropped(text)
    else if (frame.response_type === 'config') {
      const {
        auto_reconnect = false,
        call_details = false,
        transcript_with_tool_calls = false,
      } = frame.config
      if (auto_reconnect) startPinging(from)
      events.configured({ call_details, transcript_with_tool_calls })
    } else if (frame.response_type === 'ping_pong') for (const pong of pongs) pong()
    else events.frame(frame)
  }

  const pongs = new Set<() => void>()
  const startPinging = (to: WebSocket) => {
    stopPinging()
    let stopped = false
    let cancel = (): void => undefined
    let waiting: (() => void) | null = null
    const pong = () => {
      waiting?.()
      waiting = null
    }
    const ping = () => {
      if (stopped || to.readyState !== WebSocket.OPEN) return
      to.send(JSON.stringify({ interaction_type: 'ping_pong', timestamp: clock.now() }))
      // The first that is not answered counts, however many follow it.
      waiting ??= clock.after(LINE_TIMES.pongMs, () => {
        redial(++silences <= LINE_TIMES.reconnectsAfterSilence)
      })
      cancel = clock.after(LINE_TIMES.pingMs, ping)
    }
    pongs.clear()
    pongs.add(pong)
    cancel = clock.after(LINE_TIMES.pingMs, ping)
    stopPinging = () => {
      stopped = true
      cancel()
      waiting?.()
    }
  }

  const redial = (again: boolean) => {
    stopPinging()
    socket?.terminate()
    socket = null
    if (again) dial(1)
    else end('error_llm_websocket_lost_connection')
  }

  const closed = (code: number) => {
    if (code === 1006) return redial(++breaks <= LINE_TIMES.reconnectsAfterBreak)
    if (code === 1000) return end('agent_hangup')
    return end(code === 1005 ? 'error_llm_websocket_open' : 'error_llm_websocket_runtime')
  }

  dial(1)
  return {
    send(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    cut() {
      socket?.terminate()
    },
    hangUp() {
      over = true
      stopPinging()
      socket?.close(1000)
    },
  }
}
