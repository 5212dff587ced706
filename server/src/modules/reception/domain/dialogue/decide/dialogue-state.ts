import type { Act, Lang } from '../acts.ts'
import type { Detail } from '../capture/capture-detail.ts'
import type { OwnAppointment, Slot, ToolArgs, Visit } from '../tools.ts'
import type { Expecting, TimePhrase } from '../understand/understanding.ts'

/**
 * A conversation between two turns, as plain JSON.
 *
 * Its states are what it waits for:
 * - `intent`: greeted, or asked what it is about; anything may come
 * - `service`, `day`: the wish lacks a service or a time, or one of them was asked back
 * - `choice`: slots were offered · `other_staff`: may someone else do it?
 * - `name`, `note`, `email`, `phone`: a slot is held (or a callback wanted) and the caller's details are asked
 * - `times`, `every`: how many appointments of a series, and how far apart · `dates`: its dates were read back
 * - `companion`: who comes along, by name
 * - `confirm_name`, `confirm_phone`, `confirm_email`: one of them was read back
 * - `confirmation`: everything was read back · `correction`: it was wrong, what is to change?
 * - `which`: one of the caller's own appointments is meant, which? · `confirm_move`, `confirm_cancel`: read back
 * - `code`: who calls is to show who they are, by a code that was sent or their date of birth
 * - `waitlist`: a place on the waiting list was offered · `callback`: a callback was offered
 * - `anything_else`: a task is finished or given up
 * - `ended`: goodbye was said; nothing leads out of it
 *
 * What is asked next follows from what is missing (`continue-task.ts`), not from the state it was asked in; so a
 * caller may say everything at once, or anything out of turn.
 *
 * Always holds: a slot is booked only by its token, after a yes to the sentence that names it; `chosen` is one of
 * the slots a tool offered; a change of service, time or person drops the offer and what was chosen from it.
 */
export type DialogueState = {
  readonly lang: Lang
  /** The language of the people at work, who read what is noted for them. */
  readonly homeLang: Lang
  readonly business: string
  /** The only service there is, where there is only one: then nobody is asked for it. */
  readonly soleService: string | null
  readonly callerNumber: 'shown' | 'withheld'
  /** The services of the appointments that whoever calls from this number has, as far as they may hear of them. */
  readonly upcoming?: readonly string[]
  readonly mail: 'configured' | 'not_configured'
  readonly waitsFor: WaitsFor
  readonly task: 'none' | 'booking' | 'moving' | 'waiting' | 'callback'
  readonly wish: Wish
  /** Said together with the yes to the first; followed, with this name, as soon as the first is settled. */
  readonly pendingWish: { readonly wish: Wish; readonly name: Detail } | null
  /** Asked on top of a yes; answered as soon as what was agreed to is done. */
  readonly pendingQuestion: ToolArgs['answer_question'] | null
  /** What the caller wants with an appointment they have. */
  readonly change: Change | null
  /** `noted`: a tool has said so; what comes later completes it. */
  readonly callback: { readonly reason: string; readonly when: string | null; readonly noted: 'yes' | 'no' }
  readonly caller: { readonly name: Detail; readonly email: Detail; readonly phone: Detail }
  readonly misunderstood: number
  /** How often the caller spoke another of our languages since they last spoke this one. */
  readonly foreignTurns: number
  readonly silences: number
  /** The caller has said goodbye with their last words; what they agreed to is still done. */
  readonly leaving: 'yes' | 'no'
  /** Sentences of tools that wait to be spoken with the next words. */
  readonly lead: readonly Part[]
  readonly lastTurn: { readonly acts: readonly Act[]; readonly text: string }
  /** What was last asked, to be asked again after a digression. */
  readonly question: Part
}

export type WaitsFor =
  | 'intent'
  | 'service'
  | 'day'
  | 'choice'
  | 'other_staff'
  | 'times'
  | 'every'
  | 'dates'
  | 'name'
  | 'companion'
  | 'note'
  | 'email'
  | 'phone'
  | 'confirm_name'
  | 'confirm_phone'
  | 'confirm_email'
  | 'confirmation'
  | 'correction'
  | 'which'
  | 'confirm_move'
  | 'confirm_cancel'
  | 'waitlist'
  | 'code'
  | 'callback'
  | 'anything_else'
  | 'ended'

