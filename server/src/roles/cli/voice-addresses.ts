import { parseArgs } from 'node:util'
import { type Command, withApp } from './command.ts'

export const voiceAddresses: Command = {
  name: 'voice addresses',
  usage: 'voice addresses [--connection NAME] [--json]',
  summary: 'What Retell is pointed at for a connection; the address of the line holds its secret.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        connection: { type: 'string', default: 'default' },
        json: { type: 'boolean', default: false },
      },
    })
    return await withApp(async (app, { publicUrl }) => {
      const line = await app.modules.voice.lineUrl(publicUrl, values.connection)
      if (line === null) throw new Error(`There is no connection "${values.connection}" to Retell.`)
      const name = encodeURIComponent(values.connection)
      const addresses = {
        webhook_url: `${publicUrl}/webhooks/retell/${name}`,
        inbound_webhook_url: `${publicUrl}/voice/retell/${name}/inbound`,
        tools_url: `${publicUrl}/voice/retell/${name}/tools`,
        llm_websocket_url: line,
      }
      if (values.json) console.log(JSON.stringify(addresses))
      else
        for (const [what, address] of Object.entries(addresses)) console.log(`${what.padEnd(20)} ${address}`)
      return 0
    })
  },
}
