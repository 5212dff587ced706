import type { Tx } from '../../../platform/db/database.ts'
import type { Service } from '../../catalogue/index.ts'
import { findVisits as findVisitsAmong } from '../domain/visits.ts'
import type { FreeSlot } from '../slot.ts'
import type { createFindFreeSlots, SlotQuestion } from './find-free-slots.ts'

/** Nobody sits longer than that between two parts of one visit, all together. */
const LONGEST_WAIT_MS = 90 * 60_000
/** Free starts looked at for each service. */
const MOST_SLOTS = 1000

export type VisitQuestion = Omit<SlotQuestion, 'service' | 'limit'> & {
  readonly services: readonly Service[]
  readonly limit: number
}

/** Several services in one visit, in the order that makes it shortest; with `staffId`, all by that person. */
export function createFindVisits(findFreeSlots: ReturnType<typeof createFindFreeSlots>) {
  return async function findVisits(tx: Tx, question: VisitQuestion): Promise<Array<readonly FreeSlot[]>> {
    const { services, limit, ...common } = question
    const different = [...new Map(services.map(service => [service.id, service])).values()]
    const slots = new Map<string, Array<{ start: number; end: number; slot: FreeSlot }>>()
    for (const service of different) {
      const answer = await findFreeSlots(tx, { ...common, service, limit: MOST_SLOTS })
      slots.set(
        service.id,
        answer.slots.map(slot => ({
          start: slot.start,
          end: slot.end,
          slot,
        })),
      )
    }
    const visits = findVisitsAmong(
      services.map(service => slots.get(service.id) ?? []),
      { longestWaitMs: LONGEST_WAIT_MS, most: limit },
    )
    return visits.map(visit => visit.map(part => part.slot))
  }
}
