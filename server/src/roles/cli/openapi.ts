import { parseArgs } from 'node:util'
import { createApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import { createLog } from '../../platform/observability/log.ts'
import type { Command } from './command.ts'

/** Nothing listens there: the description comes from the routes alone. */
const NO_DATABASE = 'postgres://nobody@127.0.0.1:1/none'

export const openapi: Command = {
  name: 'openapi',
  usage: 'openapi',
  summary: 'Prints the description of the API (OpenAPI 3.1, JSON). Needs no database.',
  run: async words => {
    parseArgs({ args: [...words], options: { json: { type: 'boolean' } } })
    const app = createApp({
      config: loadConfig(),
      databaseUrl: NO_DATABASE,
      log: createLog({ level: 'silent', destination: 'stderr' }),
    })
    const http = await app.createHttp()
    await http.ready()
    console.log(JSON.stringify(http.swagger(), null, 2))
    await http.close()
    await app.close()
    return 0
  },
}
