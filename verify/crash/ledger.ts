/** What the product has promised so far, kept by those it promised it to. It is held to this afterwards. */
export type Ledger = {
  /** `<event>/<provider call id>`, as the product keys its inbox. */
  readonly webhooks: Set<string>
  readonly phoneBookings: PhoneBooking[]
  readonly apiBookings: ApiBooking[]
  /** Calls that ended without a booking, and keys that were refused: nothing of theirs may exist. */
  readonly refusedCalls: string[]
  readonly refusedKeys: string[]
  /** What must not happen at any time, such as two answers that contradict each other. */
  readonly problems: string[]
  /** Requests that met a dead product and were sent again. */
  repeats: number
}

export type PhoneBooking = {
  readonly providerCallId: string
  readonly reference: string
  readonly startsAt: string
  readonly email: string | null
}

export type ApiBooking = {
  readonly key: string
  readonly id: string
  readonly reference: string
  readonly email: string | null
}

export function openLedger(): Ledger {
  return {
    webhooks: new Set(),
    phoneBookings: [],
    apiBookings: [],
    refusedCalls: [],
    refusedKeys: [],
    problems: [],
    repeats: 0,
  }
}
