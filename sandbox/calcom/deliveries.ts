/** Webhooks on their way to the product: signed, once, without order or repeat; and lost, doubled or swapped on purpose. */
import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { iso } from './api/present.ts'
import type { Trigger } from './bookings.ts'
import { MINUTE } from './time/ranges.ts'
import type { Booking, Webhook, World } from './world.ts'

export const DeliveryFaults = z.strictObject({
  /** How many of the next deliveries get lost, arrive twice, or come after the one that follows them. */
  lost: z.int().min(0).default(0),
  doubled: z.int().min(0).default(0),
  swapped: z.int().min(0).default(0),
  delay_ms: z.int().min(0).default(0),
})
export type DeliveryFaultsInput = z.input<typeof DeliveryFaults>

export type Delivery = {
  readonly trigger: string
  readonly url: string
  readonly body: string
  readonly status: number | 'lost' | 'unreachable'
}

type Letter = { readonly webhook: Webhook; readonly trigger: string; readonly body: string }

const SIGNED_WITH_NOTHING = 'no-secret-provided'
const PATIENCE_MS = 10_000

export function createDeliveries(world: World) {
  let faults = DeliveryFaults.parse({})
  let heldBack: Letter[] = []
  const made: Delivery[] = []
  const underway = new Set<Promise<void>>()

  const send = ({ webhook, trigger, body }: Letter): void => {
    const { delay_ms: delayMs } = faults
    const work = (async () => {
      if (delayMs > 0) await wait(delayMs)
      const status = await post(webhook, body)
      made.push({ trigger, url: webhook.subscriberUrl, body, status })
    })()
    underway.add(work)
    void work.finally(() => underway.delete(work))
  }

  const take = (kind: 'lost' | 'doubled' | 'swapped'): boolean => {
    if (faults[kind] === 0) return false
    faults = { ...faults, [kind]: faults[kind] - 1 }
    return true
  }

  const dispatch = (letter: Letter): void => {
    if (take('lost')) {
      made.push({
        trigger: letter.trigger,
        url: letter.webhook.subscriberUrl,
        body: letter.body,
        status: 'lost',
      })
      return
    }
    if (take('swapped')) {
      heldBack.push(letter)
      return
    }
    const late = heldBack
    heldBack = []
    send(letter)
    if (take('doubled')) send(letter)
    late.forEach(send)
  }

  return {
    tell(trigger: Trigger, booking: Booking, former?: Booking): void {
      for (const webhook of world.webhooks.values())
        if (webhook.active && webhook.triggers.includes(trigger))
          dispatch({ webhook, trigger, body: bodyOf(world, { trigger, booking, former, webhook }) })
    },
    setFaults(given: DeliveryFaultsInput): void {
      faults = DeliveryFaults.parse(given)
    },
    /** Sends an event that no booking is the reason of, as it is. */
    sendRaw(trigger: string, payload: unknown): void {
      const body = JSON.stringify({ triggerEvent: trigger, createdAt: iso(world.now()), payload })
      for (const webhook of world.webhooks.values()) send({ webhook, trigger, body })
    },
    made: (): readonly Delivery[] => made,
    /** Nothing is on its way any more. */
    async settled(): Promise<void> {
      heldBack.forEach(send)
      heldBack = []
      while (underway.size > 0) await Promise.all(underway)
    },
  }
}

export type Deliveries = ReturnType<typeof createDeliveries>

async function post({ subscriberUrl, secret }: Webhook, body: string): Promise<Delivery['status']> {
  const signature =
    secret === null || secret === ''
      ? SIGNED_WITH_NOTHING
      : createHmac('sha256', secret).update(body).digest('hex')
  try {
    const { status } = await fetch(subscriberUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'X-Cal-Signature-256': signature,
        'x-cal-webhook-version': '2021-10-20',
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return status
  } catch {
    return 'unreachable'
  }
}

type Event = {
  readonly trigger: Trigger
  readonly booking: Booking
  readonly former: Booking | undefined
  readonly webhook: Webhook
}

/** A template makes another body of it, which need not be JSON; only the name of the event is put in here. */
function bodyOf(world: World, { trigger, booking, former, webhook }: Event): string {
  if (webhook.payloadTemplate) return webhook.payloadTemplate.replaceAll('{{triggerEvent}}', trigger)
  const eventType = world.eventType(booking.eventTypeId)
  const organizer = world.user(booking.hosts[0] ?? 0)
  const { attendee } = booking
  return JSON.stringify({
    triggerEvent: trigger,
    createdAt: iso(world.now()),
    payload: {
      type: eventType.slug,
      title: booking.title,
      // Both ways of writing the same moment occur.
      startTime: iso(booking.start).replace('.000Z', '+00:00'),
      endTime: iso(booking.end),
      organizer: {
        ...{ id: organizer.id, name: organizer.name, email: organizer.email, username: organizer.username },
        ...{ timeZone: organizer.timeZone, utcOffset: offsetMinutes(booking.start, organizer.timeZone) },
      },
      attendees: [
        {
          ...{ name: attendee.name, email: attendee.email, timeZone: attendee.timeZone },
          ...(attendee.phoneNumber === null ? {} : { phoneNumber: attendee.phoneNumber }),
          utcOffset: offsetMinutes(booking.start, attendee.timeZone),
        },
      ],
      responses: Object.fromEntries(
        Object.entries({ name: attendee.name, email: attendee.email, ...booking.responses }).map(
          ([slug, value]) => [slug, { label: slug, value }],
        ),
      ),
      location: 'integrations:daily',
      ...{ uid: booking.uid, bookingId: booking.id, eventTypeId: eventType.id },
      length: (booking.end - booking.start) / MINUTE,
      status: booking.status.toUpperCase(),
      metadata: booking.metadata,
      iCalUID: `${booking.uid}@Cal.com`,
      iCalSequence: 0,
      ...(former === undefined
        ? {}
        : {
            rescheduleUid: former.uid,
            rescheduleStartTime: iso(former.start),
            rescheduleEndTime: iso(former.end),
          }),
      ...(booking.cancellationReason === undefined ? {} : { cancellationReason: booking.cancellationReason }),
    },
  })
}

function offsetMinutes(ms: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).offsetNanoseconds / 6e10
}
