import type { Tx } from '../../../platform/db/database.ts'
import { type ClosureId, newId } from '../../../platform/ids/ids.ts'
import { expandRecurrence } from '../../../platform/time/recurrence.ts'
import { instantOfWallTime, wallTimeAt } from '../../../platform/time/zoned.ts'
import { addClosure, type NewClosure } from './add-closure.ts'

/** Blocks entered at once: more than once a week for seven years, or every day for one. */
const MOST_REPEATS = 400

export type Repetition =
  | { readonly kind: 'added'; readonly ids: readonly ClosureId[] }
  /** The rule cannot be read, never ends, or has too many. */
  | { readonly kind: 'bad_repetition'; readonly problem: string }

/** Blocks a range again and again by a rule of RFC 5545, at the same wall time and for as long on the wall clock. */
export async function addRepeatedClosure(
  tx: Tx,
  closure: NewClosure & { readonly createdBy: string },
  repeats: { rule: string; zone: string },
): Promise<Repetition> {
  const { zone, rule } = repeats
  const first = wallTimeAt(closure.startsAt, zone).toPlainDateTime()
  const length = first.until(wallTimeAt(closure.endsAt, zone).toPlainDateTime())
  const starts = expandRecurrence({ dtstart: first, zone, rrule: rule, limit: MOST_REPEATS + 1 })
  if ('problem' in starts) return { kind: 'bad_repetition', problem: starts.problem }
  if (starts.length > MOST_REPEATS)
    return { kind: 'bad_repetition', problem: `has more than ${MOST_REPEATS} dates: name an end` }
  const seriesId = newId<'closure-series'>()
  await tx
    .insertInto('closure_series')
    .values({
      id: seriesId,
      rule,
      dtstart: first.toString(),
      zone,
      created_by: closure.createdBy,
    })
    .execute()
  const ids: ClosureId[] = []
  for (const startsAt of starts) {
    const endsAt = instantOfWallTime(wallTimeAt(startsAt, zone).toPlainDateTime().add(length), zone)
    // An hour that the clocks skip leaves nothing to block.
    if (Temporal.Instant.compare(startsAt, endsAt) < 0)
      ids.push(await addClosure(tx, { ...closure, startsAt, endsAt, seriesId }))
  }
  return { kind: 'added', ids }
}
