import type { Tx } from '../../../platform/db/database.ts'
import {
  type CallId,
  type CustomerId,
  newId,
  type ResourceId,
  type ServiceId,
  type WaitlistEntryId,
} from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { Catalogue, Service } from '../../catalogue/index.ts'
import type { Customers, CustomerWish } from '../../customers/index.ts'
import { createBookableWindow } from '../availability/find-free-slots.ts'
import type { AppointmentSource } from '../views.ts'
import { insertEntry, lockEntry, renewEntry, replaceWishes } from './waitlist-store.ts'

export type WaitWish = {
  readonly serviceId: ServiceId
  /** When it should start; sorted or not. */
  readonly windows: readonly EpochRange[]
  /** Whom it should be with; nobody named: anybody. */
  readonly staffIds: readonly ResourceId[]
  readonly customer: CustomerWish | { readonly id: CustomerId }
  readonly attendeeName: string
  readonly note: string | null
  readonly source: AppointmentSource
  readonly callId: CallId | null
  readonly actor: string
  /** The same key is the same entry; said again with other wishes, these count. */
  readonly idempotencyKey: string
}

export type JoinResult =
  | {
      readonly kind: 'joined'
      readonly entryId: WaitlistEntryId
      readonly customerId: CustomerId | null
      readonly repeated: boolean
    }
  /** All windows are over, or too soon to book. */
  | { readonly kind: 'past' }
  | { readonly kind: 'beyond_horizon' }
  | { readonly kind: 'service_gone' }
  /** Somebody named does not do this service. */
  | { readonly kind: 'unknown_staff' }

/** Somebody waits for a place. What is free already is offered to them like what becomes free later. */
export function createJoinWaitlist(
  { clock, jobs, live }: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    offerPlaces: JobDefinition<{ tenant_id: string }>
  },
) {
  const { catalogue, customers } = parts
  const bookableWindow = createBookableWindow(catalogue)

  return async function joinWaitlist(tx: Tx, wish: WaitWish): Promise<JoinResult> {
    const service = await catalogue.readService(tx, wish.serviceId)
    if (!service) return { kind: 'service_gone' }
    const refused = await whyNot(tx, service, wish)
    if (refused) return { kind: refused }
    const known = await lockEntry(tx, { idempotencyKey: wish.idempotencyKey })
    if (known) {
      if (known.state === 'waiting') await waitOtherwise(tx, known.id, wish)
      return { kind: 'joined', entryId: known.id, customerId: null, repeated: true }
    }
    return await enter(tx, wish)
  }

  async function enter(tx: Tx, wish: WaitWish): Promise<JoinResult> {
    const customerId = 'id' in wish.customer ? wish.customer.id : await customers.resolve(tx, wish.customer)
    const { idempotencyKey, attendeeName, ...rest } = wish
    const id = newId<'waitlist-entry'>()
    const entered = await insertEntry(tx, {
      ...rest,
      id,
      idempotencyKey,
      customerId,
      attendeeName: customers.tidyName(attendeeName),
      contact: 'id' in wish.customer ? null : wish.customer,
      at: clock.now(),
    })
    if (!entered) throw new Error('Somebody else joins with the same key at the same time.')
    await replaceWishes(tx, id, wish)
    await tellOthers(tx, id, wish.callId)
    return { kind: 'joined', entryId: id, customerId, repeated: false }
  }

  async function waitOtherwise(tx: Tx, id: WaitlistEntryId, wish: WaitWish): Promise<void> {
    await replaceWishes(tx, id, wish)
    await renewEntry(tx, id, wish.windows)
    await tellOthers(tx, id, wish.callId)
  }

  async function tellOthers(tx: Tx, id: WaitlistEntryId, callId: CallId | null): Promise<void> {
    await jobs.enqueue(tx, parts.offerPlaces, { tenant_id: tx.tenantId })
    await live.announce(tx, { topic: 'waitlist', id, call_id: callId })
  }

  async function whyNot(
    tx: Tx,
    service: Service,
    { windows, staffIds, customer }: WaitWish,
  ): Promise<Exclude<JoinResult['kind'], 'joined' | 'service_gone'> | null> {
    const now = clock.now()
    const range = { start: now.epochMilliseconds, end: now.epochMilliseconds + 1 }
    const basis = await catalogue.readBookingBasis(tx, { serviceId: service.id, range })
    const able = new Set<string>(basis.resources.filter(one => one.kind === 'staff').map(one => one.id))
    if (!staffIds.every(id => able.has(id))) return 'unknown_staff'
    const effects = 'id' in customer ? await customers.tierEffects(tx, customer.id) : undefined
    const window = bookableWindow(service, now, basis, effects)
    if (windows.every(one => one.end <= window.earliest)) return 'past'
    return windows.every(one => one.start > window.latest || one.end <= window.earliest)
      ? 'beyond_horizon'
      : null
  }
}
