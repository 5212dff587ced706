import type { Outcome } from '../../modules/calls/index.ts'
import { gradeCall } from './grade/grade-call.ts'
import { readState } from './grade/read-state.ts'
import { makeGiven } from './make-given.ts'
import { type Line, type OpenWorld, openWorld } from './open-world.ts'
import type { HeldCall } from './run-call.ts'
import type { CallerScript } from './script.ts'

/** A call of a script, and everything that is not as the script expects. */
export type GradedCall = {
  readonly world: OpenWorld
  readonly call: HeldCall
  readonly outcome: Outcome | null
  readonly problems: readonly string[]
}

/** Makes the world of a script, has its call held there by whoever holds it, and grades what came of it. */
export async function holdInWorld(
  line: Line,
  script: CallerScript,
  hold: (world: OpenWorld) => Promise<HeldCall>,
): Promise<GradedCall> {
  const { db } = line.app.platform
  const world = await openWorld(line, script.world, script.now)
  const { customers } = await makeGiven(line.app, line.clock, { tenantId: world.tenantId, script })
  const before = await db.readTenant(world.tenantId, readState)
  const call = await hold(world)
  const after = await db.readTenant(world.tenantId, readState)
  const view = await db.readTenant(world.tenantId, tx => line.app.modules.calls.readCall(tx, call.callId))
  const outcome = view?.outcome ?? null
  const problems = gradeCall(script, { before, after, call, outcome, customers })
  return { world, call, outcome, problems }
}
