import type { Answer, CalendarAccount } from '../port.ts'

/**
 * How long what a provider said of an account counts. Event types: a booking checks what it got, so what is old costs a
 * refusal at most. Targets: what can be linked; whatever is linked is read first.
 */
export const LIFETIMES_MS = { event_types: 10 * 60_000, targets: 10 * 60_000 } as const
export type MetadataKind = keyof typeof LIFETIMES_MS
export const METADATA_KINDS = Object.keys(LIFETIMES_MS) as readonly MetadataKind[]

export type Load<T> = () => Promise<Answer<T>>

/** What providers say of accounts: kept for a while, never on the way of a booking and never of times. */
export type Metadata = {
  /** As it was not long ago, or as it is. */
  read<T>(account: CalendarAccount, kind: MetadataKind, load: Load<T>): Promise<Answer<T>>
  /** As it is. */
  refresh<T>(account: CalendarAccount, kind: MetadataKind, load: Load<T>): Promise<Answer<T>>
  forget(account: CalendarAccount, kind: MetadataKind): Promise<void>
}
