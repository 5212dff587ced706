import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CallId } from '../../../platform/ids/ids.ts'
import { reportingErrors } from '../errors.ts'
import type { ReportingNeighbours } from '../neighbours.ts'
import { appointmentsAt, closuresAt, customersAt } from './calendar-at.ts'
import { type CallerScript, callerScript } from './caller-script.ts'

/**
 * Turns a recorded call into a script that `askpro call simulate` holds again. Throws `calls/unknown`,
 * `reporting/words-not-kept`, and `reporting/no-world` for a business that no simulation can make.
 */
export function createMakeCallerScript(
  { calls, tenants, catalogue }: ReportingNeighbours,
  worlds: readonly string[],
) {
  return async function makeCallerScript(tx: Tx, id: CallId): Promise<CallerScript> {
    const call = await calls.readCall(tx, id)
    if (!call) throw new AppError(calls.errors.unknown)
    const { slug, timeZone } = await tenants.read(tx)
    const world = worlds.find(name => slug === name || slug.startsWith(`${name}-`))
    if (world === undefined) throw new AppError(reportingErrors.noWorld)
    const staff = await catalogue.listStaff(tx)
    const people = new Map<string, string>(staff.map(person => [person.id, person.name]))
    const begun = call.startedAt
    const script = callerScript({
      ...{ call, world, zone: timeZone },
      staff: [...people.values()],
      timeline: await calls.readTimeline(tx, id),
      callers: call.from === null ? [] : await customersAt(tx, begun, call.from),
      before: await appointmentsAt(tx, begun, people),
      after: call.endedAt === null ? [] : await appointmentsAt(tx, call.endedAt, people),
      closures: await closuresAt(tx, begun),
    })
    if (script === null) throw new AppError(reportingErrors.wordsNotKept)
    return script
  }
}
