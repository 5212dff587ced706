import type { ApiFault } from '../api-faults.ts'
import type { NotificationFaultsInput, SentNotification } from '../notifier.ts'
import type { NewCalendar } from './mailboxes.ts'
import type { LifecycleEvent } from './subscriptions.ts'
import type { ChangedEvent, EventResource, NewEvent } from './wire.ts'

/** What tests and the control API do with the simulator. */
export interface GraphSimulator extends AsyncDisposable {
  readonly url: string
  /** The application that is registered here. */
  readonly client: { readonly id: string; readonly secret: string }
  /** Returns the id of the calendar. */
  addCalendar(calendar: NewCalendar): string
  removeCalendar(id: string): void
  /** A refresh token, as if the owner of the mailbox had consented. */
  grant(mailbox: string, scopes: readonly string[]): string
  revoke(mailbox: string): void
  /** Whether the administrator of a directory lets the application act, and in which mailboxes. */
  letApplicationAct(directory: string, mailboxes: readonly string[]): void
  expireAccessTokens(): void
  expireDeltaTokens(): void
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
  sendLifecycle(event: LifecycleEvent): void
  close(): Promise<void>
}
