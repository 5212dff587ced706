import type { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Customers } from '../../customers/index.ts'
import { schedulingErrors } from '../errors.ts'
import { type entryShape, presentEntry } from './present-entry.ts'
import type { EntryView } from './waitlist-views.ts'

type Presented = z.infer<typeof entryShape>

/** Entries as they leave the server, with their customers; the statements stay as many. */
export function createPresentEntries(customers: Customers) {
  const many = async (tx: Tx, entries: readonly EntryView[]): Promise<Presented[]> => {
    const people = await customers.read(
      tx,
      entries.map(entry => entry.customerId),
    )
    return entries.map(entry => presentEntry(entry, people.get(entry.customerId)))
  }
  /** Throws `scheduling/unknown-waitlist-entry`. */
  const one = async (tx: Tx, entry: EntryView | null): Promise<Presented> => {
    const [presented] = entry ? await many(tx, [entry]) : []
    if (!presented) throw new AppError(schedulingErrors.unknownWaitlistEntry)
    return presented
  }
  return { many, one }
}
