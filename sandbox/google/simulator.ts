import type { ApiFault } from '../api-faults.ts'
import type { NotificationFaultsInput, SentNotification } from '../notifier.ts'
import type { NewCalendar } from './calendars.ts'
import type { ChangedEvent, EventResource, NewEvent } from './wire.ts'

/** What tests and the control API do with the simulator. */
export interface GoogleSimulator extends AsyncDisposable {
  readonly url: string
  /** The OAuth client that is registered here. */
  readonly client: { readonly id: string; readonly secret: string }
  addCalendar(calendar: NewCalendar): void
  removeCalendar(id: string): void
  /** A refresh token, as if the owner of the account had consented. */
  grant(email: string, scopes: readonly string[]): string
  /** The owner takes the consent back. */
  revoke(email: string): void
  expireAccessTokens(): void
  expireSyncTokens(): void
  /** An account that signs for itself, and for those whom an administrator has named. */
  addServiceAccount(email: string, mayActAs?: readonly string[]): { email: string; privateKey: string }
  /** What somebody else does in a calendar. */
  insertEvent(calendarId: string, event: NewEvent): EventResource
  changeEvent(calendarId: string, eventId: string, changes: ChangedEvent): EventResource
  deleteEvent(calendarId: string, eventId: string): void
  events(calendarId: string): readonly EventResource[]
  failApi(fault: ApiFault): void
  mendApi(): number
  failNotifications(faults: NotificationFaultsInput): void
  notifications(): readonly SentNotification[]
  notified(): Promise<void>
  /** How far its clock is ahead of ours. */
  skewClock(offsetMs: number): void
  close(): Promise<void>
}
