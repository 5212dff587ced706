import { parseArgs } from 'node:util'
import { type Command, withApp } from './command.ts'

export const cacheStatus: Command = {
  name: 'cache status',
  usage: 'cache status [--json]',
  summary: 'What is kept of calendar providers, for how long, and how often it was found.',
  run: async words => {
    const json = wantsJson(words)
    return await withApp(async app => {
      const kinds = (await app.modules.calendars.metadata.count()).map(kind => ({
        kind: kind.kind,
        lifetime_seconds: kind.lifetimeSeconds,
        fresh: kind.fresh,
        expired: kind.expired,
        hits: kind.hits,
        misses: kind.misses,
        hit_rate: kind.hitRate,
      }))
      if (json) console.log(JSON.stringify({ kinds }))
      else
        for (const { kind, lifetime_seconds, fresh, expired, hit_rate } of kinds)
          console.log(
            `${kind.padEnd(12)} kept for ${lifetime_seconds} s: ${fresh} fresh, ${expired} expired, found ${hit_rate === null ? 'never asked for' : `${Math.round(hit_rate * 100)} %`}`,
          )
      return 0
    })
  },
}

export const cacheWarm: Command = {
  name: 'cache warm',
  usage: 'cache warm [--json]',
  summary:
    'Asks the providers of all calendars in use for what is kept of them. Exit code 1: not all answered.',
  run: async words => {
    const json = wantsJson(words)
    return await withApp(async app => {
      const { accounts, warmed } = await app.modules.calendars.metadata.warmAll()
      console.log(json ? JSON.stringify({ accounts, warmed }) : `${warmed} of ${accounts} accounts answered.`)
      return warmed === accounts ? 0 : 1
    })
  },
}

export const cacheClear: Command = {
  name: 'cache clear',
  usage: 'cache clear [--json]',
  summary: 'Forgets what is kept of calendar providers; it is asked for again when it is needed.',
  run: async words => {
    const json = wantsJson(words)
    return await withApp(async app => {
      const cleared = await app.modules.calendars.metadata.clear()
      console.log(json ? JSON.stringify({ cleared }) : `${cleared} entries forgotten.`)
      return 0
    })
  },
}

function wantsJson(words: readonly string[]): boolean {
  const { values } = parseArgs({
    args: [...words],
    options: { json: { type: 'boolean', default: false } },
  })
  return values.json
}
