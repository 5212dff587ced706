/** Two calls on a line and one socket each; a process serves far fewer callers than that. */
const MOST_LINES = 1000
const MOST_LINES_PER_CONNECTION = 400

type Cuttable = { terminate(): void }

/** The sockets of this process. One call has one: whoever dials anew gives up the old one. */
export function createOpenLines(most = { inAll: MOST_LINES, perConnection: MOST_LINES_PER_CONNECTION }) {
  const connections = new Map<string, Map<string, Cuttable>>()
  let count = 0

  return {
    /** `full`: there are as many as may be. */
    admit(line: { connection: string; callId: string }, socket: Cuttable): 'admitted' | 'full' {
      const calls = connections.get(line.connection) ?? new Map<string, Cuttable>()
      const old = calls.get(line.callId)
      if (!old && (count >= most.inAll || calls.size >= most.perConnection)) return 'full'
      if (!old) count += 1
      calls.set(line.callId, socket)
      connections.set(line.connection, calls)
      old?.terminate()
      return 'admitted'
    },
    /** Only the socket that still is the call's. */
    release(line: { connection: string; callId: string }, socket: Cuttable): void {
      const calls = connections.get(line.connection)
      if (calls?.get(line.callId) !== socket) return
      calls.delete(line.callId)
      count -= 1
      if (calls.size === 0) connections.delete(line.connection)
    },
    count: (): number => count,
  }
}
