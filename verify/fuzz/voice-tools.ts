import { createApp } from '../../server/src/app.ts'
import { loadConfig } from '../../server/src/config.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import type { VoiceTool } from './voice-requests.ts'

/** The tools as the product defines them for providers; nothing is connected for that. */
export async function readVoiceTools(dataDir: string): Promise<VoiceTool[]> {
  const config = loadConfig({ DATA_DIR: dataDir })
  const log = createLog({ level: 'silent' })
  const app = createApp({ config, databaseUrl: 'postgres://127.0.0.1:1/nothing', log })
  const tools = app.modules.reception.tools.map(({ name, args }) => ({
    name,
    argumentNames: Object.keys(args.shape),
  }))
  await app.close()
  return tools
}
