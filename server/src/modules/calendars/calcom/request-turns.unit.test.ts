import { expect, test } from 'vitest'
import { createRateLimit } from '../../../../../sandbox/calcom/start-calcom.ts'
import { createMemoryStore } from '../../../platform/limits/limit-store.ts'
import { createRequestTurns, type RequestTurns, type Urgency } from './request-turns.ts'

const KEY = 'cal_live_of_one_business'
const HOUR_MS = 3_600_000

/** A clock of the test's own: whoever sleeps is woken in order, and time passes in no other way. */
function simulatedTime() {
  const clock = { nowMs: 0 }
  /** The latest first. */
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  const sleep = (ms: number): Promise<void> =>
    new Promise(wake => {
      const at = clock.nowMs + ms
      let [low, high] = [0, sleepers.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((sleepers[middle]?.at ?? 0) > at) low = middle + 1
        else high = middle
      }
      sleepers.splice(low, 0, { at, wake })
    })
  const run = async (): Promise<void> => {
    for (;;) {
      // Whoever is awake gets as far as its next sleep.
      for (let step = 0; step < 20; step++) await Promise.resolve()
      const due = sleepers.pop()
      if (due === undefined) return
      clock.nowMs = Math.max(clock.nowMs, due.at)
      due.wake()
    }
  }
  return { clock, sleep, run }
}

/** What Cal.com counts of requests that arrive then, in any order. */
function countAtCalcom(arrivals: readonly number[]) {
  const clock = { nowMs: 0 }
  const limit = createRateLimit(() => clock.nowMs)
  for (const at of [...arrivals].sort((one, other) => one - other)) {
    clock.nowMs = at
    limit.count(`Bearer ${KEY}`)
  }
  return limit.seen
}

test('an hour of far too many requests never exceeds 120 a minute at Cal.com, and live ones come first (failure 61)', async () => {
  const { clock, sleep, run } = simulatedTime()
  const store = createMemoryStore(() => clock.nowMs)
  const arrivals: number[] = []
  const waits = { live: [] as number[], background: [] as number[] }
  const ask = async (turns: RequestTurns, urgency: Urgency): Promise<void> => {
    const begun = clock.nowMs
    const turn = await turns.take(KEY, urgency)
    if (turn.kind === 'later') return
    waits[urgency].push(clock.nowMs - begun)
    // On their way they overtake each other by up to eight seconds.
    arrivals.push(clock.nowMs + ((arrivals.length * 7919) % 8000))
  }
  /** Six places for background work in three processes, which never have nothing to do. */
  const workHard = async (turns: RequestTurns): Promise<void> => {
    while (clock.nowMs < HOUR_MS) await ask(turns, 'background')
  }
  const callOften = async (turns: RequestTurns): Promise<void> => {
    for (let second = 0; second < 3600; second++) {
      if (Math.floor(second / 60) % 2 === 0) void ask(turns, 'live')
      await sleep(1000)
    }
  }
  for (let process = 0; process < 3; process++) {
    const turns = createRequestTurns({ store, wait: sleep })
    void workHard(turns)
    void workHard(turns)
    if (process === 0) void callOften(turns)
  }
  await run()

  const seen = countAtCalcom(arrivals)
  expect(seen.refused).toBe(0)
  expect(seen.most).toBeLessThanOrEqual(120)
  expect(seen.most).toBeGreaterThan(80)
  expect(waits.live).toHaveLength(1800)
  expect(Math.max(...waits.live)).toBe(0)
  expect(waits.background.length).toBeGreaterThan(3000)
})

test('fifteen live requests at once pass at once, the next waits for its turn', async () => {
  const { clock, sleep, run } = simulatedTime()
  const turns = createRequestTurns({ store: createMemoryStore(() => clock.nowMs), wait: sleep })
  const waited: number[] = []
  for (let number = 0; number < 17; number++)
    void turns.take(KEY, 'live').then(({ kind }) => waited.push(kind === 'go' ? clock.nowMs : -1))
  await run()
  expect(waited.filter(ms => ms === 0)).toHaveLength(15)
  expect([Math.min(...waited), Math.max(...waited)]).toEqual([0, 1334])
})

test('whoever would have to wait too long is told when to come again', async () => {
  const { clock, sleep } = simulatedTime()
  const turns = createRequestTurns({ store: createMemoryStore(() => clock.nowMs), wait: sleep })
  await turns.rest(KEY, 60_000)
  expect(await turns.take(KEY, 'live')).toEqual({ kind: 'later', afterSeconds: 60 })
  expect((await turns.take(KEY, 'background')).kind).toBe('later')
  expect(await turns.take('cal_live_of_another', 'live')).toEqual({ kind: 'go' })
  clock.nowMs = 60_000
  expect(await turns.take(KEY, 'live')).toEqual({ kind: 'go' })
})
