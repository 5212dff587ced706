import { answerRecurrence } from '../../modules/scheduling/index.ts'
import type { Command } from './command.ts'
import { answerLines } from './json-lines.ts'

export const recurrenceExpand: Command = {
  name: 'recurrence expand',
  usage: 'recurrence expand',
  summary: 'Expands rules of RFC 5545: reads JSON Lines from standard input, writes their starts.',
  run: async () => {
    await answerLines(answerRecurrence)
    return 0
  },
}
