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
  const answers = await timeParse(lines)
  expect(answers).toHaveLength(LINES)
  for (const [at, answer] of answers.entries()) {
    const bad = BAD.get(at)
    expect(answer).toMatchObject(bad ? { error: { code: bad[1] } } : MEANT)
  }
}, 60_000)

/** What a process of its own writes. */
async function timeParse(lines: readonly string[]): Promise<unknown[]> {
  const child = spawn(process.execPath, [MAIN, 'time', 'parse'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const written = text(child.stdout)
  for (const line of lines) if (!child.stdin.write(`${line}\n`)) await once(child.stdin, 'drain')
  child.stdin.end()
  return (await written)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}
