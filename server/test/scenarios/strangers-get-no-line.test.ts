import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { details, phoneLine } from '../support/phone-line.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** Far enough ahead for no job by the clock to be due. */
const clock = fixedClock('2031-03-04T10:00:00+01:00')
let product: TestProduct
let address: string
const { address: addressOfLine, dial, count, rawSocket } = phoneLine(() => product)

beforeAll(async () => {
  product = await startProduct({ clock })
  address = await addressOfLine()
})
afterAll(() => product.stop())

async function closeCodeOf(url: string): Promise<number> {
  const socket = new WebSocket(url)
  socket.on('error', () => undefined)
  const [code] = await once(socket, 'close')
  return code
}

describe('The door of the line', () => {
  test.each([
    ['a wrong secret', () => address.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAA/call_x')],
    ['another connection’s name', () => `${address.replace('/default/', '/browser/')}/call_x`],
    ['a connection that does not exist', () => `${address.replace('/default/', '/nobody/')}/call_x`],
    ['an id that is too long', () => `${address}/${'x'.repeat(300)}`],
  ])('closes on %s, and leaves no row', async (_, url) => {
    expect(await closeCodeOf(url())).toBe(1008)
    expect(await product.database.query("select id from call where provider_call_id = 'call_x'")).toEqual([])
  })

  test('closes on details of another call', async () => {
    const { socket } = await rawSocket('call_mine')
    socket.send(JSON.stringify(details('call_of_somebody_else')))
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })

  test('closes on more frames than anybody speaks', async () => {
    const { socket } = await rawSocket('call_flood')
    const closed = once(socket, 'close')
    for (let frame = 0; frame < 400; frame += 1) socket.send('{"interaction_type":"update_only"}')
    expect((await closed)[0]).toBe(1008)
  })

  test('closes on a frame larger than any call', async () => {
    const { socket } = await rawSocket('call_large')
    socket.on('error', () => undefined)
    socket.send('x'.repeat(5 * 1024 * 1024))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  })

  test.each([['+493023125999'], ['no number']])(
    'turns away a call for %s with one sentence, and keeps it apart (failure 6)',
    async to => {
      const line = await dial({ to, callId: `call_nobody_${to.length}` })
      const turn = await line.greeting()
      expect(turn).toMatchObject({ state: 'complete', afterwards: { kind: 'end_call' } })
      expect(turn.content).not.toBe('')
      const kept = await product.database.query('select id from quarantine where provider_call_id = $1', [
        line.callId,
      ])
      expect(kept).toHaveLength(1)
      expect(await count('select count(*)::int as count from call where provider_call_id = $1', line)).toBe(0)
    },
  )

  test('answers an ordinary request as if it were not there', async () => {
    expect((await fetch(`${address.replace('ws:', 'http:')}/call_x`)).status).toBe(404)
  })
})
