import type { CalendarConnection } from '../connections/connection-store.ts'
import type { CalendarLink } from '../connections/link-store.ts'
import type { EventChanges, Reading } from '../port.ts'

/** What a calendar answered, and when it was asked what. */
export type AppliedReading = {
  readonly link: CalendarLink
  readonly connection: CalendarConnection
  readonly changes: EventChanges
  readonly seenAt: Temporal.Instant
  readonly reading: Reading
}
