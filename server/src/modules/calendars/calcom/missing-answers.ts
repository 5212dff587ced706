import type { EventType } from './wire.ts'

/** What Cal.com fills by itself, or we always send (failure 52). */
const ALWAYS_THERE = new Set(['name', 'email', 'title', 'notes', 'guests', 'rescheduleReason', 'location'])
const PHONE = 'attendeePhoneNumber'

/** Required fields of an event type that we do not fill by ourselves. */
export function fieldsToAnswer(
  { bookingFields }: Pick<EventType, 'bookingFields'>,
  given: { readonly phone: boolean },
): EventType['bookingFields'] {
  return bookingFields
    .filter(({ required, hidden }) => required === true && hidden !== true)
    .filter(({ slug }) => !ALWAYS_THERE.has(slug))
    .filter(({ slug }) => slug !== PHONE || !given.phone)
}

/** Required fields of an event type that nothing answers, by their slugs. */
export function missingAnswers(
  type: Pick<EventType, 'bookingFields'>,
  given: { readonly answers: Readonly<Record<string, unknown>>; readonly phone: boolean },
): string[] {
  return fieldsToAnswer(type, given)
    .map(({ slug }) => slug)
    .filter(slug => slug === PHONE || (given.answers[slug] ?? '') === '')
}
