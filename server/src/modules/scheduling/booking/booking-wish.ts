import type {
  CallId,
  CustomerId,
  GroupId,
  SeriesChangeId,
  SeriesId,
  WaitlistEntryId,
} from '../../../platform/ids/ids.ts'
import type { CustomerWish } from '../../customers/index.ts'

export type BookingWish = {
  readonly token: string
  /** Whose holds count as our own: `call:<id>` or `api:<key>`; null: only the one that the token stands for. */
  readonly holder: string | null
  /** The same key is the same booking, however often it is asked for; null: it will not be asked for again. */
  readonly idempotencyKey: string | null
  readonly customer: CustomerWish | { readonly id: CustomerId }
  readonly attendeeName: string
  readonly source: 'phone' | 'web' | 'api' | 'staff'
  readonly callId: CallId | null
  readonly note: string | null
  /** Booked together with others. */
  readonly groupId?: GroupId
  /** One of a series: where its rule has it, and the change of the series that made it. */
  readonly series?: {
    readonly id: SeriesId
    readonly start: Temporal.Instant
    readonly changeId: SeriesChangeId
  }
  /** The entry of the waitlist whose offer is taken: it is ended by whoever takes it. */
  readonly waitlistEntryId?: WaitlistEntryId
  /** For the record of changes. */
  readonly actor: string
}
