import { Target } from '../../sandbox/retell/target.ts'
import { loadConfig } from '../../server/src/config.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { openLine } from '../../server/src/roles/simulate/open-world.ts'
import { startPrivateDatabase } from '../../server/src/roles/simulate/private-database.ts'
import type { CallerScript } from '../../server/src/roles/simulate/script.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { scriptsOfRepository } from '../scripts-of-repository.ts'
import { replayScript, type ServedLine } from './replay-script.ts'

/** One works in the database while another thinks. */
const LINES = 3
const MOST_SHOWN = 20

export const hosted: Proof = {
  name: 'hosted',
  summary:
    'Every tool of every scripted call again, as a hosted model asks: signed, twice, late, with wrong types.',
  run: ({ operations, seed }) => proveHosted({ seed, ...(operations === null ? {} : { only: operations }) }),
}

/** `only`: so many of the scripts, for a sample. */
export async function proveHosted(wish: { seed: number; only?: number }): Promise<ProofResult> {
  const begun = performance.now()
  const files = await scriptsOfRepository(wish.only, wish.seed)
  const scripts = files.flatMap(file => (file.kind === 'script' ? [file.script] : []))
  const found = { tools: 0, requests: 0, problems: [] as string[] }
  const database = await startPrivateDatabase()
  const lines: (ServedLine & { close(): Promise<void> })[] = []
  try {
    for (let count = 0; count < LINES; count += 1) lines.push(await openServedLine(database.url))
    let next = 0
    await Promise.all(
      lines.map(async line => {
        for (let index = next++; index < scripts.length; index = next++) {
          const script = scripts[index] as CallerScript
          const { tools, requests, problems } = await replayScript(line, script)
          found.tools += tools
          found.requests += requests
          found.problems.push(...problems.map(problem => `${script.id}: ${problem}`))
        }
      }),
    )
  } finally {
    await Promise.all(lines.map(line => line.close()))
    await database.close()
  }
  return {
    verify: 'hosted',
    seed: wish.seed,
    holds: found.problems.length === 0,
    scripts: scripts.length,
    ...found,
    problems: found.problems.slice(0, MOST_SHOWN),
    seconds: Math.round((performance.now() - begun) / 1000),
  }
}

/** A line for calls in text whose product also answers over HTTP, by the same clock. */
async function openServedLine(databaseUrl: string): Promise<ServedLine & { close(): Promise<void> }> {
  const config = loadConfig()
  const line = openLine({
    config: { ...config, secrets: { ...config.secrets, retellApiKeys: [RETELL_KEY] } },
    databaseUrl,
    log: createLog({ level: 'silent' }),
  })
  await line.app.modules.voice.ensurePlatformConnections()
  const http = await line.app.createHttp()
  const productUrl = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    line,
    target: Target.parse({ productUrl, apiKey: RETELL_KEY }),
    close: async () => {
      await http.close()
      await line.close()
    },
  }
}
