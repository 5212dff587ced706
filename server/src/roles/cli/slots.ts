import { answerSlotScenario } from '../../modules/scheduling/index.ts'
import type { Command } from './command.ts'
import { answerLines } from './json-lines.ts'

export const slots: Command = {
  name: 'slots',
  usage: 'slots',
  summary: 'Computes availability: reads scenarios as JSON Lines from standard input, writes their starts.',
  run: async () => {
    await answerLines(answerSlotScenario)
    return 0
  },
}
