import type { Tx } from '../../../platform/db/database.ts'
import { requestContext } from '../../../platform/observability/request-context.ts'
import type { DatedHours } from '../../../platform/time/week.ts'
import type { Service } from '../services/service.ts'
import { listServices } from '../services/service-views.ts'
import { listStaff, readOpening, type StaffMember } from '../views.ts'
import { isSame, type Revision, revisionNow } from './revision.ts'

/** What a conversation asks of the catalogue in every turn. */
export type CatalogueBasics = {
  readonly services: readonly Service[]
  readonly staff: readonly StaffMember[]
  /** Of the location. */
  readonly zone: string
  readonly region: string
  readonly opening: readonly DatedHours[]
}

const MOST_CATALOGUES = 200

/**
 * The basics in memory, believed for as long as the database says, in the transaction that asks, that they are still so
 * (ADR 0036, 0037): one statement instead of four.
 */
export function createRememberBasics() {
  const known = new Map<string, { revision: Revision; basics: CatalogueBasics }>()

  /** Only for a transaction that changes nothing of the catalogue: its own changes have no revision before they count. */
  return async function knownBasics(tx: Tx): Promise<CatalogueBasics> {
    const key = `${tx.tenantId} ${requestContext()?.locations?.join() ?? ''}`
    const before = await revisionNow(tx)
    const remembered = known.get(key)
    if (remembered && isSame(remembered.revision, before)) return remembered.basics
    known.delete(key)
    const [services, staff, opening, after] = await Promise.all([
      listServices(tx),
      listStaff(tx),
      readOpening(tx),
      revisionNow(tx),
    ])
    const basics: CatalogueBasics = { services, staff, ...opening }
    if (isSame(before, after)) {
      if (known.size >= MOST_CATALOGUES) known.delete(known.keys().next().value ?? '')
      known.set(key, { revision: before, basics })
    }
    return basics
  }
}
