import type { Tx } from '../../../platform/db/database.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import { requestContext } from '../../../platform/observability/request-context.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { Service } from '../services/service.ts'
import { listServices } from '../services/service-views.ts'
import { type BookingBasis, listStaff, readBookingBasis, readZone, type StaffMember } from '../views.ts'
import { basisWithin, widened } from './basis-within.ts'
import { isSame, type Revision, readRevision } from './revision.ts'

/** What a search for free times asks of the catalogue. */
export type KnownCatalogue = {
  readonly services: readonly Service[]
  readonly staff: readonly StaffMember[]
  /** Of the location. */
  readonly zone: string
  readonly readBasis: typeof readBookingBasis
}

type Work<T> = (catalogue: KnownCatalogue) => Promise<T>
type Remembered = { readonly revision: Revision; readonly catalogue: KnownCatalogue }

const MOST_CATALOGUES = 200
const MOST_SERVICES = 20

/**
 * The catalogue in memory, for transactions that only read: most searches follow a search, and a change of the
 * catalogue is rare. It is never believed: every transaction asks the database under its own row-level security whether
 * it is still so, and does its work a second time where it is not (ADR 0036).
 */
export function createRememberCatalogue() {
  const known = new Map<string, Remembered>()

  /**
   * Does `work` with the catalogue as it is. `work` may run twice, so it only reads; the first answer, and the first
   * error, count for nothing where the catalogue has changed. Throws what `work` throws.
   */
  return async function withCatalogue<T>(tx: Tx, work: Work<T>): Promise<T> {
    const key = `${tx.tenantId} ${requestContext()?.locations?.join() ?? ''}`
    const remembered = known.get(key)
    const tried = remembered && (await tryWith(tx, remembered, work))
    if (tried) return tried.answer()
    known.delete(key)
    const { revision, catalogue } = await readNow(tx)
    if (revision !== null) {
      if (known.size >= MOST_CATALOGUES) known.delete(known.keys().next().value ?? '')
      known.set(key, { revision, catalogue })
    }
    return await work(catalogue)
  }
}

/** Asks and works at the same time. Null: the catalogue is another one by now. */
async function tryWith<T>(
  tx: Tx,
  remembered: Remembered,
  work: Work<T>,
): Promise<{ answer: () => T } | null> {
  const [revision, [outcome]] = await Promise.all([
    readRevision(tx),
    Promise.allSettled([work(remembered.catalogue)]),
  ])
  if (!isSame(remembered.revision, revision)) return null
  return {
    answer: () => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    },
  }
}

/** The catalogue as it is; without revision where it was changed while it was read. */
async function readNow(tx: Tx): Promise<{ revision: Revision | null; catalogue: KnownCatalogue }> {
  const [before, services, staff, zone, after] = await Promise.all([
    readRevision(tx),
    listServices(tx),
    listStaff(tx),
    readZone(tx),
    readRevision(tx),
  ])
  return {
    revision: isSame(before, after) ? before : null,
    catalogue: { services, staff, zone, readBasis: createReadBasis(before) },
  }
}

/** Reads a wider range than was asked for, and keeps it where the catalogue is still the one it belongs to. */
function createReadBasis(revision: Revision): typeof readBookingBasis {
  const known = new Map<ServiceId, { range: EpochRange; basis: BookingBasis }>()
  return async (tx, { serviceId, range }) => {
    const found = known.get(serviceId)
    if (found && found.range.start <= range.start && range.end <= found.range.end)
      return basisWithin(found.basis, range)
    const wide = widened(range)
    const [basis, after] = await Promise.all([
      readBookingBasis(tx, { serviceId, range: wide }),
      readRevision(tx),
    ])
    if (isSame(revision, after)) {
      if (known.size >= MOST_SERVICES) known.delete(known.keys().next().value ?? ('' as ServiceId))
      known.set(serviceId, { range: wide, basis })
    }
    return basisWithin(basis, range)
  }
}
