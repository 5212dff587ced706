/**
 * The tools a conversation may call and what they answer. Every answer carries `say`, a ready sentence in the
 * caller's language made from the facts it reports; the conversation adds nothing to those facts.
 */
export type Slot = { readonly token: string; readonly spoken: string }

/** One of the caller's own that are still to come, as `my_appointments` tells it. */
export type OwnAppointment = {
  readonly reference: string
  readonly service: string
  readonly spoken: string
}

export type ToolArgs = {
  list_services: { readonly query?: string }
  find_slots: {
    readonly service: string
    readonly when: string
    readonly staff?: string
    readonly after_slot?: string
    readonly before_slot?: string
    readonly instead_of?: string
  }
  hold_slot: { readonly token: string; readonly instead_of?: string }
  book_appointment: {
    readonly token: string
    readonly name: string
    readonly phone?: string
    readonly email?: string
    readonly for_someone_else?: boolean
    readonly note?: string
  }
  /** Without tokens it finds visits, with those of one it books all of it. */
  book_group: {
    readonly services?: readonly string[]
    readonly when?: string
    readonly staff?: string
    readonly tokens?: readonly string[]
    readonly name?: string
    readonly names?: readonly string[]
    readonly phone?: string
    readonly email?: string
  }
  /** Without `confirmed` it reads the dates back, with it and the same words it books them. */
  book_series: {
    readonly service: string
    readonly when?: string
    readonly times?: string
    readonly every?: string
    readonly staff?: string
    readonly name?: string
    readonly phone?: string
    readonly email?: string
    readonly note?: string
    readonly confirmed?: boolean
  }
  request_callback: {
    readonly reason: string
    readonly when?: string
    readonly name?: string
    readonly phone?: string
  }
  join_waitlist: {
    readonly service: string
    readonly window: string
    readonly staff?: string
    readonly name: string
    readonly phone?: string
    readonly email?: string
    readonly for_someone_else?: boolean
  }
  record_wish: {
    readonly service?: string
    readonly when?: string
    readonly staff?: string
    readonly name?: string
  }
  my_appointments: Record<string, never>
  move_appointment: { readonly reference: string; readonly token: string; readonly confirmed?: boolean }
  cancel_appointment: { readonly reference: string; readonly confirmed?: boolean }
  send_code: { readonly channel: 'email' }
  /** The digits, or a date of birth, in the caller's words. */
  verify_code: { readonly code: string }
  transfer_call: { readonly reason: string }
  answer_question: { readonly question: string; readonly service?: string }
}

/** Several appointments one after the other; `services` in the order of their tokens. */
export type Visit = {
  readonly tokens: readonly string[]
  readonly spoken: string
  readonly services: readonly string[]
}

export type ToolName = keyof ToolArgs

type Said<Status extends string, Facts = unknown> = { readonly status: Status; readonly say: string } & Facts

type CouldNot = Said<'unknown' | 'invalid_token' | 'not_available' | 'unknown_tool'>

type Asks = Said<'ask', { readonly what: string; readonly candidates?: readonly string[] }>

/** `proof`: what the caller may show to be known well enough. */
type NotIdentified = Said<'not_identified', { readonly proof?: 'code' | 'birth_date' }>

type Taken = Said<'taken', { readonly alternatives: readonly Slot[] }>

type NotAllowed = Said<'not_allowed', { readonly next: 'transfer' | 'callback' | 'none' }>

/** Several may be meant, or the new time is missing. */
type AsksWhich = Said<'ask', { readonly what: string; readonly appointments?: readonly OwnAppointment[] }>

export type ToolAnswers = {
  list_services: Said<'ok' | 'none'> | Asks | CouldNot
  find_slots:
    | Said<'free', { readonly slots: readonly Slot[]; readonly requested: boolean }>
    | Said<'none_then', { readonly slots: readonly Slot[] }>
    | Said<'closed', { readonly slots?: readonly Slot[] }>
    | Said<'contradictory', { readonly candidates?: readonly string[] }>
    | Said<'too_soon', { readonly candidates?: readonly string[] }>
    | Said<'past' | 'unknown_service' | 'too_far'>
    | Asks
    | CouldNot
  hold_slot:
    | Said<'held', { readonly spoken: string; readonly ask_note?: string }>
    | Taken
    | Said<'expired'>
    | Asks
    | CouldNot
  book_appointment:
    | Said<'booked', { readonly reference: string; readonly spoken: string }>
    | Said<'requested'>
    | Taken
    | Said<'expired'>
    | Asks
    | CouldNot
  book_group:
    | Said<'free' | 'none_then', { readonly visits: readonly Visit[] }>
    | Said<'booked'>
    | Said<'closed', { readonly slots?: readonly Slot[] }>
    | Said<'contradictory', { readonly candidates?: readonly string[] }>
    | Said<'past' | 'unknown_service' | 'too_soon' | 'too_far'>
    | Taken
    | Said<'expired'>
    | Asks
    | CouldNot
  book_series:
    | Said<'free' | 'conflicts', { readonly count: number; readonly first: string }>
    | Said<'booked' | 'requested'>
    | Said<'none_then'>
    | Said<'closed', { readonly slots?: readonly Slot[] }>
    | Said<'contradictory', { readonly candidates?: readonly string[] }>
    | Said<'past' | 'unknown_service' | 'too_soon' | 'too_far'>
    | Asks
    | CouldNot
  request_callback: Said<'noted', { readonly by: string }> | Asks | CouldNot
  join_waitlist: Said<'joined'> | Asks | CouldNot
  record_wish: Said<'noted'> | Asks | CouldNot
  my_appointments:
    | Said<'ok', { readonly appointments: readonly OwnAppointment[] }>
    | Said<'none'>
    | NotIdentified
    | Asks
    | CouldNot
  move_appointment:
    | Said<'moved' | 'confirm' | 'expired' | 'none'>
    | NotIdentified
    | Taken
    | NotAllowed
    | AsksWhich
    | CouldNot
  cancel_appointment:
    | Said<'cancelled' | 'confirm' | 'none'>
    | NotIdentified
    | NotAllowed
    | AsksWhich
    | CouldNot
  send_code: Said<'sent' | 'no_channel' | 'too_many'> | Asks | CouldNot
  verify_code: Said<'verified' | 'wrong' | 'too_many' | 'no_channel'> | Asks | CouldNot
  answer_question: Said<'answer'> | Asks | CouldNot
  transfer_call: Said<'transfer', { readonly number: string }> | Said<'closed'> | Asks | CouldNot
}

export type CallTool = {
  [Name in ToolName]: { readonly kind: 'call_tool'; readonly name: Name; readonly args: ToolArgs[Name] }
}[ToolName]
