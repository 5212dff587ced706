import type { EventType } from './wire.ts'

/** What Cal.com fills by itself, or we always send (failure 52). */
const ALWAYS_THERE = new Set(['name', 'email', 'title', 'notes', 'guests', 'rescheduleReason', 'location'])
const PHONE = 'attendeePhoneNumber'

/** Required fields of an event type that nothing answers, by their slugs. */
export function missingAnswers(
  { bookingFields }: Pick<EventType, 'bookingFields'>,
  given: { readonly answers: Readonly<Record<string, unknown>>; readonly phone: boolean },
): string[] {
  return bookingFields
    .filter(({ required, hidden }) => required === true && hidden !== true)
    .map(({ slug }) => slug)
    .filter(slug => !ALWAYS_THERE.has(slug))
    .filter(slug => (slug === PHONE ? !given.phone : (given.answers[slug] ?? '') === ''))
}
