import { parseArgs } from 'node:util'
import { parseId } from '../../platform/ids/ids.ts'
import { readRecordedCall } from '../replay/recorded-call.ts'
import { type ReplayedStep, replayCall } from '../replay/replay-call.ts'
import { type Command, withApp } from './command.ts'

export const callReplay: Command = {
  name: 'call replay',
  usage: 'call replay CALL_ID [--json]',
  summary:
    'Runs today’s code on a recorded call and prints where it answers otherwise; exit code 0 only if nowhere.\n' +
    'Nothing is stored: everything happens in a transaction that is rolled back.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const id = parseId<'call'>(positionals[0])
    if (!id || positionals.length > 1) {
      console.error(`askpro ${callReplay.usage}`)
      return 2
    }
    return await withApp(async (app, config, { url, log }) => {
      const call = await readRecordedCall(app, id)
      if (!call) throw new Error(`There is no call ${id}.`)
      if (call.steps.length === 0) throw new Error('Nothing was said or asked for in this call.')
      const steps = await replayCall({ app, config, databaseUrl: url, log }, call)
      const different = steps.filter(step => step.differences.length > 0)
      if (values.json)
        console.log(
          JSON.stringify({
            call_id: id,
            steps: steps.length,
            equal: different.length === 0,
            differences: different,
          }),
        )
      else print(steps)
      return different.length === 0 ? 0 : 1
    })
  },
}

function print(steps: readonly ReplayedStep[]): void {
  for (const { asked, differences } of steps.filter(step => step.differences.length > 0)) {
    console.log(
      asked.kind === 'said' ? `“${asked.text}”` : asked.kind === 'tool' ? asked.name : 'The beginning',
    )
    for (const { field, recorded, today } of differences)
      console.log(`  ${field}\n    then:  ${JSON.stringify(recorded)}\n    today: ${JSON.stringify(today)}`)
  }
  const different = steps.filter(step => step.differences.length > 0).length
  console.log(
    `${steps.length} steps, ${different === 0 ? 'no difference' : `${different} answered otherwise`}.`,
  )
}
