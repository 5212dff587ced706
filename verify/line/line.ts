import { loadConfig } from '../../server/src/config.ts'
import { createLog } from '../../server/src/platform/observability/log.ts'
import { startPrivateDatabase } from '../../server/src/roles/simulate/private-database.ts'
import { simulate } from '../../server/src/roles/simulate/simulate.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { scriptsOfRepository } from '../scripts-of-repository.ts'
import { createLineChannels } from './line-channel.ts'

const MOST_SHOWN = 20

export const line: Proof = {
  name: 'line',
  summary:
    'Every scripted caller over the websocket that Retell dials: what holds in text holds on the telephone.',
  run: ({ operations, seed }) => proveLine({ seed, only: operations }),
}

/** `only`: so many of the scripts, beginning at another one for each seed. */
export async function proveLine(wish: { seed: number; only: number | null }): Promise<ProofResult> {
  const begun = performance.now()
  const scripts = await scriptsOfRepository(wish.only ?? undefined, wish.seed)
  const database = await startPrivateDatabase()
  const channels = createLineChannels()
  const problems: string[] = []
  let turns = 0
  try {
    const summary = await simulate(scripts, {
      config: loadConfig(),
      databaseUrl: database.url,
      log: createLog({ level: 'silent' }),
      times: 1,
      openChannel: channels.open,
      report: ({ result }) => {
        turns += result.turns
        if (!result.pass) problems.push(`${result.id}: ${result.problems.join('; ')}`)
      },
    })
    return {
      verify: 'line',
      seed: wish.seed,
      holds: problems.length === 0,
      ...summary,
      turns,
      seconds: Math.round((performance.now() - begun) / 1000),
      problems: problems.slice(0, MOST_SHOWN),
    }
  } finally {
    await channels.close()
    await database.close()
  }
}
