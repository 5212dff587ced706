/** What a receptionist's turn does, in the words that scripted callers and the timeline share. */
export const acts = [
  'greet',
  'disclose',
  'ask_intent',
  'ask_service',
  'clarify_service',
  'ask_day',
  'clarify_day',
  'ask_time',
  'offer',
  'none_free',
  'ask_other_staff',
  'ask_name',
  'spell_name',
  'confirm_name',
  'ask_phone',
  'confirm_phone',
  'ask_email',
  'confirm_email',
  'ask_code',
  'ask_attendee',
  'ask_note',
  'confirm_booking',
  'booked',
  'ask_which',
  'confirm_move',
  'moved',
  'confirm_cancel',
  'cancelled',
  'inform_policy',
  'list_appointments',
  'ask_waitlist',
  'waitlist_joined',
  'wish_noted',
  'answer',
  'ask_anything_else',
  'offer_callback',
  'callback_noted',
  'transfer',
  'emergency',
  'apologise',
  'hold_on',
  'remind',
  'goodbye',
] as const

export type Act = (typeof acts)[number]

/** The languages a conversation can be held in; each has a lexicon and a phrasebook. */
export const langs = ['de', 'en'] as const

export type Lang = (typeof langs)[number]
