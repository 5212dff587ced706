import { once } from 'node:events'

const MOST_CHARACTERS = 4_000_000
const refusal = (detail: string) => ({ error: { code: 'platform/malformed-body', field: '', detail } })
const NOT_JSON = refusal('The line is not JSON.')
const TOO_LONG = refusal(`The line has more than ${MOST_CHARACTERS} characters.`)

/**
 * Answers JSON Lines from standard input, line by line and as fast as they are read: as many as there are, in the same
 * memory. A bad line gets its error in its place; the rest goes on.
 */
export async function answerLines(answer: (given: unknown) => unknown): Promise<void> {
  for await (const line of linesOf(process.stdin.setEncoding('utf8')))
    if (line?.trim() !== '' && !process.stdout.write(`${JSON.stringify(answerLine(line, answer))}\n`))
      await once(process.stdout, 'drain')
}

/**
 * Lines end with a line feed and with nothing else: a text inside JSON may have the other separators of lines. Of one
 * that is too long nothing is kept: null.
 */
export async function* linesOf(chunks: AsyncIterable<string>, most = MOST_CHARACTERS) {
  let begun: string | null = ''
  for await (const chunk of chunks) {
    const [end = '', ...rest] = chunk.split('\n')
    begun = joined(begun, end, most)
    for (const next of rest) {
      yield begun
      begun = joined('', next, most)
    }
  }
  if (begun !== '') yield begun
}

function joined(begun: string | null, end: string, most: number): string | null {
  return begun === null || begun.length + end.length > most ? null : begun + end
}

function answerLine(line: string | null, answer: (given: unknown) => unknown): unknown {
  if (line === null) return TOO_LONG
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return NOT_JSON
  }
  return answer(given)
}
