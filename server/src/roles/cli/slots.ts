import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { answerSlotScenario } from '../../modules/scheduling/index.ts'
import type { Command } from './command.ts'

export const slots: Command = {
  name: 'slots',
  usage: 'slots',
  summary: 'Computes availability: reads scenarios as JSON Lines from standard input, writes their starts.',
  run: async () => {
    for await (const line of createInterface({ input: process.stdin }))
      if (line.trim() !== '' && !process.stdout.write(`${JSON.stringify(answerLine(line))}\n`))
        await once(process.stdout, 'drain')
    return 0
  },
}

/** A bad line gets its error in its place; the rest goes on. */
function answerLine(line: string): unknown {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { error: { code: 'platform/malformed-body', field: '', detail: 'The line is not JSON.' } }
  }
  return answerSlotScenario(given)
}
