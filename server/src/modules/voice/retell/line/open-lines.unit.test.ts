import { expect, test } from 'vitest'
import { createFrameRate } from './frame-rate.ts'
import { createOpenLines } from './open-lines.ts'

const socket = () => ({
  cut: false,
  terminate() {
    this.cut = true
  },
})
const line = (callId: string, connection = 'default') => ({ callId, connection })

test('whoever dials a call anew gives up its old socket, and only the new one frees the line', () => {
  const lines = createOpenLines()
  const [old, fresh] = [socket(), socket()]
  lines.admit(line('a'), old)
  expect(lines.admit(line('a'), fresh)).toBe('admitted')
  expect([old.cut, fresh.cut]).toEqual([true, false])
  lines.release(line('a'), old)
  expect(lines.count()).toBe(1)
  lines.release(line('a'), fresh)
  expect(lines.count()).toBe(0)
})

test('one connection that takes all of its lines leaves those of others', () => {
  const lines = createOpenLines({ inAll: 3, perConnection: 2 })
  const taken = ['a', 'b', 'c'].map(id => lines.admit(line(id), socket()))
  expect(taken).toEqual(['admitted', 'admitted', 'full'])
  expect(lines.admit(line('a', 'other'), socket())).toBe('admitted')
  expect(lines.admit(line('b', 'other'), socket())).toBe('full')
})

test('frames may come in a burst and then as fast as anybody speaks', () => {
  let now = 0
  const rate = createFrameRate(() => now)
  const admitted = (frames: number) =>
    Array.from({ length: frames }, () => rate.admits()).filter(Boolean).length
  expect(admitted(400)).toBe(250)
  now = 1000
  expect(admitted(400)).toBe(50)
})
