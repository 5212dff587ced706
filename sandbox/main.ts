/** `node sandbox/main.ts`: starts all simulators, prints their addresses as one line of JSON, and serves. */
import { parseArgs } from 'node:util'
import { startCalcom } from './calcom/start-calcom.ts'
import { startGoogle } from './google/start-google.ts'
import { startGraph } from './graph/start-graph.ts'
import { startLlm } from './llm/start-llm.ts'
import { startMail } from './mail/start-mail.ts'
import { startRetell } from './retell/start-retell.ts'
import { stopWithParent } from './stop-with-parent.ts'

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    'retell-port': { type: 'string', default: '0' },
    'mail-port': { type: 'string', default: '0' },
    'smtp-port': { type: 'string', default: '0' },
    'llm-port': { type: 'string', default: '0' },
    'calcom-port': { type: 'string', default: '0' },
    'google-port': { type: 'string', default: '0' },
    'graph-port': { type: 'string', default: '0' },
  },
})

const simulators = Promise.all([
  startRetell({ host: values.host, port: port('retell-port') }),
  startMail({ host: values.host, port: port('mail-port'), smtpPort: port('smtp-port') }),
  startLlm({ host: values.host, port: port('llm-port') }),
  startCalcom({ host: values.host, port: port('calcom-port') }),
  startGoogle({ host: values.host, port: port('google-port') }),
  startGraph({ host: values.host, port: port('graph-port') }),
])
// Must come before they are up, because the parent may end in between.
stopWithParent(async () => {
  await Promise.all((await simulators).map(simulator => simulator.close()))
})

const [retell, mail, llm, calcom, google, graph] = await simulators
const addresses = {
  retell: { url: retell.url },
  mail: { url: mail.url, smtp: mail.smtpUrl },
  llm: { url: llm.url, api: llm.apiUrl },
  calcom: { url: calcom.url },
  google: { url: google.url, client: google.client },
  graph: { url: graph.url, client: graph.client },
}
process.stdout.write(`${JSON.stringify(addresses)}\n`)

function port(name: keyof typeof values): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`--${name} must be a port number, not "${values[name]}"`)
  return number
}
