import { parseArgs } from 'node:util'
import { evaluateClaims, LABELLED_FILES, readLabelled } from '../../modules/reception/index.ts'
import type { Command } from './command.ts'

const TARGET = 0.97

export const claimsEvaluate: Command = {
  name: 'claims evaluate',
  usage: 'claims evaluate [FILE …] [--json] [--mistakes]',
  summary:
    'Precision and recall of the claim checks on labelled utterances (JSON Lines), and of their times; 1 when below 0.97.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, mistakes: { type: 'boolean', default: false } },
    })
    const evaluation = evaluateClaims(
      await readLabelled(positionals.length === 0 ? LABELLED_FILES : positionals),
    )
    const { mistakes, ...figures } = evaluation
    if (values.json) console.log(JSON.stringify(values.mistakes ? evaluation : figures))
    else {
      const rows = [
        ...Object.entries(figures.kinds),
        ['other time', figures.otherTime] as const,
        ['all', figures] as const,
      ]
      console.log(`${figures.utterances} utterances\n\nkind        precision  recall   found  wrong  missed`)
      for (const [kind, { precision, recall, found, wrong, missed }] of rows)
        console.log(
          `${kind.padEnd(11)} ${precision.toFixed(4).padStart(9)}  ${recall.toFixed(4)}  ${String(found).padStart(6)}${String(wrong).padStart(7)}${String(missed).padStart(8)}`,
        )
      if (values.mistakes) for (const mistake of mistakes) console.log(JSON.stringify(mistake))
    }
    const wellEnough = [figures, figures.otherTime].every(
      ({ precision, recall }) => precision >= TARGET && recall >= TARGET,
    )
    return wellEnough ? 0 : 1
  },
}
