import type { SyncEntryId, TenantId } from '../../../platform/ids/ids.ts'
import type { CalendarConnection } from '../connections/connection-store.ts'
import type { CalendarLink } from '../connections/link-store.ts'
import type { Attempt } from '../domain/plan-write.ts'
import type {
  Answer,
  CalendarAccount,
  CalendarAdapter,
  ExternalEvent,
  OutgoingEvent,
  WrittenEvent,
} from '../port.ts'
import type { SyncEntry } from './entry-store.ts'

/** What is asked of a provider next, and everything it takes. */
export type Step = {
  readonly attempt: Attempt
  readonly entry: SyncEntry
  readonly link: CalendarLink
  readonly connection: CalendarConnection
  readonly adapter: CalendarAdapter
  readonly account: CalendarAccount
  readonly event: OutgoingEvent
  readonly lease: string
}

export type Outcome =
  | { readonly attempt: 'look'; readonly answer: Answer<readonly ExternalEvent[]> }
  | { readonly attempt: 'create' | 'change'; readonly answer: Answer<WrittenEvent> }
  | { readonly attempt: 'remove'; readonly answer: Answer<null> }

export type WriteEntry = (tenantId: TenantId, entryId: SyncEntryId) => Promise<void>
