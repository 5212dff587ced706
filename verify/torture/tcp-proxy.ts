import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between two who talk over TCP, at an address that stays, and cuts them off when told to. */
export type TcpProxy = {
  readonly port: number
  /** Where new connections lead. */
  aim(port: number): void
  /** Cuts every connection as a cable would: neither side is told more. How many there were. */
  cut(): number
  close(): Promise<void>
}

export async function startTcpProxy(): Promise<TcpProxy> {
  let target: number | null = null
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer(near => {
    if (target === null) {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [one, other] of [pair, [far, near] as const]) {
      one.setNoDelay(true)
      one.on('error', () => {})
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): number => {
    const cutNow = [...pairs]
    for (const [near, far] of cutNow) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    return cutNow.length
  }
  return {
    port: (server.address() as AddressInfo).port,
    aim: port => {
      target = port
    },
    cut,
    close: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
