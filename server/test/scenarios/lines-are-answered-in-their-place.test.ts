import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const LINES = 4000
const QUESTION = { phrase: 'übermorgen halb drei', now: '2026-11-20T10:00:00+01:00', zone: 'Europe/Berlin' }
const MEANT = { kind: 'resolved', when: { start: '2026-11-22T14:30:00+01:00' } }
const BAD: ReadonlyMap<number, readonly [line: string, code: string]> = new Map([
  [0, ['{"phrase":', 'platform/malformed-body']],
  [1500, [JSON.stringify({ ...QUESTION, zone: 'Mars' }), 'platform/invalid-request']],
  [LINES - 1, ['[]', 'platform/invalid-request']],
])

test('askpro time parse answers every line in its place, a bad one with its error', async () => {
  const lines = Array.from({ length: LINES }, (_, at) => BAD.get(at)?.[0] ?? JSON.stringify(QUESTION))
  const answers = await answersOf(['time', 'parse'], lines)
  expect(answers).toHaveLength(LINES)
  for (const [at, answer] of answers.entries()) {
    const bad = BAD.get(at)
    expect(answer).toMatchObject(bad ? { error: { code: bad[1] } } : MEANT)
  }
}, 60_000)

const SCENARIO = {
  id: 'one of many',
  timezone: 'Europe/Berlin',
  workingHours: [{ days: ['TU'], start: '09:00', end: '12:00' }],
  slotMinutes: 60,
  intervalMinutes: 60,
  now: '2026-11-20T09:00:00Z',
  range: { from: '2026-11-24T00:00:00+01:00', to: '2026-11-25T00:00:00+01:00' },
}
const STARTS = ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z']
const MANY = 5000
const BAD_SCENARIOS: ReadonlyMap<number, readonly [line: string, error: object]> = new Map([
  [1, ['{"id":', { code: 'platform/malformed-body' }]],
  [2000, ['null', { code: 'platform/invalid-request', value: 'null' }]],
  [3000, [`"${'x'.repeat(9_000_000)}"`, { detail: 'The line has more than 4000000 characters.' }]],
  [4000, [JSON.stringify({ ...SCENARIO, timezone: 'Mars' }), { field: 'timezone', value: '"Mars"' }]],
])

test('askpro slots answers every line in its place, and goes on behind one too long to read', async () => {
  const note = `\u2028${'x'.repeat(200)}`
  const lines = Array.from(
    { length: MANY },
    (_, at) => BAD_SCENARIOS.get(at)?.[0] ?? JSON.stringify({ ...SCENARIO, id: at, note }),
  )
  const answers = await answersOf(['slots'], lines)
  expect(answers).toHaveLength(MANY)
  const wrong = answers.filter((answer, at) => {
    const bad = BAD_SCENARIOS.get(at)
    if (bad) expect(answer).toMatchObject({ error: bad[1] })
    return !bad && JSON.stringify(answer) !== JSON.stringify({ id: at, starts: STARTS })
  })
  expect(wrong).toEqual([])
}, 120_000)

/** What a process of its own writes. */
async function answersOf(command: readonly string[], lines: readonly string[]): Promise<unknown[]> {
  const child = spawn(process.execPath, [MAIN, ...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const written = text(child.stdout)
  for (const line of lines) if (!child.stdin.write(`${line}\n`)) await once(child.stdin, 'drain')
  child.stdin.end()
  return (await written)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}
