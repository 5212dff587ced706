/**
 * Something asked of a caller, captured step by step: heard, brought into one form, read back where it may be wrong,
 * confirmed or repaired.
 *
 * Always holds: what a caller agreed to, said twice alike, typed or calls from is not read back; at most two repairs
 * follow, then it is lost; what is lost or declined is not asked for again; what was said last counts.
 */
export type CaptureField = 'name' | 'phone' | 'email'

/** Where a value comes from. The number that calls is known to the call itself and is asked of nobody. */
export type Source = 'caller_id' | 'spoken' | 'spelled' | 'keypad' | 'confirmed'

export type Confidence = 'certain' | 'likely'

/** `lost`: not understood in three attempts. A value without a source is of a call that began before an update. */
export type Detail =
  | { readonly kind: 'open'; readonly repairs?: number }
  | { readonly kind: 'declined' | 'lost' }
  | {
      readonly kind: 'given'
      readonly value: string
      readonly source?: Source
      readonly confidence?: Confidence
      readonly repairs?: number
    }

export type CaptureEvent =
  | {
      readonly kind: 'said'
      readonly value: string
      readonly source: Source
      readonly confidence: Confidence
    }
  | { readonly kind: 'agreed' | 'denied' | 'not_understood' | 'declined' }

export const MOST_REPAIRS = 2

export function capture(detail: Detail, event: CaptureEvent): Detail {
  switch (event.kind) {
    case 'said':
      if (givenValue(detail) === event.value) return confirmed(detail)
      return { ...event, kind: 'given', repairs: repairsOf(detail) + (changes(detail) ? 1 : 0) }
    case 'agreed':
      return confirmed(detail)
    case 'denied':
    case 'not_understood':
      return detail.kind === 'declined' || detail.kind === 'lost' ? detail : repaired(detail)
    case 'declined':
      return { kind: 'declined' }
    default:
      return event satisfies never
  }
}

/** A spoken number is easily one digit off; a name is read back where its spelling fits nothing that was said. */
export function isToBeReadBack(field: CaptureField, detail: Detail): boolean {
  if (detail.kind !== 'given' || repairsOf(detail) > MOST_REPAIRS) return false
  if (field === 'phone') return detail.source === 'spoken'
  return detail.confidence === 'likely'
}

export function repairsOf(detail: Detail): number {
  return detail.kind === 'open' || detail.kind === 'given' ? (detail.repairs ?? 0) : 0
}

export function givenValue(detail: Detail): string | null {
  return detail.kind === 'given' ? detail.value : null
}

function changes(detail: Detail): boolean {
  return detail.kind === 'given' && detail.source !== 'confirmed'
}

function confirmed(detail: Detail): Detail {
  return detail.kind === 'given' ? { ...detail, source: 'confirmed', confidence: 'certain' } : detail
}

function repaired(detail: Detail): Detail {
  const repairs = repairsOf(detail) + 1
  return repairs > MOST_REPAIRS ? { kind: 'lost' } : { kind: 'open', repairs }
}
