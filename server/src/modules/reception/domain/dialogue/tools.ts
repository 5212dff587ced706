/**
 * The tools a conversation may call and what they answer. Every answer carries `say`, a ready sentence in the
 * caller's language made from the facts it reports; the conversation adds nothing to those facts.
 */
export type Slot = { readonly token: string; readonly spoken: string }

export type ToolArgs = {
  list_services: { readonly query?: string }
  find_slots: {
    readonly service: string
    readonly when: string
    readonly staff?: string
    readonly after_slot?: string
    readonly before_slot?: string
  }
  hold_slot: { readonly token: string }
  book_appointment: {
    readonly token: string
    readonly name: string
    readonly phone?: string
    readonly email?: string
    readonly note?: string
  }
  request_callback: {
    readonly reason: string
    readonly when?: string
    readonly name?: string
    readonly phone?: string
  }
  transfer_call: { readonly reason: string }
  answer_question: { readonly question: string; readonly service?: string }
}

export type ToolName = keyof ToolArgs

type Said<Status extends string, Facts = unknown> = { readonly status: Status; readonly say: string } & Facts

type CouldNot = Said<'unknown' | 'invalid_token' | 'not_available' | 'unknown_tool'>

type Asks = Said<'ask', { readonly what: string; readonly candidates?: readonly string[] }>

type Taken = Said<'taken', { readonly alternatives: readonly Slot[] }>

export type ToolAnswers = {
  list_services: Said<'ok' | 'none'> | Asks | CouldNot
  find_slots:
    | Said<'free', { readonly slots: readonly Slot[]; readonly requested: boolean }>
    | Said<'none_then', { readonly slots: readonly Slot[] }>
    | Said<'closed', { readonly slots?: readonly Slot[] }>
    | Said<'contradictory', { readonly candidates?: readonly string[] }>
    | Said<'past' | 'unknown_service' | 'too_soon' | 'too_far'>
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
  request_callback: Said<'noted', { readonly by: string }> | Asks | CouldNot
  answer_question: Said<'answer'> | Asks | CouldNot
  transfer_call: Said<'transfer', { readonly number: string }> | Said<'closed'> | Asks | CouldNot
}

export type CallTool = {
  [Name in ToolName]: { readonly kind: 'call_tool'; readonly name: Name; readonly args: ToolArgs[Name] }
}[ToolName]
