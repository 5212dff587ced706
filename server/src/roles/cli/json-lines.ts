import { once } from 'node:events'

const MOST_CHARACTERS = 4_000_000
/** Characters of answers that are written at once. */
const MOST_TOGETHER = 65_536
const refusal = (detail: string) => ({ error: { code: 'platform/malformed-body', field: '', detail } })
const NOT_JSON = refusal('The line is not JSON.')
const TOO_LONG = refusal(`The line has more than ${MOST_CHARACTERS} characters.`)

/**
 * Answers JSON Lines from standard input, as fast as they are read: as many as there are, in the same memory. A bad line
 * gets its error in its place; the rest goes on. What was read together is answered together, so nobody waits for an
 * answer until more is asked.
 */
export async function answerLines(answer: (given: unknown) => unknown): Promise<void> {
  for await (const lines of linesOf(process.stdin.setEncoding('utf8'))) {
    let answers = ''
    for (const line of lines) {
      if (line?.trim() === '') continue
      answers += `${JSON.stringify(answerLine(line, answer))}\n`
      if (answers.length < MOST_TOGETHER) continue
      await write(answers)
      answers = ''
    }
    await write(answers)
  }
}

async function write(answers: string): Promise<void> {
  if (answers !== '' && !process.stdout.write(answers)) await once(process.stdout, 'drain')
}

/**
 * The lines that end in each chunk. They end with a line feed and with nothing else: a text inside JSON may have the
 * other separators of lines. Of one that is too long nothing is kept: null.
 */
export async function* linesOf(chunks: AsyncIterable<string>, most = MOST_CHARACTERS) {
  let begun: string | null = ''
  for await (const chunk of chunks) {
    const lines: (string | null)[] = []
    const [end = '', ...rest] = chunk.split('\n')
    begun = joined(begun, end, most)
    for (const next of rest) {
      lines.push(begun)
      begun = joined('', next, most)
    }
    yield lines
  }
  if (begun !== '') yield [begun]
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
