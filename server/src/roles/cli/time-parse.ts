import { parseArgs } from 'node:util'
import { answerTimeQuestion } from '../../modules/reception/index.ts'
import type { Command } from './command.ts'
import { answerLines } from './json-lines.ts'

export const timeParse: Command = {
  name: 'time parse',
  usage:
    'time parse [PHRASE] [--now ISO] [--zone Europe/Berlin] [--lang de|en] [--opens HH:MM --closes HH:MM] [--region DE-BE]',
  summary: 'Says what a phrase about time means; without a phrase reads JSON Lines from standard input.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        now: { type: 'string', default: Temporal.Now.instant().toString() },
        zone: { type: 'string', default: 'Europe/Berlin' },
        lang: { type: 'string', default: 'de' },
        opens: { type: 'string' },
        closes: { type: 'string' },
        region: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (positionals.length === 0) await answerLines(answerTimeQuestion)
    else {
      const answer = answerTimeQuestion({ ...values, phrase: positionals.join(' ') })
      console.log(JSON.stringify(answer))
      if ('error' in answer) return 2
    }
    return 0
  },
}
