import { type Caller, createCaller } from './caller/caller.ts'
import type { OpenWorld } from './open-world.ts'
import type { CallerScript } from './script.ts'

/** The caller of a script, who understands phrases about time as the business they call does. */
export function callerOf(script: CallerScript, world: OpenWorld): Caller {
  return createCaller(script, {
    zone: world.zone,
    readPhrase: phrase => world.readPhrase(phrase, script.language),
  })
}
