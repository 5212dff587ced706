import { once } from 'node:events'
import { createInterface } from 'node:readline'

const NOT_JSON = {
  error: { code: 'platform/malformed-body', field: '', detail: 'The line is not JSON.' },
} as const

/**
 * Answers JSON Lines from standard input, line by line and as fast as they are read: as many as there are, in the same
 * memory. A bad line gets its error in its place; the rest goes on.
 */
export async function answerLines(answer: (given: unknown) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '' && !process.stdout.write(`${JSON.stringify(answerLine(line, answer))}\n`))
      await once(process.stdout, 'drain')
}

function answerLine(line: string, answer: (given: unknown) => unknown): unknown {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return NOT_JSON
  }
  return answer(given)
}