/** A sentence and what it does; one that only leads over to the next does nothing of its own. */
export type Part = { readonly act: Act | null; readonly text: string }

/** `fee`: whether the caller was told what it costs. */
export type Change = {
  readonly kind: 'hear' | 'move' | 'cancel'
  readonly said: string
  readonly options: readonly OwnAppointment[]
  readonly target: OwnAppointment | null
  readonly fee: 'not_named' | 'named'
}

/** `askNote`: what the service asks for, once the slot is held. */
export type Chosen = {
  readonly slot: Slot
  readonly state: 'picked' | 'held'
  readonly askNote: string | null
}

/** One part of a visit. `service` null: one of the candidates, still to be asked. */
export type Companion = {
  readonly service: string | null
  readonly candidates: readonly string[]
  readonly who: 'caller' | 'other'
  readonly name: string | null
}

/** Several appointments by one rule. `dates`: what a tool read back of them, and whether the caller agreed. */
export type SeriesWish = {
  readonly every: string | null
  readonly times: number | null
  readonly dates: {
    readonly count: number
    readonly first: string
    readonly say: string
    readonly agreed: 'yes' | 'no'
  } | null
}

export type Wish = {
  readonly series: SeriesWish | null
  /** Several services or people in one visit; empty: one appointment. */
  readonly group: readonly Companion[]
  readonly visits: readonly Visit[]
  readonly service: string | null
  readonly serviceCandidates: readonly string[]
  readonly staff: string | null
  readonly when: TimePhrase | null
  readonly whenCandidates: readonly string[]
  /** `found`: what was asked for, or other times instead of it. */
  readonly offer: {
    readonly slots: readonly Slot[]
    readonly say: string
    readonly found: 'wanted' | 'instead'
  } | null
  readonly chosen: Chosen | null
  /** The token of the slot that is kept for the caller, until another is kept instead. */
  readonly kept: string | null
  /** Who comes: whoever calls, or somebody else, whose name is asked and kept apart from the caller's (failure 82). */
  readonly attendee: 'caller' | 'other'
  /** The answer to what the service asks for. */
  readonly note: Detail
  /** How often in a row a search found nothing at all. */
  readonly fruitless: number
  /** What times were looked up for and none was taken, in the caller's words. */
  readonly tried: readonly string[]
}

export const noWish: Wish = {
  series: null,
  group: [],
  visits: [],
  service: null,
  serviceCandidates: [],
  staff: null,
  when: null,
  whenCandidates: [],
  offer: null,
  chosen: null,
  kept: null,
  attendee: 'caller',
  note: { kind: 'open' },
  fruitless: 0,
  tried: [],
}

/** What an answer to the last question may look like. */
export function expectingOf({ waitsFor, wish, change }: DialogueState): Expecting {
  switch (waitsFor) {
    case 'which':
      return {
        kind: 'choice',
        options: change?.options.map(({ service, spoken }) => `${service}, ${spoken}`) ?? [],
      }
    case 'confirm_move':
      return { kind: 'confirmation', options: wish.chosen ? [wish.chosen.slot.spoken] : [] }
    case 'confirm_cancel':
      return { kind: 'yes_or_no' }
    case 'times':
    case 'every':
    case 'dates':
      return { kind: waitsFor }
    case 'service':
      return { kind: 'service', candidates: wish.serviceCandidates, together: wish.group.length > 0 }
    case 'day':
      return { kind: 'day', options: wish.whenCandidates }
    case 'choice':
      return { kind: 'choice', options: wish.offer?.slots.map(slot => slot.spoken) ?? [] }
    case 'confirmation':
      return { kind: 'confirmation', options: wish.chosen ? [wish.chosen.slot.spoken] : [] }
    case 'name':
    case 'note':
    case 'email':
    case 'phone':
      return { kind: waitsFor }
    case 'companion':
      return { kind: 'name' }
    case 'confirm_name':
      return { kind: 'read_back', of: 'name' }
    case 'confirm_phone':
      return { kind: 'read_back', of: 'phone' }
    case 'confirm_email':
      return { kind: 'read_back', of: 'email' }
    // Digits of a code are no time, and a date of birth is no wish.
    case 'code':
      return { kind: 'note' }
    case 'callback':
    case 'waitlist':
    case 'other_staff':
      return { kind: 'yes_or_no' }
    default:
      return { kind: 'anything' }
  }
}
