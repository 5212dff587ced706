export const saidIntents = [
  'book',
  'callback',
  'human',
  'move',
  'cancel',
  /** "Ich schaffe es am Freitag nicht": whether to move or to cancel is open. */
  'cannot_come',
  'appointments',
  /** Speaks of an appointment they have; what they want with it is open. */
  'own_appointment',
  'waitlist',
  'question_hours',
  'question_price',
  'question_services',
  'question_duration',
  'question_staff',
  /** When somebody of the team works. */
  'question_presence',
  /** About a service rather than for one: what it does, needs or contains. */
  'question_about',
  'question_other',
  'are_you_human',
  'yes',
  'no',
  'reject',
  'unsure',
  'any',
  'later',
  'earlier',
  'other',
  'another',
  'someone_else',
  'abandon',
  'repeat',
  'wait',
  'greeting',
  'thanks',
  'goodbye',
] as const

export type SaidIntent = (typeof saidIntents)[number]

/**
 * `perhaps_…` means something only from somebody who has an appointment: `perhaps_own` speaks of a service as known,
 * the others say in everyday words what is to become of it.
 */
export type Intent =
  | SaidIntent
  | 'emergency'
  /** What holds for cancelling and moving. */
  | 'question_rules'
  | 'perhaps_own'
  | 'perhaps_move'
  | 'perhaps_cancel'
  | 'perhaps_hear'
  | 'perhaps_cannot'

/** The parts of a booking a caller may call wrong by name ("der Name stimmt nicht"). */
export type Aspect = 'time' | 'service' | 'name' | 'email' | 'phone'

/** What the last question asked for; options are the sentences the caller may be choosing from. */
export type Expecting =
  | { readonly kind: 'anything' | 'name' | 'note' | 'email' | 'phone' | 'yes_or_no' }
  | { readonly kind: 'read_back'; readonly of: 'name' | 'phone' | 'email' }
  /** `together`: several come, and what each of them comes for is asked. */
  | { readonly kind: 'service'; readonly candidates: readonly string[]; readonly together?: boolean }
  | { readonly kind: 'day' | 'choice' | 'confirmation'; readonly options: readonly string[] }
  /** Of a series: how many appointments, how far apart, whether its dates suit. */
  | { readonly kind: 'times' | 'every' | 'dates' }

/** A caller's time expression in their own words, taken apart so that a later one can replace half of it. */
export type TimePhrase = {
  readonly phrase: string
  readonly day: string | null
  readonly clock: string | null
}

export type NameRefusal = 'malformed' | 'placeholder' | 'time' | 'staff' | 'business' | 'service'

/**
 * How a name came: announced as one's own, as the answer to the question for it, spelled (anew: the letters fit
 * nothing that was said with them), or left over in a sentence.
 */
export type NameSource = 'announced' | 'answered' | 'spelled' | 'spelled_anew' | 'left_over'

export type HeardName =
  | { readonly kind: 'heard'; readonly value: string; readonly source: NameSource }
  | { readonly kind: 'refused'; readonly value: string; readonly why: NameRefusal }

/** `wrong` is in folded spelling. */
export type ReplacedName = { readonly wrong: string; readonly right: string }

/** `certain` is false when the words only resemble the service: then it is asked back, never assumed. */
export type HeardService = {
  readonly candidates: readonly string[]
  readonly text: string
  readonly certain: boolean
}

export type HeardChoice =
  | { readonly kind: 'one'; readonly index: number }
  | { readonly kind: 'several'; readonly indexes: readonly number[] }

/** One part of a visit: which service, and for whom. `name`: as far as it was said. */
export type HeardPart = {
  readonly candidates: readonly string[]
  readonly who: 'caller' | 'other'
  readonly name: string | null
}

/** That somebody wants to come again and again. `every`: the distance in their words; null: the day says it. */
export type HeardRhythm = { readonly every: string | null; readonly times: number | null }

/** Whether the caller said that any hour will do, which leaves nothing of one said before. */
export type HourWish = 'any' | 'open'

export type Understanding = {
  readonly text: string
  readonly silent: boolean
  /** Typed digits are what they are; spoken ones are what was recognised. */
  readonly by: 'voice' | 'keypad'
  readonly intents: readonly Intent[]
  readonly aspects: readonly Aspect[]
  readonly correcting: boolean
  /** Begins with a clear yes that stands on its own, whatever follows. */
  readonly agreesFirst: boolean
  readonly service: HeardService | null
  /** Several services or people in one visit. */
  readonly group: readonly HeardPart[] | null
  readonly rhythm: HeardRhythm | null
  readonly staff: { readonly kind: 'named'; readonly name: string } | { readonly kind: 'anyone' } | null
  readonly time: TimePhrase | null
  /** Where something is to be moved, as far as the sentence tells it from where it is. */
  readonly towards: TimePhrase | null
  readonly hour: HourWish
  readonly choice: HeardChoice | null
  readonly name: HeardName | null
  readonly replacedName: ReplacedName | null
  readonly phone: string | null
  readonly email: string | null
}
