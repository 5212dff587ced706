import type { Act, Lang } from '../acts.ts'

/**
 * What each act that has words of its own needs to know. Acts that report what was committed or found (offer, booked,
 * callback_noted, answer …) are missing on purpose: their words are the tool's.
 */
export type ActFacts = {
  greet: { readonly business: string }
  disclose: Record<never, never>
  ask_intent: { readonly why: 'first' | 'again' | 'correction' | 'change' | 'new_or_existing' }
  ask_service: Record<never, never>
  clarify_service: { readonly options: readonly string[]; readonly certain: 'yes' | 'no' }
  ask_day: { readonly why: 'first' | 'declined' }
  offer: { readonly which: readonly string[] }
  ask_other_staff: Record<never, never>
  ask_name: { readonly why: 'first' | 'callback' | 'refused' | 'needed' }
  ask_attendee: { readonly who: 'instead' | 'along' }
  ask_note: { readonly note: string }
  ask_email: { readonly why: 'wanted' | 'address' }
  ask_phone: { readonly why: 'booking' | 'callback' | 'number' }
  spell_name: Record<never, never>
  confirm_name: { readonly name: string }
  confirm_phone: { readonly phone: string }
  confirm_email: { readonly email: string }
  /** `along`: what else belongs to the visit, one after the other. `times`: appointments of a series, the first at `slot`. */
  confirm_booking: {
    readonly service: string
    readonly slot: string
    readonly name: string
    readonly along: readonly { readonly service: string; readonly name: string }[]
    readonly times: number
    readonly email: string | null
  }
  ask_which: { readonly which: readonly string[] }
  confirm_cancel: { readonly service: string; readonly slot: string }
  confirm_move: { readonly service: string; readonly from: string; readonly to: string }
  ask_waitlist: Record<never, never>
  ask_code: Record<never, never>
  ask_anything_else: Record<never, never>
  offer_callback: { readonly why: 'lost' | 'not_here' | 'person' | 'unknown' }
  apologise: { readonly why: 'misunderstood' | 'again' | 'without' | 'gone' | 'no_callback' }
  emergency: Record<never, never>
  hold_on: Record<never, never>
  remind: Record<never, never>
  goodbye: { readonly why: 'done' | 'unfinished' | 'silence' }
}

export type WordedAct = keyof ActFacts & Act

export type Phrasebook = {
  readonly acts: { readonly [Name in WordedAct]: (facts: ActFacts[Name]) => string }
  /** For the people who call back, not for the caller. */
  readonly callbackReason: (wanted: {
    /** The caller's language; told only where it is not the reader's. */
    readonly spoken: Lang
    readonly service: string | null
    readonly when: string | null
    readonly said: string
  }) => string
}
