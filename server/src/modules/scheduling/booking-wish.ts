import type { CallId, CustomerId, GroupId } from '../../platform/ids/ids.ts'
import type { CustomerWish } from '../customers/index.ts'

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
  /** For the record of changes. */
  readonly actor: string
}
