import { type RawBuilder, sql } from 'kysely'

/** An instant as a parameter in a condition (the driver itself knows no `Temporal`). Numbers are epoch milliseconds. */
export function instantSql(instant: Temporal.Instant | number): RawBuilder<Temporal.Instant> {
  return sql<Temporal.Instant>`${isoText(instant)}::timestamptz`
}

/** An instant as text for an insert or update. */
export function isoText(instant: Temporal.Instant | number): string {
  return (typeof instant === 'number' ? Temporal.Instant.fromEpochMilliseconds(instant) : instant).toString()
}
