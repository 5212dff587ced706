import { expect, test } from 'vitest'
import { untilStarted } from './started.ts'

/** A process that uses so much of the processor in every look, each of which takes a second. */
async function start(given: { cpuPerLook: number | null; readyAfter: number }) {
  let looks = 0
  const started = await untilStarted({
    pid: () => 4711,
    now: () => looks * 1000,
    isReady: async () => {
      looks += 1
      return looks > given.readyAfter
    },
    givenUp: () => looks > 1000,
    lookAgainMs: 0,
    cpuMsOf: async () => (given.cpuPerLook === null ? null : looks * given.cpuPerLook),
  })
  return { started, seconds: looks }
}

test('a product that gets on slowly is waited for, however long it takes', async () => {
  expect(await start({ cpuPerLook: 20, readyAfter: 200 })).toEqual({ started: true, seconds: 201 })
})

test('one that stands still is not', async () => {
  const { started, seconds } = await start({ cpuPerLook: 0, readyAfter: 500 })
  expect([started, seconds > 60, seconds < 70]).toEqual([false, true, true])
})

test('nor one that turns in circles', async () => {
  expect((await start({ cpuPerLook: 1000, readyAfter: 500 })).started).toBe(false)
})

test('where nobody knows what it uses, time alone counts', async () => {
  expect((await start({ cpuPerLook: null, readyAfter: 500 })).started).toBe(false)
})
